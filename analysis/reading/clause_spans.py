"""Clauses of a sentence, the reach of a subject and of a negation, and what stands in each sentence."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

from analysis.document import Span

_UNDIVIDED = r"[^,，;；。!！?？\n【】]+"
_CLAUSE = re.compile(rf"{_UNDIVIDED}(?:(?<=\d)[,，](?=\d){_UNDIVIDED})*")


LONGEST_SENTENCE = 5000
"""Characters; what is longer (a table, a dump of data) is no sentence and holds nothing to read."""

REACH_OF_A_CLAUSE = 300
"""Characters on either side that are looked at for a clause's ends."""


BEYOND = Span(sys.maxsize, sys.maxsize)
"""Where no row stands: behind the last sentence."""


class Placed(Protocol):
    """Anything with offsets into the article."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


Row = TypeVar("Row", bound=Placed)


def clauses(body: str, sentence: Span) -> list[Span]:
    """Clauses of a sentence in order, without their punctuation.

    Commas, semicolons, ends of sentences and the brackets of a list (【】) divide clauses; 、 and colons
    do not, so an enumeration stays whole and what stands before a colon rules what comes after it. The
    comma of a number (1,100万) divides nothing.
    """
    return [Span(match.start(), match.end()) for match in _CLAUSE.finditer(body, *sentence)]


def clause_at(body: str, sentence: Span, position: int) -> Span:
    """The clause of the sentence that holds a position; at a mark between clauses, what is around it."""
    first = max(sentence.start, position - REACH_OF_A_CLAUSE)
    last = min(sentence.end, position + REACH_OF_A_CLAUSE)
    starts, ends = _divided(body)
    number = bisect_right(starts, position) - 1
    if number < 0 or ends[number] <= position or position < first:
        return Span(first, last)
    return Span(max(first, starts[number]), min(last, ends[number]))


@lru_cache(maxsize=1)
def _divided(body: str) -> tuple[list[int], list[int]]:
    """Where the clauses of a whole text begin and end."""
    found = [match.span() for match in _CLAUSE.finditer(body)]
    return [start for start, _ in found], [end for _, end in found]


def by_sentence(sentences: Sequence[Span], rows: Sequence[Row]) -> list[list[Row]]:
    """For each sentence the rows wholly inside it; sentences and rows are in order of their starts.

    A sentence of more than ``LONGEST_SENTENCE`` holds none.
    """
    inside: list[list[Row]] = [[] for _ in sentences]
    ahead = enumerate(sentences)
    number, (start, end) = next(ahead, (0, Span(0, 0)))
    for row in rows:
        begins = row.start
        while end <= begins:
            number, (start, end) = next(ahead, (number, BEYOND))
        if start <= begins and row.end <= end and end - start <= LONGEST_SENTENCE:
            inside[number].append(row)
    return inside
