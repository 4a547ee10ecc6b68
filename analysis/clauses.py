"""Clauses of a sentence: what stands between its commas."""

from __future__ import annotations

from analysis.document import Span

CLAUSE_MARKS = ",，;；。:：!！?？\n"


def clause_around(text: str, place: int) -> Span:
    """Offsets of the clause around ``place``, without the marks that bound it."""
    start = max(text.rfind(mark, 0, place) for mark in CLAUSE_MARKS) + 1
    ends = [end for mark in CLAUSE_MARKS if (end := text.find(mark, place)) >= 0]
    return Span(start, min(ends, default=len(text)))
