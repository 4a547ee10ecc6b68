"""A sentence in which figures are read, with what stands around and in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from analysis.document import Span
from analysis.reading.clause_spans import clauses


class Sentence:
    """A narrowed, Simplified sentence; what is known of it is worked out when it is asked for.

    ``names`` are spans of entities in ``text``; ``before`` is what stands before it in its paragraph.
    """

    def __init__(self, text: str, names: Sequence[Span] = (), before: str = "") -> None:
        self.text, self.names, self.before = text, names, before

    @cached_property
    def covered(self) -> dict[int, int]:
        """Every place that an entity covers, with the end of that entity."""
        return {place: name.end for name in self.names for place in range(name.start, name.end)}

    @cached_property
    def _clauses(self) -> list[Span]:
        return clauses(self.text, Span(0, len(self.text)))

    def clause(self, place: int) -> Span:
        """The clause that holds a place."""
        return self._clauses[max(0, bisect_right(self._clauses, place, key=lambda clause: clause.start) - 1)]
