"""A web page as elements and blocks of text, with offsets into its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.reading.tags import Element, Tag, attributes

_CLOSED_BY_THE_NEXT = frozenset(("dd", "dt", "li", "option", "p", "td", "th", "tr"))
_PUNCTUATION = re.compile(r"[，。！？；,;!?]")
_WORD = re.compile(r"[\s_-]+")


@dataclass
class Node:
    """An element, its tags included; ``names`` are its id, its classes and their parts, in lower case."""

    name: str
    start: int
    inner_start: int
    inner_end: int
    end: int
    names: frozenset[str] = frozenset()


@dataclass
class Block:
    """A run of text between two block tags: its place, its characters and how many of them are links."""

    start: int
    end: int
    chars: int = 0
    linked: int = 0
    punctuated: bool = False

    @property
    def prose(self) -> bool:
        """Whether it reads as sentences: punctuated, and not mostly links."""
        return self.punctuated and self.linked * 2 < self.chars


def nodes(text: str, tags: Iterable[Tag], elements: Mapping[str, Element]) -> list[Node]:
    """Elements in the order in which they begin, mended as browsers do where a closing tag is missing.

    The first is the whole text.
    """
    found = [Node("html", 0, 0, len(text), len(text))]
    still_open: list[Node] = []
    count: Counter[str] = Counter()

    def close(inner_end: int, end: int) -> None:
        node = still_open.pop()
        node.inner_end, node.end = inner_end, end
        count[node.name] -= 1

    for tag in tags:
        if not tag.name:
            continue
        if tag.closing:
            if count[tag.name]:
                while still_open[-1].name != tag.name:
                    close(tag.start, tag.start)
                close(tag.start, tag.end)
            continue
        if still_open and _ends_before(still_open[-1].name, tag.name, elements):
            close(tag.start, tag.start)
        found.append(Node(tag.name, tag.start, tag.end, tag.end, tag.end, _names(text, tag)))
        if elements[tag.name].content != "empty":
            still_open.append(found[-1])
            count[tag.name] += 1
    while still_open:
        close(len(text), len(text))
    return found


def blocks(text: str, tags: Sequence[Tag], elements: Mapping[str, Element]) -> Iterator[Block]:
    """Blocks of text in order."""
    block: Block | None = None
    links = 0
    edges = (Tag(0, 0, "", closing=False), *tags, Tag(len(text), len(text), "", closing=False))
    for tag, following in pairwise(edges):
        if tag.name == "a":
            links = max(0, links - 1) if tag.closing else links + 1
        if block and tag.name and elements[tag.name].layout == "block":
            yield block
            block = None
        words = text[tag.end : following.start].strip()
        if not words:
            continue
        start = text.index(words, tag.end)
        block = block or Block(start, start)
        block.end = start + len(words)
        block.chars += len(words)
        block.linked += len(words) if links else 0
        block.punctuated = block.punctuated or _PUNCTUATION.search(words) is not None
    if block:
        yield block


def _ends_before(open_name: str, name: str, elements: Mapping[str, Element]) -> bool:
    if open_name == "p":
        return elements[name].layout == "block" and elements[name].content != "empty"
    return open_name == name and name in _CLOSED_BY_THE_NEXT


def _names(text: str, tag: Tag) -> frozenset[str]:
    given = attributes(text, tag)
    whole = f"{given.get('id', '')} {given.get('class', '')}".lower().split()
    return frozenset((*whole, *(part for name in whole for part in _WORD.split(name))))
