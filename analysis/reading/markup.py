"""Markup in an article's source: found, blanked, and read for what it says of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast

from analysis import lexicon
from analysis.document import Article
from analysis.reading.facts import Fact, Field
from analysis.reading.front_matter import front_matter
from analysis.reading.markdown import links, read_markdown
from analysis.reading.page import PageParts, PageRules, read_page
from analysis.reading.removal import Cut, blank, in_order
from analysis.reading.script import fold
from analysis.reading.tags import Element, Tag, references, tags

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"[•·●○■◆*-]|\d{1,3}[.、)]")


@dataclass(frozen=True)
class Shown:
    """An article as a reader sees it.

    ``text`` is as long as the source, folded to Simplified, with markup and all that a page leaves out
    blank; ``cuts`` are those passages in order; ``facts`` what the markup says, in order of trust.
    ``near`` is the same with what a page prints around its article: bylines are looked for there too.
    ``written`` is all of the source in its own script, only its markup blank.
    """

    text: str
    near: str
    written: str
    cuts: list[Cut]
    facts: list[Fact]


@dataclass(frozen=True)
class Markup:
    """Takes the markup out of an article; knows elements, parts of pages and names of metadata."""

    rules: PageRules

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The rules from a folder of lexicon files; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "elements.tsv", ("element", "layout", "content", "text"))
        elements = {
            row["element"]: Element(
                cast("Literal['block', 'inline']", row["layout"]),
                cast("Literal['nested', 'empty', 'raw']", row["content"]),
                cast("Literal['kept', 'boilerplate', 'markup']", row["text"]),
            )
            for row in rows
        }
        parts = lexicon.read(lexicons / "page_parts.tsv", ("name", "role"))
        fields = lexicon.read(lexicons / "metadata.tsv", ("name", "field"))
        return cls(
            PageRules(
                elements,
                {row["name"]: row["role"] for row in parts},
                {row["name"]: cast("Field", row["field"]) for row in fields},
            )
        )

    def __call__(self, article: Article) -> Shown:
        """The article without its markup."""
        source = article.text
        found = list(tags(source, self.rules.elements))
        written, rest_of_references = references(source)
        page = PageParts([], [], [])
        if self._is_page(article, found):
            page = read_page(source, found, self.rules)
            written = written.replace("\r", " ").replace("\n", " ")
        elif self._is_markdown(article):
            cuts, facts = read_markdown(source, self.rules.fields)
            page = PageParts(cuts, cuts, facts)
        marks = in_order((*self._tag_cuts(found), *links(source), *rest_of_references))
        written = blank(written, marks)
        folded = fold(written)
        text = blank(folded, in_order(page.cuts))
        markers = list(_bare_markers(source, text)) if marks or page.cuts else []
        return Shown(
            text=blank(text, markers),
            near=blank(folded, in_order(page.far)),
            written=written,
            cuts=in_order((*page.cuts, *marks, *markers)),
            facts=page.facts,
        )

    def _is_page(self, article: Article, found: Sequence[Tag]) -> bool:
        if not any(tag.name and self.rules.elements[tag.name].layout == "block" for tag in found):
            return False
        return article.path.lower().endswith((".html", ".htm")) or _PAGE.search(article.text) is not None

    def _is_markdown(self, article: Article) -> bool:
        """Whether a file is named so or begins with front matter that says something of the article."""
        front = front_matter(article.text, self.rules.fields)
        return article.path.lower().endswith(".md") or bool(front and front.facts)

    def _tag_cuts(self, found: Sequence[Tag]) -> Iterator[Cut]:
        for tag in found:
            yield Cut(tag.start, tag.end, "markup", self.rules.elements[tag.name].fill if tag.name else " ")


def _bare_markers(source: str, text: str) -> Iterator[Cut]:
    """Bullets and numbers of list items in which there was nothing but markup."""
    for line in _LINE.finditer(source):
        left = text[line.start() : line.end()].strip()
        if left != line[0].strip() and _MARKER.fullmatch(left):
            start = text.index(left, line.start())
            yield Cut(start, start + len(left), "markup")
