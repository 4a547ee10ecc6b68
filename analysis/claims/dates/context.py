"""Dates in the place where they stand, and what those before them tell of their year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from analysis.claims.dates import spans
from analysis.claims.dates.anchors import Anchor, Stated
from analysis.claims.dates.dates import DateExpression
from analysis.schema import Precision

ABOUT_A_MONTH = timedelta(days=31)

Direction = Literal["past", "near", "ahead"]
"""Where a date lies as its article was written: behind it, on either side (a deadline), or ahead."""


class PlacedDate(NamedTuple):
    """An expression with its paragraph (counted from 0) and where its clause says it lies.

    ``reports`` is true where its sentence says that what the next year stated dates was made known then.
    """

    expression: DateExpression
    paragraph: int
    direction: Direction = "past"
    reports: bool = False


class Dated(NamedTuple):
    """An expression with the first and last day it covers, both null where no year is known.

    ``basis`` says in words what the date was read or inferred from; ``inferred`` is false only where the
    year and everything else stand in the expression.
    """

    expression: DateExpression
    first: date | None
    last: date | None
    inferred: bool
    basis: str

    @property
    def precision(self) -> Precision:
        """How exact the expression itself is."""
        return spans.precision(self.expression)

    @property
    def iso(self) -> str | None:
        """ISO date: partial for a year or month, an interval for quarters, halves and ranges."""
        if self.first is None or self.last is None:
            return None
        return spans.iso(self.expression, self.first, self.last)


class Context:
    """What an expression can be dated by: all before it in the article, added one by one.

    ``stated`` is all that the article states with its year, in order; ``anchor`` is what it says of its
    own time.
    """

    def __init__(self, stated: Sequence[Stated], anchor: Anchor | None) -> None:
        self.anchor = anchor
        self.last_year: int | None = None
        self._stated = stated
        self._in_paragraph: dict[int, Anchor] = {}
        self._last_month: tuple[int, int] | None = None
        self._told: dict[_Alike, set[tuple[date, date]]] = {}
        for one in stated:
            self._told.setdefault(_alike(one.expression), set()).add((one.first, one.last))

    def add(self, one: PlacedDate, dated: Dated) -> None:
        """Take in the next expression with its date; a range of years or what lies ahead anchors nothing."""
        expression = dated.expression
        self.last_year = expression.year or self.last_year
        month = expression.until_month or expression.month
        if month and not expression.lunar:
            self._last_month = month, one.paragraph
        if dated.first is None or dated.last is None:
            return
        self._told.setdefault(_alike(expression), set()).add((dated.first, dated.last))
        if one.direction != "ahead" and expression.until_year is None:
            anchor = Anchor(dated.first, dated.last, "near", f"date stated before it: {dated.iso}")
            self._in_paragraph[one.paragraph] = anchor

    @property
    def published(self) -> Anchor | None:
        """The anchor, if it is the date of publication."""
        return self.anchor if self.anchor and self.anchor.relation == "before" else None

    def in_paragraph(self, paragraph: int) -> Anchor | None:
        """The last date known in a paragraph."""
        return self._in_paragraph.get(paragraph)

    def at_end_of(self, paragraph: int) -> Anchor | None:
        """The month or day at which a paragraph ends its dates."""
        found = self.in_paragraph(paragraph)
        if found is None or found.last - found.first > ABOUT_A_MONTH:
            return None
        return found._replace(basis=found.basis.replace("before it", "in the paragraph before"))

    def told_elsewhere(self, expression: DateExpression) -> Anchor | None:
        """The same month, or day of a month, where the article tells its year, always the same one."""
        told = self._told.get(_alike(expression), set())
        if len(told) != 1 or expression.month is None or expression.lunar:
            return None
        ((first, last),) = told
        return Anchor(first, last, "near", f"the same told elsewhere: {spans.iso(expression, first, last)}")

    def reported(self, expression: DateExpression) -> Anchor | None:
        """The month or quarter stated next, as what was made known on the date or before it."""
        place = bisect_left(self._stated, expression.end, key=lambda one: one.expression.start)
        if place == len(self._stated):
            return None
        known = self._stated[place]
        if spans.precision(known.expression) in ("year", "range"):
            return None
        return Anchor(known.first, known.last, "after", f"date of what it reports: {known.iso}")

    def last_month(self, paragraph: int) -> tuple[int, int] | None:
        """The month named last from a paragraph on, and the paragraph that names it."""
        named = self._last_month
        return named if named and named[1] >= paragraph else None


_Alike = tuple[int | None, int | None, Precision]


def _alike(expression: DateExpression) -> _Alike:
    """What two dates of one month or day have in common."""
    return expression.month, expression.day, spans.precision(expression)
