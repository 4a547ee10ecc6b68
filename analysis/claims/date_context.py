"""Dates in the place where they stand, and what those before them tell of their year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from analysis.claims import date_spans
from analysis.claims.date_anchors import Anchor, Stated
from analysis.claims.dates import DateExpression
from analysis.schema import Precision

ABOUT_A_MONTH = timedelta(days=31)

Direction = Literal["past", "near", "ahead"]
"""Where a date lies as its article was written: behind it, on either side (a deadline), or ahead."""


@dataclass(frozen=True)
class Placed:
    """An expression with its paragraph (counted from 0) and where its clause says it lies.

    ``reports`` is true where its sentence says that what the next year stated dates was made known then.
    """

    expression: DateExpression
    paragraph: int
    direction: Direction = "past"
    reports: bool = False


@dataclass(frozen=True)
class Dated:
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
        return date_spans.precision(self.expression)

    @property
    def iso(self) -> str | None:
        """ISO date: partial for a year or month, an interval for quarters, halves and ranges."""
        if self.first is None or self.last is None:
            return None
        return date_spans.iso(self.expression, self.first, self.last)


@dataclass(frozen=True)
class Context:
    """What an expression can be dated by.

    ``before`` are the expressions before it and ``dated`` the same with their dates; ``stated`` is all
    that the article states with its year; ``anchor`` is what it says of its own time.
    """

    before: Sequence[Placed]
    dated: Sequence[Dated]
    stated: Sequence[Stated]
    anchor: Anchor | None

    @property
    def published(self) -> Anchor | None:
        """The anchor, if it is the date of publication."""
        return self.anchor if self.anchor and self.anchor.relation == "before" else None

    @property
    def last_year(self) -> int | None:
        """The year named last."""
        named = (one.expression.year for one in reversed(self.dated) if one.expression.year)
        return next(named, None)

    def in_paragraph(self, paragraph: int) -> Anchor | None:
        """The last date known in a paragraph; a range of years or what lies ahead anchors nothing."""
        for one, dated in zip(reversed(self.before), reversed(self.dated), strict=True):
            if one.paragraph < paragraph:
                return None
            passing = one.direction == "ahead" or one.expression.until_year is not None
            if dated.first and dated.last and not passing:
                return Anchor(dated.first, dated.last, "near", f"date stated before it: {dated.iso}")
        return None

    def at_end_of(self, paragraph: int) -> Anchor | None:
        """The month or day at which a paragraph ends its dates."""
        found = self.in_paragraph(paragraph)
        if found is None or found.last - found.first > ABOUT_A_MONTH:
            return None
        return replace(found, basis=found.basis.replace("before it", "in the paragraph before"))

    def told_elsewhere(self, expression: DateExpression) -> Anchor | None:
        """The same month, or day of a month, where the article tells its year, always the same one."""
        told: list[Stated | Dated] = [*self.stated, *(one for one in self.dated if one.first)]
        alike = {
            (one.first, one.last)
            for one in told
            if (one.expression.month, one.expression.day) == (expression.month, expression.day)
            and date_spans.precision(one.expression) == date_spans.precision(expression)
        }
        if len(alike) != 1 or expression.month is None or expression.lunar:
            return None
        first, last = alike.pop()
        if first is None or last is None:
            return None
        return Anchor(
            first, last, "near", f"the same told elsewhere: {date_spans.iso(expression, first, last)}"
        )

    def reported(self, expression: DateExpression) -> Anchor | None:
        """The month or quarter stated next, as what was made known on the date or before it."""
        known = next((one for one in self.stated if one.expression.start >= expression.end), None)
        if known is None or date_spans.precision(known.expression) in ("year", "range"):
            return None
        return Anchor(known.first, known.last, "after", f"date of what it reports: {known.iso}")

    def last_month(self, paragraph: int) -> tuple[int, int] | None:
        """The month named last from a paragraph on, and the paragraph that names it."""
        for one, dated in zip(reversed(self.before), reversed(self.dated), strict=True):
            if one.paragraph < paragraph:
                return None
            month = dated.expression.until_month or dated.expression.month
            if month and not dated.expression.lunar:
                return month, one.paragraph
        return None
