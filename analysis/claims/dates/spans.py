"""The days that an expression of time covers in a given year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from lunardate import LunarDate

from analysis.claims.dates.dates import EVE, DateExpression
from analysis.schema import Precision

EDGE_MONTHS = {"start": 1, "middle": 6, "end": 12}
LEAP_YEAR = 2020
"""A year that has every day a year can have."""


def precision(expression: DateExpression) -> Precision:
    """Day, month, quarter, half, year or range; the start, middle or end of a year is a month."""
    if _is_range(expression):
        return "range"
    if expression.day is not None:
        return "day"
    if expression.month or expression.edge or _counts_months(expression):
        return "month"
    if expression.quarter:
        return "quarter"
    return "half" if expression.half else "year"


def span(expression: DateExpression, year: int) -> tuple[date, date] | None:
    """First and last day of the expression in that year; null where the year has no such day.

    A lunar date that states no year is looked for in the solar year: 腊月 may begin in the lunar one before.
    """
    if expression.lunar:
        lunar_years = (year,) if expression.year else (year, year - 1)
        days = [day for lunar_year in lunar_years if (day := solar(expression, lunar_year))]
        day = next((day for day in days if expression.year or day.year == year), None)
        return (day, day) if day else None
    try:
        first, last = _first(expression, year), _last(expression, year)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def iso(expression: DateExpression, first: date, last: date) -> str:
    """Two days as an ISO date as exact as the expression, or as an interval."""
    exact = precision(expression)
    if exact in ("day", "month", "year"):
        return first.isoformat()[: {"day": 10, "month": 7, "year": 4}[exact]]
    width = 10 if expression.until_day else 4 if expression.until_year else 7
    return f"{first.isoformat()[:width]}/{last.isoformat()[:width]}"


def solar(expression: DateExpression, year: int) -> date | None:
    """The lunar date whose month begins in that lunar year, as a solar one."""
    month, day = expression.month or 1, expression.day
    try:
        found: date = LunarDate(year, month, day or 1).to_solar_date()
    except ValueError:
        return None
    return found - timedelta(days=1) if day == EVE else found


def same_place(one: DateExpression, other: DateExpression) -> bool:
    """Whether a lunar date stands right beside a solar one and so names the same day."""
    return other.lunar and not one.lunar and one.day is not None and 0 <= other.start - one.end <= 4


def possible(expression: DateExpression) -> bool:
    """Whether some year has such a day: none has a 30th of February."""
    return expression.month is None or span(expression, LEAP_YEAR) is not None


def _is_range(expression: DateExpression) -> bool:
    ends = (
        expression.until_year,
        expression.until_quarter,
        expression.until_month,
        expression.until_day,
        expression.quarters,
    )
    return ends.count(None) < len(ends)


def _counts_months(expression: DateExpression) -> bool:
    return expression.present_month is not None or expression.named_month is not None


def _first(expression: DateExpression, year: int) -> date:
    return date(year, _months(expression)[0], expression.day or 1)


def _last(expression: DateExpression, year: int) -> date:
    """The last day; an interval of months may end in the next year (12月至2月)."""
    year = expression.until_year or year
    first, last = _months(expression)
    if expression.until_month:
        year += expression.until_month < first
        last = expression.until_month
    elif expression.until_quarter:
        last = 3 * expression.until_quarter
    day = expression.until_day or (None if expression.until_month else expression.day)
    return date(year, last, day or calendar.monthrange(year, last)[1])


def _months(expression: DateExpression) -> tuple[int, int]:
    """First and last month of the year that an expression covers, but for the end of an interval."""
    month = expression.month or EDGE_MONTHS.get(expression.edge or "")
    if month:
        return month, month
    if expression.quarter:
        return 3 * expression.quarter - 2, 3 * expression.quarter
    if expression.half:
        return 6 * expression.half - 5, 6 * expression.half
    return 1, 3 * (expression.quarters or 4)
