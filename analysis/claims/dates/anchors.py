"""What tells the year of a date that is stated without one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, zip_longest
from typing import Literal, NamedTuple

from analysis.claims.dates.dates import DateExpression
from analysis.claims.dates.spans import same_place, solar, span
from analysis.claims.numbers.values import read

YEARS = range(1990, 2050)
"""Years tried when a lunar date or a weekday is to tell which one fits."""

_HAVE_PASSED = re.compile("年(?:之?后|过去)的?(?:今天|如今|现在)")
_YEARS_PASSED = re.compile(
    rf"(?<![0-9.])(?P<years>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})[ ]?{_HAVE_PASSED.pattern}"
)


class Stated(NamedTuple):
    """An expression whose year stands in the text, with the days it covers.

    ``ahead`` where its sentence speaks of the future.
    """

    expression: DateExpression
    first: date
    last: date
    ahead: bool
    iso: str


class Anchor(NamedTuple):
    """A stretch of time that tells the years of other dates, and why it does.

    Those dates lie before it (it is the day of publication), near it, or from it on (``after``).
    """

    first: date
    last: date
    relation: Literal["before", "near", "after"]
    basis: str


def publication(published: str | None) -> Anchor | None:
    """The date of publication, ISO and perhaps partial; null where it is broken."""
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
    return Anchor(first, last, "before", f"date of publication: {published}")


def meeting(year: int | None) -> Anchor | None:
    """The year of a meeting that the article speaks of as recent: it was written in it."""
    if year is None:
        return None
    return Anchor(date(year, 1, 1), date(year, 12, 31), "before", f"a meeting of late: {year}")


def fitting(expressions: Sequence[DateExpression], stated: Sequence[Stated]) -> Anchor | None:
    """A day that only certain years fit: the first not before the latest date stated, or the only one."""
    latest = _latest(stated)
    first = latest.first if latest else date.min
    for one, following in zip_longest(expressions, expressions[1:]):
        if not _has_a_sign(one, following):
            continue
        fitting_days = (_fits(one, following, year) for year in YEARS if year >= first.year)
        days = list(islice((day for day in fitting_days if day and day >= first), 1 if latest else 2))
        if len(days) == 1:
            (day,) = days
            beside = "weekday" if one.weekday is not None else "lunar date"
            return Anchor(day, day, "near", f"{beside} beside {day.month}月{day.day}日 fits {day.year}")
    return None


def passed(years: Sequence[int], stated: Sequence[Stated]) -> Anchor | None:
    """The latest year stated, where so many ``years`` lie between it and another one.

    So an article that says 2016年, 2019年 and 三年后的今天 was written in 2019. Alone, the latest year
    that an article states does not tell when it was written.
    """
    latest = _latest(stated)
    if latest is None:
        return None
    for one in stated:
        if latest.last.year - one.first.year in years:
            basis = f"{latest.last.year - one.first.year} years after {one.first.year}: {latest.last.year}"
            return Anchor(latest.first, latest.last, "after", basis)
    return None


def years_passed(text: str) -> Iterator[int]:
    """Lengths of time that a narrowed, Simplified text says have gone by until now: 三年后的今天."""
    if _HAVE_PASSED.search(text):
        yield from (int(read(found["years"])) for found in _YEARS_PASSED.finditer(text))


def _latest(stated: Sequence[Stated]) -> Stated | None:
    """The latest date stated as past."""
    past = [one for one in stated if not one.ahead]
    return max(past, key=lambda one: (one.last, one.first), default=None)


def _has_a_sign(one: DateExpression, following: DateExpression | None) -> bool:
    """Whether a solar date without a year has its weekday or its lunar date beside it."""
    if one.rule != "month_day":
        return False
    return one.weekday is not None or (following is not None and same_place(one, following))


def _fits(one: DateExpression, following: DateExpression | None, year: int) -> date | None:
    """The day that a date with a sign names in a year, if its weekday or lunar date agrees."""
    found = span(one, year)
    if found is None:
        return None
    if one.weekday is not None:
        return found[0] if found[0].weekday() == one.weekday else None
    return found[0] if following and solar(following, year) == found[0] else None
