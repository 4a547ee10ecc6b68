"""Which part of a web page is the article, and what the page says of it."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, cast

from analysis.document import Span
from analysis.reading.facts import FIELDS, Fact, Field
from analysis.reading.metadata import metadata
from analysis.reading.page_tree import Block, Node, blocks, nodes
from analysis.reading.removal import Cut, without
from analysis.reading.script import fold
from analysis.reading.tags import Element, Tag

_TITLES = ("h1", "h2")
_HINTED_SHARE = 0.5
_MAIN_SHARE = 0.95
"""Least share of the prose in what is taken for the article: half where its name says that it is."""

_LONGEST_BYLINE = 60
_LONGEST_PART = 1000
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—·]\s).*", re.DOTALL)
_NAME_OF_SITE = re.compile(r"(?:[_|｜]|\s[-–—·]\s)\s*(?P<name>[^\s_|｜–—·。，,！!？?：:<>&]{2,12})$")

Weight = Callable[[Node], int]
"""Characters of prose in an element."""


@dataclass(frozen=True)
class PageRules:
    """What the lexicons know of pages: elements, roles of class and id words, names of metadata."""

    elements: Mapping[str, Element]
    roles: Mapping[str, str]
    fields: Mapping[str, Field]


class PageParts(NamedTuple):
    """What was found in a page.

    ``cuts`` are the passages that are not its article; ``far`` those of them in which not even a byline
    is looked for; ``facts`` what elements and metadata say of the article, in order of trust.
    """

    cuts: list[Cut]
    far: list[Cut]
    facts: list[Fact]


def read_page(text: str, tags: Sequence[Tag], rules: PageRules) -> PageParts:
    """The parts of a page.

    Left out are elements that never hold an article (navigation, scripts, forms, comments), all that is
    outside the smallest element that holds the page's prose, and lines of links before and after it. The
    title stays wherever it stands; if no heading is the title, it is the page's own title in the head.
    """
    tree = nodes(text, tags, rules.elements)
    found = list(blocks(text, tags, rules.elements))
    left_out = _left_out(tree, _weight(found), rules)
    kept = _Outside(left_out)
    found = [block for block in found if block.start in kept]
    inner = [tree[0], *(node for node in tree[1:] if node.start in kept)]
    main = _main(inner, _weight(found), rules)
    title = _title(text, inner, tree, rules)
    parts = [fact for node in inner for fact in _part(text, node, rules)]
    cuts = [*left_out, *_outside(main, main.inner_start, len(text)), *_links_at_the_edges(found, main)]
    cuts = [rest for cut in cuts for rest in without(cut, title)]
    cuts += [Cut(*fact.span, "byline") for fact in parts]
    first = min(main.inner_start, title.start) if title and title.start in kept else main.inner_start
    facts = [Fact("title", text[title.start : title.end], title, "page")] if title else []
    return PageParts(
        cuts,
        [*left_out, *_outside(main, first, len(text))],
        [*facts, *parts, *metadata(text, tags, rules.fields), *_site(text, tree, title)],
    )


class _Outside:
    """Offsets that lie in none of some cuts, which are in order."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self._starts, self._ends = [cut.start for cut in cuts], [cut.end for cut in cuts]

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset)
        return before == 0 or self._ends[before - 1] <= offset


def _weight(found: Sequence[Block]) -> Weight:
    prose = [block for block in found if block.prose]
    starts = [block.start for block in prose]
    sums = [0, *accumulate(block.chars - block.linked for block in prose)]
    return lambda node: sums[bisect_left(starts, node.end)] - sums[bisect_left(starts, node.start)]


def _role(node: Node, rules: PageRules) -> str | None:
    return next((rules.roles[name] for name in sorted(node.names) if name in rules.roles), None)


def _left_out(tree: Sequence[Node], weight: Weight, rules: PageRules) -> list[Cut]:
    """Elements without any of the article, outermost only; never one that holds half of the prose."""
    total = weight(tree[0])
    cuts: list[Cut] = []
    for node in tree:
        if cuts and node.start < cuts[-1].end:
            continue
        if node.name == "head":
            cuts.append(Cut(node.start, node.end, "markup"))
        elif rules.elements[node.name].text == "markup":
            cuts.append(Cut(node.start, node.end, "markup", " "))
        elif _never_article(node, rules) and weight(node) * 2 <= total:
            cuts.append(Cut(node.start, node.end, "boilerplate", rules.elements[node.name].fill))
    return cuts


