"""What a sentence that names nobody goes on about: the sentence, list, paragraph, section or title before it.

A subject is carried within its paragraph. From one paragraph to the next it is carried only by a word that
refers back (其用户, 此外), into the items of the list it introduces, or where the figure is of something that
a product or a company has (月活达到3亿) and what came before was about one entity.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, Self

from analysis import lexicon
from analysis.claims.quantity import Quantity
from analysis.claims.roles import Cue, Named
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Document, Span
from analysis.reading.clause_spans import clauses

Ownership = Literal["own", "general", "other"]

NEVER_CARRIED = {"source", "observer", "oblique", "joined"}
TOPICAL = {None, "standard", "joined"}
CARRY = 3
"""Sentences over which a subject is carried when none of them names an entity."""
CARRY_REACH = 60
"""Characters of a paragraph's first sentence in which a word refers back to the one before."""
FIRM_REACH = 12
"""Sentences before one that says 公司 in which the company is named."""
PARAGRAPHS = 4
"""Paragraphs that name nobody over which a topic is carried."""
LONGEST_LIST = 20
"""Items of a list that its first line introduces."""
HEADING_LENGTH = 32
SECTION = 12
"""Paragraphs that a heading rules."""

OPENING_REACH = 120
"""Characters of a sentence before a figure in which it may say what the figure is of."""

ITEM = re.compile(
    r"[-*+•·●◆■▪–—][ \t]|[(（]?[0-9]{1,2}[.、)）](?![0-9])|[①-⑳]|[(（]?[一二三四五六七八九十]{1,2}[)）]"
)
ITEM_BEFORE = re.compile(r"(?:[-*+•·●]|[0-9]{1,2}[.)]|<li[^<>]*>)[\s>*]*$")
MARKER_REACH = 60
"""Characters before an item in which its marker stands: markup that cleaning took out."""
ENDS_A_SENTENCE = re.compile("[。，,；;!！?？]$")
DATED = re.compile("(?:截至|截止|到)?(?:[0-9]{2,4}年|[0-9]{1,2}[月日]|[底末初])的?")
OPENING = re.compile("[^的]{0,6}|(?:公司|平台|产品|其|它|我们)的[\u4e00-\u9fff]{0,4}")
"""What may stand before what is owned, without numbers, signs and Latin letters: 在线平均月流失率."""
NO_HAN = re.compile("[^\u4e00-\u9fff]+的?")


@dataclass(frozen=True)
class TopicWords:
    """Words that tell whether a clause goes on about what was spoken of."""

    words: WordList[Ownership]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read ``topic_words.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "topic_words.tsv", ("word", "role", "example"))
        return cls(WordList(Entry(row["word"], row["role"]) for row in rows))  # type: ignore[arg-type]

    def is_general(self, clause: str) -> bool:
        """Whether a clause, up to its figure, speaks of what no single entity has: 中国有3亿用户."""
        return any(hit.value != "own" for hit in self.words.every(clause))

    def has_other_subject(self, clause: str) -> bool:
        """Whether a clause, up to its figure, is about something else: 市场规模达到30亿元."""
        return any(hit.value == "other" for hit in self.words.every(clause))

    def is_owned(self, clause: str) -> bool:
        """Whether a clause, up to the end of its figure, begins with what an entity has: 月活达到3亿."""
        hit = next((hit for hit in self.words.every(clause) if hit.value == "own"), None)
        if hit is None:
            return False
        before = NO_HAN.sub("", DATED.sub("", clause[: hit.start]))
        return OPENING.fullmatch(before) is not None


@dataclass(frozen=True)
class Paragraph:
    """Sentences ``first`` to ``last`` of a document that stand in one line, and the entity they are about.

    ``entity`` is null where several are named alike; ``named`` says whether any is.
    """

    first: int
    last: int
    entity: Named | None
    named: bool
    is_item: bool
    is_heading: bool


