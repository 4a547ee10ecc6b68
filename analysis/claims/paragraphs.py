"""The lines of an article: whether each is an item of a list or a heading, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.claims.roles import Named
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
ENDS_A_SENTENCE = re.compile("[。，,；;!！?？]$")


@dataclass(frozen=True)
class Paragraph:
    """Sentences ``first`` to ``last`` of a document that stand in one line, and the entity they are about.

    ``entity`` is null where several are named alike; ``named`` says whether any is. ``is_profile`` is true
    of a heading that is little more than a name: what follows is about that alone.
    """

    first: int
    last: int
    entity: Named | None
    named: bool
    is_item: bool
    is_heading: bool
    is_profile: bool


def paragraphs(document: Document, named: Sequence[Sequence[Named]]) -> list[Paragraph]:
    """The lines of a document with their sentences; ``named`` are the entities of every sentence."""
    sentences, body = document.sentences, document.body
    starts = [0] if sentences else []
    for place, (one, following) in enumerate(pairwise(sentences), start=1):
        if "\n" in body[one.end : following.start]:
            starts.append(place)
    return [
        _paragraph(document, named, first, last - 1)
        for first, last in pairwise([*starts, len(sentences)] if starts else [])
    ]


def _paragraph(document: Document, named: Sequence[Sequence[Named]], first: int, last: int) -> Paragraph:
    span = Span(document.sentences[first].start, document.sentences[last].end)
    entities = [one for place in range(first, last + 1) for one in named[place] if one.cue in TOPICAL]
    short = span.end - span.start <= HEADING_LENGTH
    item = _is_item(document, span)
    heading = first == last and short and not item and not ENDS_A_SENTENCE.search(document.body[slice(*span)])
    entity = _dominant(entities)
    beside = span.end - span.start - (entity.end - entity.start) if entity else 0
    profile = heading and entity is not None and beside <= BESIDE_THE_NAME
    return Paragraph(first, last, entity, bool(entities), item, heading, profile)


def _is_item(document: Document, span: Span) -> bool:
    line = document.text[max(0, span.start - MARKER_REACH) : span.start].rpartition("\n")[2]
    return ITEM.match(document.body, span.start) is not None or ITEM_BEFORE.search(line) is not None


def _dominant(named: Sequence[Named]) -> Named | None:
    """The entity named first where it is named more often than all the others together."""
    counts = Counter(one.entity for one in named)
    if not named or 2 * counts[named[0].entity] <= len(named):
        return None
    return named[0]