def _never_article(node: Node, rules: PageRules) -> bool:
    return rules.elements[node.name].text == "boilerplate" or (
        node.name not in ("html", "body", "article", "main", *_TITLES) and _role(node, rules) == "left_out"
    )


def _main(inner: Sequence[Node], weight: Weight, rules: PageRules) -> Node:
    """The smallest element with the page's prose: one named as the article before any other."""
    total = weight(inner[0])
    if total == 0:
        return inner[0]
    hinted = [node for node in inner if node.name in ("article", "main") or _role(node, rules) == "main"]
    most = max(map(weight, hinted), default=0)
    if most >= total * _HINTED_SHARE:
        return [node for node in hinted if weight(node) >= most * _MAIN_SHARE][-1]
    return [node for node in inner if weight(node) >= total * _MAIN_SHARE][-1]


def _outside(main: Node, start: int, length: int) -> list[Cut]:
    """All before ``start`` and after the main element."""
    return [Cut(0, start, "boilerplate"), Cut(main.inner_end, length, "boilerplate")]


def _links_at_the_edges(found: Sequence[Block], main: Node) -> Iterator[Cut]:
    """Lines that are mostly links, before the first prose and after the last."""
    inside = [block for block in found if main.start <= block.start < main.end]
    prose = [block.start for block in inside if block.prose]
    for block in inside:
        if prose and block.linked * 2 > block.chars and not prose[0] < block.start < prose[-1]:
            yield Cut(block.start, block.end, "boilerplate")


def _title(text: str, inner: Sequence[Node], tree: Sequence[Node], rules: PageRules) -> Span | None:
    """The heading that the head's title begins with or that is named the title; else the head's title."""
    in_head = next((_words(text, node) for node in tree if node.name == "title"), None)
    head = _plain(text, in_head)
    headings = [node for node in inner if node.name in _TITLES or _role(node, rules) == "title"]
    for node in headings:
        span = _words(text, node)
        words = _plain(text, span)
        if words and (head.startswith(words) or _role(node, rules) == "title"):
            return span
    if in_head and head:
        site = _SITE.search(text, in_head.start + 1, in_head.end)
        return Span(in_head.start, site.start() if site else in_head.end)
    return next((span for node in headings if (span := _words(text, node))), None)


def _site(text: str, tree: Sequence[Node], title: Span | None) -> Iterator[Fact]:
    """The name of the site, where the head's title ends with it behind the article's: …_某某网."""
    in_head = next((_words(text, node) for node in tree if node.name == "title"), None)
    named = in_head and _NAME_OF_SITE.search(text[in_head.start : in_head.end])
    if in_head and named and not _plain(text, title).endswith(fold(named["name"])):
        yield Fact("site", named["name"], in_head, "metadata")


def _words(text: str, node: Node) -> Span | None:
    """An element's content without white space and tags at its ends; ``None`` if there is nothing else."""
    inner = re.sub(r"<[^<>]*>", lambda tag: " " * len(tag[0]), text[node.inner_start : node.inner_end])
    words = inner.strip()
    start = node.inner_start + inner.find(words)
    return Span(start, start + len(words)) if words else None


def _plain(text: str, span: Span | None) -> str:
    if span is None:
        return ""
    without_tags = re.sub(r"<[^<>]*>", "", text[span.start : span.end])
    return "".join(fold(html.unescape(without_tags)).split())


def _part(text: str, node: Node, rules: PageRules) -> Iterator[Fact]:
    """What an element says whose class or id names author, source or date; nothing if it is long."""
    role = _role(node, rules)
    field = "published" if node.name == "time" else role
    if field not in FIELDS or field == "title" or node.end - node.start > _LONGEST_PART:
        return
    span = _words(text, node)
    if span and span.end - span.start <= _LONGEST_BYLINE and "。" not in text[span.start : span.end]:
        yield Fact(cast("Field", field), text[span.start : span.end], span, "page")
