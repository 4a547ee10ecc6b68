"""Expressions of time that name a calendar date, and what each of them states.

Found is what stands in the text: ``2月3日`` states a month and a day and no year. Which year it belongs
to is decided in ``years``. Vague relative words (近期, 过去两年, 三年后) name no date and are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.claims.date_patterns import (
    EDGES,
    ENGLISH_MONTHS,
    MONTH_PAIRS,
    NAMED_MONTH,
    NAMED_YEAR,
    PATTERNS,
    PRESENT_MONTH,
    PRESENT_YEAR,
)
from analysis.claims.numerals import DIGITS, read

LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
FOUNDING_OF_THE_REPUBLIC = 1911
"""The year before the first of Taiwan's calendar: 民国109年 is 2020."""
EVE = 0
"""Lunar day that stands for the eve of the month's first day (除夕)."""


@dataclass(frozen=True)
class DateExpression:
    """A date as stated: half-open offsets, the pattern that found it, and the fields it names.

    ``present`` counts years from the present one (去年 is -1), ``named`` from the year named last (同年
    is 0); ``present_month`` (上月28日 is -1) and ``named_month`` (当月 is 0) count months likewise.
    ``quarter`` is 1-4 and ``quarters`` how many from the year's start; ``half`` is 1 or 2; ``edge`` is
    start, middle or end of the year. ``month`` and ``day`` are lunar where ``lunar`` is set. The last
    year, quarter, month or day of an interval is ``until_year`` and so on.
    """

    start: int
    end: int
    rule: str
    year: int | None = None
    present: int | None = None
    named: int | None = None
    until_year: int | None = None
    quarter: int | None = None
    quarters: int | None = None
    until_quarter: int | None = None
    half: int | None = None
    edge: str | None = None
    month: int | None = None
    present_month: int | None = None
    named_month: int | None = None
    until_month: int | None = None
    day: int | None = None
    until_day: int | None = None
    weekday: int | None = None
    lunar: bool = False


_HINT = re.compile("[0-9年月日号季]|除夕")
_TITLE = re.compile("《[^《》]*》")


def find(text: str) -> Iterator[DateExpression]:
    """Every expression in a narrowed, Simplified text, from left to right; of overlapping ones the
    leftmost, then the longest. Nothing inside 《》, the title of a work, is taken for a date.
    """
    if not _HINT.search(text):
        return
    titles = [found.span() for found in _TITLE.finditer(text)]
    characters = set(text)
    found = [
        (match.start(), -match.end(), rule, match)
        for rule, form in PATTERNS.items()
        if not form.marks.isdisjoint(characters)
        for match in form.pattern.finditer(text)
    ]
    end = 0
    for start, _, rule, match in sorted(found, key=lambda item: item[:2]):
        if start < end or any(left <= start < right for left, right in titles):
            continue
        end = match.end()
        yield _expression(rule, match)


def _expression(rule: str, match: re.Match[str]) -> DateExpression:
    groups = {name: value for name, value in match.groupdict().items() if value}
    lunar = bool({"lunar_day", "eve"} & set(groups))
    return DateExpression(
        *match.span(),
        rule,
        year=_year(groups),
        present=PRESENT_YEAR.get(groups.get("present", "")),
        named=NAMED_YEAR.get(groups.get("named", "")),
        until_year=_until_year(groups),
        quarter=1 if "first_quarter" in groups else _first_of(groups, *_QUARTERS),
        quarters=_first_of(groups, "quarters"),
        until_quarter=_first_of(groups, "until_quarter", "until_han_quarter"),
        half={"上": 1, "下": 2, "1": 1, "2": 2}.get(groups.get("half") or groups.get("latin_half", "")),
        edge=EDGES.get(groups.get("edge", "")),
        month=_lunar_month(groups) if lunar else _month(groups),
        present_month=PRESENT_MONTH.get(groups.get("present_month", "")),
        named_month=NAMED_MONTH.get(groups.get("named_month", "")),
        until_month=_until_month(groups),
        day=_lunar_day(groups) if lunar else _first_of(groups, "day", "iso_day"),
        until_day=_first_of(groups, "until_day"),
        weekday=_weekday(groups.get("weekday")),
        lunar=lunar,
    )


_QUARTERS = ("quarter", "han_quarter", "season", "leading_quarter")


def _first_of(groups: dict[str, str], *names: str) -> int | None:
    """The number in the first of the groups that is there."""
    surface = next((groups[name] for name in names if name in groups), None)
    return int(read(surface)) if surface else None


def _year(groups: dict[str, str]) -> int | None:
    if han := groups.get("han_year"):
        return int("".join(str(DIGITS[mark]) for mark in han))
    if short := groups.get("short_year"):
        return int(short) + (2000 if int(short) < 50 else 1900)
    if republic := groups.get("republic_year") or groups.get("taiwan_year"):
        return int(read(republic)) + FOUNDING_OF_THE_REPUBLIC
    if fiscal := groups.get("fiscal_year"):
        return int(fiscal) + (2000 if len(fiscal) == 2 else 0)
    if pair := groups.get("year_pair"):
        return 2000 + int(pair[:2])
    return _first_of(groups, "year", "glued_year", "plain_year", "listed_year")


def _until_year(groups: dict[str, str]) -> int | None:
    if pair := groups.get("year_pair"):
        return 2000 + int(pair[-2:])
    if short := groups.get("until_short_year"):
        return int(groups["year"][:2] + short)
    return _first_of(groups, "until_year")


def _month(groups: dict[str, str]) -> int | None:
    if english := groups.get("english_month"):
        return ENGLISH_MONTHS[english]
    if pair := groups.get("month_pair"):
        return MONTH_PAIRS[pair]
    if "months" in groups or "bare_months" in groups:
        return 1
    return _first_of(groups, "month", "iso_month")


def _until_month(groups: dict[str, str]) -> int | None:
    if pair := groups.get("month_pair"):
        return MONTH_PAIRS[pair] + 1
    return _first_of(groups, "until_month", "months", "bare_months")


def _weekday(surface: str | None) -> int | None:
    """Monday is 0."""
    return min("一二三四五六日天".index(surface), 6) if surface else None


def _lunar_month(groups: dict[str, str]) -> int:
    if month := groups.get("lunar_month"):
        return LUNAR_MONTHS[month]
    return _first_of(groups, "lunar_number") or 1


def _lunar_day(groups: dict[str, str]) -> int:
    if "eve" in groups:
        return EVE
    return int(read(groups["lunar_day"].removeprefix("初").replace("廿", "二十")))
