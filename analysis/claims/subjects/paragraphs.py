"""The lines of an article: whether each is an item of a list or a heading, and what it is about."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from analysis.claims.subjects.roles import Named, NamedAt
from analysis.document import Document, Span

TOPICAL = {None, "standard", "joined"}
HEADING_LENGTH = 32
BESIDE_THE_NAME = 4
"""Characters that a heading may have besides the name that it is: 二、飞书."""

ITEM = re.compile(
    r"[-*+•·●◆■▪–—][ \t]|[(（]?[0-9]{1,2}[.、)）](?![0-9])|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）]"
)
ITEM_BEFORE = re.compile(r"(?:[-*+•·●]|[0-9]{1,2}[.)]|<li[^<>]*>)[\s>*]*$")
MARKER_REACH = 60
"""Characters before an item in which its marker stands: markup that cleaning took out."""
ENDINGS = ("。", "，", ",", "；", ";", "!", "！", "?", "？")
"""What a heading does not end with."""


class Paragraph:
    """Sentences ``first`` to ``last`` of a document that stand in one line, read when something is asked."""

    def __init__(self, document: Document, named_at: NamedAt, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._document, self._named_at = document, named_at
        self._span = Span(document.sentences[first].start, document.sentences[last].end)

    @cached_property
    def _entities(self) -> list[Named]:
        places = range(self.first, self.last + 1)
        return [one for place in places for one in self._named_at(place) if one.cue in TOPICAL]

    @property
    def is_named(self) -> bool:
        """Whether it names an entity."""
        return bool(self._entities)

    @cached_property
    def entity(self) -> Named | None:
        """The entity named first where it is named more often than all the others together."""
        named = self._entities
        count = sum(one.entity == named[0].entity for one in named)
        return named[0] if 2 * count > len(named) else None

    @cached_property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        document, span = self._document, self._span
        if ITEM.match(document.body, span.start):
            return True
        line = document.text[max(0, span.start - MARKER_REACH) : span.start].rpartition("\n")[2]
        return ITEM_BEFORE.search(line) is not None

    @property
    def is_heading(self) -> bool:
        """Whether it is one short line that is no sentence."""
        start, end = self._span
        short = self.first == self.last and end - start <= HEADING_LENGTH
        return short and not self.is_item and not self._document.body.endswith(ENDINGS, start, end)

    @property
    def is_profile(self) -> bool:
        """Whether it is a heading that is little more than a name: what follows is about that alone."""
        if self.entity is None or not self.is_heading:
            return False
        name = self.entity.end - self.entity.start
        return self._span.end - self._span.start - name <= BESIDE_THE_NAME


def paragraphs(document: Document, named_at: NamedAt) -> list[Paragraph]:
    """The lines of a document with their sentences; ``named_at`` gives the entities of each."""
    sentences, body = document.sentences, document.body
    starts = [0] if sentences else []
    for place, (one, following) in enumerate(pairwise(sentences), start=1):
        if body.find("\n", one.end, following.start) >= 0:
            starts.append(place)
    return [
        Paragraph(document, named_at, first, following - 1)
        for first, following in pairwise([*starts, len(sentences)])
    ]
