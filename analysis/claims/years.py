"""Which year a date belongs to when the text does not say, and every date as ISO.

People leave out the year of what is recent. So a date without one is dated, in this order, from the
date stated before it in its paragraph; from the article's own date of publication; from a date in the
article that only one year fits (a lunar date or a weekday beside a solar date); or as the earliest
such date that is not before the latest one stated as past. Where nothing anchors, it stays open.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lunardate import LunarDate

from analysis.claims.dates import EVE, DateExpression
from analysis.schema import Precision

EDGE_MONTHS = {"start": 1, "middle": 6, "end": 12}
YEARS = range(1990, 2050)
"""Years tried when a lunar date or a weekday is to tell which one fits."""
SOON = timedelta(days=31)
"""An article may speak of a day this far ahead of its publication without naming the year."""


@dataclass(frozen=True)
class Placed:
    """An expression with its paragraph (counted from 0) and whether its clause speaks of the future."""

    expression: DateExpression
    paragraph: int
    ahead: bool = False


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
        return precision(self.expression)

    @property
    def iso(self) -> str | None:
        """ISO date: partial for a year or month, an interval for quarters, halves and ranges of years."""
        if self.first is None or self.last is None:
            return None
        width = {"day": 10, "month": 7, "year": 4}.get(self.precision)
        if width:
            return self.first.isoformat()[:width]
        if self.expression.until_year:
            return f"{self.first.year}/{self.last.year}"
        return f"{self.first.isoformat()[:7]}/{self.last.isoformat()[:7]}"


def precision(expression: DateExpression) -> Precision:
    """Day, month, quarter, half, year or range; the start, middle or end of a year is a month."""
    if expression.until_year or expression.quarters:
        return "range"
    if expression.day is not None:
        return "day"
    if expression.month or expression.edge:
        return "month"
    if expression.quarter:
        return "quarter"
    return "half" if expression.half else "year"


def resolve(placed: Sequence[Placed], published: str | None = None) -> list[Dated]:
    """Every expression dated, in the order given; ``published`` is ISO and may be partial.

    An expression that names no possible day (2月30日) is left out.
    """
    stated = [_stated(one) for one in placed]
    anchor = _published(published) or _fitting(placed, stated) or _latest(placed, stated)
    return [
        dated
        for place, one in enumerate(placed)
        if (dated := stated[place] or _inferred(one, placed[:place], stated[:place], anchor))
        and _possible(one.expression)
    ]


@dataclass(frozen=True)
class _Anchor:
    """What tells the years of an article: a day, how dates relate to it, and why."""

    first: date
    last: date
    relation: str
    basis: str


def span(expression: DateExpression, year: int) -> tuple[date, date] | None:
    """First and last day of the expression in that year; null where the year has no such day."""
    if expression.lunar:
        day = _solar(expression, year)
        return (day, day) if day else None
    try:
        return _solar_span(expression, year)
    except ValueError:
        return None


def _solar_span(expression: DateExpression, year: int) -> tuple[date, date]:
    if expression.until_year:
        return date(year, 1, 1), date(expression.until_year, 12, 31)
    if expression.month and expression.day:
        day = date(year, expression.month, expression.day)
        return day, day
    first, last = _months(expression)
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _months(expression: DateExpression) -> tuple[int, int]:
    """First and last month of the year that an expression covers."""
    month = expression.month or EDGE_MONTHS.get(expression.edge or "")
    if month:
        return month, month
    if expression.quarter:
        return 3 * expression.quarter - 2, 3 * expression.quarter
    if expression.half:
        return 6 * expression.half - 5, 6 * expression.half
    return 1, 3 * (expression.quarters or 4)


def _solar(expression: DateExpression, year: int) -> date | None:
    """The lunar date whose month begins in that lunar year, as a solar one."""
    month, day = expression.month or 1, expression.day
    try:
        solar: date = LunarDate(year, month, day or 1).to_solar_date()
    except ValueError:
        return None
    return solar - timedelta(days=1) if day == EVE else solar


def _possible(expression: DateExpression) -> bool:
    return expression.month is None or span(expression, 2020) is not None


def _stated(placed: Placed) -> Dated | None:
    expression = placed.expression
    if expression.year is None or (found := span(expression, expression.year)) is None:
        return None
    basis = f"{expression.edge} of the year, read as a month" if expression.edge else "stated"
    return Dated(expression, *found, inferred=False, basis=basis)


def _published(published: str | None) -> _Anchor | None:
    if not published:
        return None
    try:
        fields = [int(field) for field in published.split("T")[0].split("-")]
        month = fields[1] if len(fields) > 1 else None
        last_month = month or 12
        day = fields[2] if len(fields) > 2 else None
        last_day = day or calendar.monthrange(fields[0], last_month)[1]
        first, last = date(fields[0], month or 1, day or 1), date(fields[0], last_month, last_day)
    except ValueError:
        return None
    return _Anchor(first, last, "before", f"date of publication: {published}")


def _latest(placed: Sequence[Placed], stated: Sequence[Dated | None]) -> _Anchor | None:
    past = [
        dated for one, dated in zip(placed, stated, strict=True) if dated and not one.ahead and dated.first
    ]
    if not past:
        return None
    latest = max(past, key=lambda dated: (dated.last, dated.first))
    assert latest.first is not None
    assert latest.last is not None
    return _Anchor(latest.first, latest.last, "after", f"latest date stated as past: {latest.iso}")


def _fitting(placed: Sequence[Placed], stated: Sequence[Dated | None]) -> _Anchor | None:
    """A day that only certain years fit: the first not before the latest date stated, or the only one."""
    latest = _latest(placed, stated)
    for place, one in enumerate(placed):
        following = placed[place + 1].expression if place + 1 < len(placed) else None
        days = [day for year in YEARS if (day := _fits(one.expression, following, year))]
        if latest:
            days = [day for day in days if day >= latest.first][:1]
        if len(days) == 1:
            (day,) = days
            beside = "weekday" if one.expression.weekday is not None else "lunar date"
            return _Anchor(day, day, "near", f"{beside} beside {day.month}月{day.day}日 fits {day.year}")
    return None


def _fits(one: DateExpression, other: DateExpression | None, year: int) -> date | None:
    """The day a solar date without a year names in that year, if its weekday or lunar date agrees."""
    if one.rule != "month_day" or (found := span(one, year)) is None:
        return None
    if one.weekday is not None:
        return found[0] if found[0].weekday() == one.weekday else None
    if other is None or not same_place(one, other):
        return None
    return found[0] if _solar(other, year) == found[0] else None


def same_place(one: DateExpression, other: DateExpression) -> bool:
    """Whether a lunar date stands right beside a solar one and so names the same day."""
    return other.lunar and not one.lunar and one.day is not None and 0 <= other.start - one.end <= 4


def _inferred(
    one: Placed, before: Sequence[Placed], stated: Sequence[Dated | None], anchor: _Anchor | None
) -> Dated | None:
    expression = one.expression
    if expression.present is not None:
        return _of_present(expression, anchor)
    if expression.named is not None:
        return _of_named(expression, stated)
    basis = ""
    if expression.rule == "day":
        month = next((past.expression.month for past in reversed(before) if past.expression.month), None)
        if month is None:
            return _of_days_before(expression, anchor)
        expression = replace(expression, month=month)
        basis = f"month named last: {month}月; "
    local = _local(one, before, stated)
    chosen = local or anchor
    found = _choose(expression, chosen, one.ahead) if chosen else None
    if found is None or chosen is None:
        return Dated(one.expression, None, None, inferred=True, basis="no year can be told")
    return Dated(expression, *found, inferred=True, basis=basis + chosen.basis)


def _of_days_before(expression: DateExpression, anchor: _Anchor | None) -> Dated | None:
    """A day without a month (26日) as the last such day when the article appeared; else nothing."""
    if anchor is None or anchor.relation != "before" or anchor.first != anchor.last:
        return None
    around = (anchor.first - timedelta(days=back) for back in range(calendar.monthrange(2000, 1)[1]))
    day = next((one for one in around if one.day == expression.day), None)
    return Dated(expression, day, day, inferred=True, basis=anchor.basis) if day else None


def _of_present(expression: DateExpression, anchor: _Anchor | None) -> Dated:
    if anchor is None or (found := span(expression, anchor.last.year + (expression.present or 0))) is None:
        return Dated(expression, None, None, inferred=True, basis="no year can be told")
    return Dated(expression, *found, inferred=True, basis=f"present year from {anchor.basis}")


def _of_named(expression: DateExpression, stated: Sequence[Dated | None]) -> Dated | None:
    year = next((dated.expression.year for dated in reversed(stated) if dated), None)
    if year is None or (found := span(expression, year + (expression.named or 0))) is None:
        return None
    return Dated(expression, *found, inferred=True, basis=f"year named last: {year}")


def _local(one: Placed, before: Sequence[Placed], stated: Sequence[Dated | None]) -> _Anchor | None:
    """The date stated last in the same paragraph."""
    for past, dated in zip(reversed(before), reversed(stated), strict=True):
        if past.paragraph != one.paragraph:
            return None
        if dated and dated.first and dated.last and dated.expression.until_year is None:
            return _Anchor(dated.first, dated.last, "follows", f"date stated before it: {dated.iso}")
    return None


def _choose(expression: DateExpression, anchor: _Anchor, ahead: bool) -> tuple[date, date] | None:
    year = anchor.last.year
    around = [found for step in (-1, 0, 1) if (found := span(expression, year + step))]
    if not around:
        return None
    if anchor.relation == "near":
        return min(around, key=lambda found: abs(found[0] - anchor.first))
    if anchor.relation == "before":
        limit = anchor.last + SOON
        if ahead:
            return next((found for found in around if found[1] >= anchor.first), around[-1])
        return next((found for found in reversed(around) if found[0] <= limit), around[0])
    return next((found for found in around if found[1] >= anchor.first), around[-1])
