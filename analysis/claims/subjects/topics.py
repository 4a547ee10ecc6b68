"""What a sentence that names nobody goes on about: the sentence, list, paragraph, section or title before it.

A subject is carried within its paragraph. From one paragraph to the next it is carried only by a word that
refers back (其用户, 此外), into the items of the list it introduces, or where the figure is of something that
a product or a company has (月活达到3亿) and what came before was about one entity.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from analysis.claims.quantities.quantity import Quantity
from analysis.claims.subjects.paragraphs import Paragraph, paragraphs
from analysis.claims.subjects.roles import Cue, Named, NamedAt
from analysis.claims.subjects.topic_words import TopicWords
from analysis.claims.wordlist import WordList
from analysis.document import Document, Span
from analysis.reading.clause_spans import clauses

NEVER_CARRIED = {"source", "observer", "oblique", "joined", "via"}
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
SECTION = 20
"""Paragraphs that a heading rules."""
COUNTS = re.compile("[0-9百千万亿]")
OPENING_REACH = 120
"""Characters of a sentence on either side of a figure in which it may say what the figure is of."""


class Topics:
    """The entities of a document's sentences, ready to be asked what a sentence goes on about."""

    def __init__(self, document: Document, named_at: NamedAt, cues: WordList[Cue], words: TopicWords) -> None:
        self._document, self._named_at, self._cues, self._words = document, named_at, cues, words

    @cached_property
    def _paragraphs(self) -> list[Paragraph]:
        return paragraphs(self._document, self._named_at)

    @cached_property
    def _firsts(self) -> list[int]:
        return [one.first for one in self._paragraphs]

    def carried(self, place: int, quantity: Quantity) -> Named | None:
        """The subject of the sentences before the one at ``place``, or of the line introducing its list."""
        if quantity.kind != "rank" and self._words.is_general(self._clause(quantity)):
            return None
        paragraph = self._paragraph(place)
        return self._from_sentence(place) or self._from_list(paragraph) or self._from_profile(paragraph)

    def going_on(self, place: int, *, owned: bool) -> Named | None:
        """What the paragraphs before the sentence at ``place`` are about, if it may own a figure.

        ``owned`` says whether the figure is of what a product or a company has.
        """
        if not owned and not self._refers_back(place):
            return None
        return self._from_paragraphs(self._paragraph(place))

    def introducing(self, place: int) -> Named | None:
        """What the paragraph before the one of the sentence at ``place`` is about, or else the title."""
        paragraph = self._paragraph(place)
        before = self._paragraphs[paragraph - 1] if paragraph else None
        return before.entity if before and before.is_named else self._title

    def is_owned(self, place: int, quantity: Quantity) -> bool:
        """Whether a figure is of what a product or a company has, by the words before it in its sentence."""
        named = self._named_at(place)
        start = max(self._document.sentences[place].start, quantity.start - OPENING_REACH)
        last = bisect_left(named, quantity.start, key=lambda one: one.start) - 1
        if last >= 0 and named[last].cue not in NEVER_CARRIED - {"source"}:
            start = max(start, named[last].end)
        opening = Span(start, quantity.surface_end)
        said = [self._document.body[slice(*one)] for one in clauses(self._document.body, opening)]
        if any(map(self._words.has_other_subject, said)) or self._words.is_general(said[-1]):
            return False
        if any(COUNTS.search(one) and self._words.is_general(one) for one in said[:-1]):
            return False
        end = min(quantity.clause.end, quantity.surface_end + OPENING_REACH)
        whole = self._clause(quantity) + self._document.body[quantity.surface_end : end]
        limit = quantity.kind == "capacity" and self._words.names_owned(whole)
        return limit or any(map(self._words.is_owned, said))

    def has_other_subject(self, quantity: Quantity) -> bool:
        """Whether the clause of a figure is about something that is no product and no company."""
        return quantity.kind != "rank" and self._words.has_other_subject(self._clause(quantity))

    def firm(self, place: int) -> Named | None:
        """The company named last before the sentence at ``place``, not a product."""
        for earlier in range(place - 1, max(0, place - FIRM_REACH) - 1, -1):
            firms = [one for one in self._named_at(earlier) if one.cue is None and not one.is_product]
            if firms:
                return firms[-1]
        return None

    def _clause(self, quantity: Quantity) -> str:
        """The clause of a figure up to its end, as far as it is looked at."""
        start = max(quantity.clause.start, quantity.start - OPENING_REACH)
        return self._document.body[start : quantity.surface_end]

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._firsts, place) - 1

    def _from_sentence(self, place: int) -> Named | None:
        """The subject of a sentence before, in the same paragraph or across a word that refers back."""
        for earlier in range(place - 1, max(-1, place - 1 - CARRY), -1):
            if not self._continues(earlier + 1):
                return None
            named = [one for one in self._named_at(earlier) if one.cue not in NEVER_CARRIED]
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

    def _from_profile(self, place: int) -> Named | None:
        """The entity that a heading above a paragraph is nothing but the name of."""
        for one in self._paragraphs[max(0, place - SECTION) : place][::-1]:
            if one.is_heading:
                return one.entity if one.is_profile else None
        return None

    def _from_paragraphs(self, place: int) -> Named | None:
        """The entity that the paragraph before is about, or else its section or the whole article."""
        first = max(0, place - LONGEST_LIST)
        while place > first and self._paragraphs[place].is_item and self._paragraphs[place - 1].is_item:
            place -= 1
        before = self._paragraphs[max(0, place - PARAGRAPHS) : place][::-1]
        nearest = next((one for one in before if one.is_named), None)
        if nearest is not None:
            return nearest.entity
        for one in self._paragraphs[max(0, place - SECTION) : place][::-1]:
            if one.is_heading:
                return one.entity if one.is_named else self._title
        return self._title

    @cached_property
    def _title(self) -> Named | None:
        """What the title is about, if the article begins with it."""
        title, sentences = self._document.title, self._document.sentences
        begins = title is not None and bool(sentences) and sentences[0].start < title.end
        return self._paragraphs[0].entity if begins else None