class Topics:
    """The entities of a document's sentences, ready to be asked what a sentence goes on about."""

    def __init__(
        self, document: Document, named: Sequence[Sequence[Named]], cues: WordList[Cue], words: TopicWords
    ) -> None:
        self._document, self._named, self._cues, self._words = document, named, cues, words
        self._paragraphs = _paragraphs(document, named)
        self._firsts = [one.first for one in self._paragraphs]
        self._title = next((one.entity for one in self._paragraphs[:1] if self._is_title(one)), None)

    def carried(self, place: int, quantity: Quantity) -> Named | None:
        """The subject of the sentences before the one at ``place``, or of the line introducing its list."""
        if quantity.kind != "rank" and self._words.is_general(self._clause(quantity)):
            return None
        return self._from_sentence(place) or self._from_list(self._paragraph(place))

    def going_on(self, place: int, quantity: Quantity) -> Named | None:
        """What the paragraphs before the sentence at ``place`` are about, if it may own the figure."""
        referring = self._refers_back(place)
        if not referring and not self.is_owned(place, quantity):
            return None
        return self._from_paragraphs(self._paragraph(place))

    def introducing(self, place: int) -> Named | None:
        """What the paragraph before the one of the sentence at ``place`` is about, or else the title."""
        paragraph = self._paragraph(place)
        before = self._paragraphs[paragraph - 1] if paragraph else None
        return before.entity if before and before.named else self._title

    def is_owned(self, place: int, quantity: Quantity) -> bool:
        """Whether a figure is of what a product or a company has, by the words before it in its sentence."""
        named = [one.end for one in self._named[place] if one.end <= quantity.start]
        start = max([self._document.sentences[place].start, quantity.start - OPENING_REACH, *named[-1:]])
        opening = Span(start, quantity.surface_end)
        before = [self._document.body[slice(*one)] for one in clauses(self._document.body, opening)]
        return not any(map(self._words.is_general, before)) and any(map(self._words.is_owned, before))

    def has_other_subject(self, quantity: Quantity) -> bool:
        """Whether the clause of a figure is about something that is no product and no company."""
        return quantity.kind != "rank" and self._words.has_other_subject(self._clause(quantity))

    def firm(self, place: int) -> Named | None:
        """The company named last before the sentence at ``place``, not a product."""
        for named in self._named[max(0, place - FIRM_REACH) : place][::-1]:
            firms = [one for one in named if one.cue is None and not one.is_product]
            if firms:
                return firms[-1]
        return None

    def _clause(self, quantity: Quantity) -> str:
        return self._document.body[quantity.clause.start : quantity.surface_end]

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._firsts, place) - 1

    def _from_sentence(self, place: int) -> Named | None:
        """The subject of a sentence before, in the same paragraph or across a word that refers back."""
        for earlier in range(place - 1, max(-1, place - 1 - CARRY), -1):
            if not self._continues(earlier + 1):
                return None
            named = [one for one in self._named[earlier] if one.cue not in NEVER_CARRIED]
            free = [one for one in named if one.cue is None]
            if free or named:
                return (free or named)[0]
        return None

    def _continues(self, place: int) -> bool:
        """Whether a sentence goes on with the subject of the one before it."""
        body, sentences = self._document.body, self._document.sentences
        if "\n" not in body[sentences[place - 1].end : sentences[place].start]:
            return True
        opening = self._cues.at(body, sentences[place].start)
        if opening is not None and opening.value == "connective":
            return True
        return self._refers_back(place)

    def _refers_back(self, place: int) -> bool:
        """Whether a sentence has a word for what was spoken of before: 该平台, 其用户."""
        start, end = self._document.sentences[place]
        opening = self._document.body[start : min(end, start + CARRY_REACH)]
        return any(cue.value == "anaphor" for cue in self._cues.every(opening))

    def _from_list(self, place: int) -> Named | None:
        """The entity of the line that introduces a list, for its items."""
        if not self._paragraphs[place].is_item:
            return None
        for one in self._paragraphs[max(0, place - LONGEST_LIST) : place][::-1]:
            if not one.is_item:
                return one.entity
        return None

    def _from_paragraphs(self, place: int) -> Named | None:
        """The entity that the paragraph before is about, or else its section or the whole article."""
        before = self._paragraphs[max(0, place - PARAGRAPHS) : place][::-1]
        nearest = next((one for one in before if one.named), None)
        if nearest is not None:
            return nearest.entity
        for one in self._paragraphs[max(0, place - SECTION) : place][::-1]:
            if one.is_heading:
                return one.entity if one.named else self._title
        return self._title

    def _is_title(self, one: Paragraph) -> bool:
        title = self._document.title
        return title is not None and self._document.sentences[one.first].start < title.end


def _paragraphs(document: Document, named: Sequence[Sequence[Named]]) -> list[Paragraph]:
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
    return Paragraph(first, last, _dominant(entities), bool(entities), item, heading)


def _is_item(document: Document, span: Span) -> bool:
    line = document.text[max(0, span.start - MARKER_REACH) : span.start].rpartition("\n")[2]
    return ITEM.match(document.body, span.start) is not None or ITEM_BEFORE.search(line) is not None


def _dominant(named: Sequence[Named]) -> Named | None:
    """The entity named first where it is named more often than all the others together."""
    counts = Counter(one.entity for one in named)
    if not named or 2 * counts[named[0].entity] <= len(named):
        return None
    return named[0]
