"""Expressions of time that name a calendar date, and what each of them states.

Found is what stands in the text: ``2月3日`` states a month and a day and no year. Which year it belongs
to is decided in ``years``. Vague relative words (近期, 过去两年, 三年后) name no date and are not found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from analysis.claims.dates.openings import BEGINNING, FORMS
from analysis.claims.dates.patterns import (
    EDGES,
    ENGLISH_MONTHS,
    MONTH_PAIRS,
    NAMED_MONTH,
    NAMED_YEAR,
    PRESENT_MONTH,
    PRESENT_YEAR,
)
from analysis.claims.numbers.numerals import narrow
from analysis.claims.numbers.values import DIGITS, read
from analysis.document import Document

LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
FOUNDING_OF_THE_REPUBLIC = 1911
"""The year before the first of Taiwan's calendar: 民国109年 is 2020."""
EVE = 0
"""Lunar day that stands for the eve of the month's first day (除夕)."""


class DateExpression(NamedTuple):
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


_TITLE = re.compile("《[^《》]*》")


def find(text: str) -> Iterator[DateExpression]:
    """Every expression in a narrowed, Simplified text, from left to right; of overlapping ones the
    leftmost, then the longest. Nothing inside 《》, the title of a work, is taken for a date.
    """
    openings = [opening.start() for opening in BEGINNING.finditer(text)]
    if not openings:
        return
    characters = frozenset(text)
    titles = [title.span() for title in _TITLE.finditer(text)] if "《" in text else []
    end = 0
    for place in openings:
        if place < end or any(left <= place < right for left, right in titles):
            continue
        if found := _longest(text, place, characters):
            end = found.end
            yield found


def of_sentences(document: Document) -> list[list[DateExpression]]:
    """For every sentence of a document the expressions in it, with offsets into the sentence."""
    body = narrow(document.body)
    found: list[list[DateExpression]] = [[] for _ in document.sentences]
    starts = [sentence.start for sentence in document.sentences]
    for place in {bisect_right(starts, one.start()) - 1 for one in BEGINNING.finditer(body)} - {-1}:
        found[place] = list(find(body[slice(*document.sentences[place])]))
    return found


def _longest(text: str, place: int, characters: frozenset[str]) -> DateExpression | None:
    """The longest expression that begins at ``place``; ``characters`` are those of the text."""
    found = [
        (match, rule)
        for rule, form in FORMS[text[place]]
        if not form.marks.isdisjoint(characters) and (match := form.pattern.match(text, place))
    ]
    if not found:
        return None
    match, rule = max(found, key=lambda one: one[0].end())
    fields = {
        field: read(surface)
        for group, surface in match.groupdict().items()
        if surface
        for field, read in _STATED.get(group, {}).items()
    }
    if fields.get("lunar"):
        fields.setdefault("month", 1)
    return DateExpression(match.start(), match.end(), rule, **fields)


def _number(surface: str) -> int:
    return int(read(surface))


def _han_year(surface: str) -> int:
    return int("".join(str(DIGITS[mark]) for mark in surface))


def _short_year(surface: str) -> int:
    return int(surface) + (2000 if int(surface) < 50 else 1900)


def _year_of_the_republic(surface: str) -> int:
    return int(read(surface)) + FOUNDING_OF_THE_REPUBLIC


def _in_this_century(surface: str) -> int:
    return int(surface) + (2000 if len(surface) == 2 else 0)


def _lunar_day(surface: str) -> int:
    return int(read(surface.removeprefix("初").replace("廿", "二十")))


def _weekday(surface: str) -> int:
    """Monday is 0."""
    return min("一二三四五六日天".index(surface), 6)


def _one(_: str) -> int:
    return 1


def _yes(_: str) -> bool:
    return True


_STATED: dict[str, dict[str, Callable[[str], Any]]] = {
    "year": {"year": _number},
    "glued_year": {"year": _number},
    "plain_year": {"year": _number},
    "listed_year": {"year": _number},
    "han_year": {"year": _han_year},
    "short_year": {"year": _short_year},
    "republic_year": {"year": _year_of_the_republic},
    "taiwan_year": {"year": _year_of_the_republic},
    "fiscal_year": {"year": _in_this_century},
    "year_pair": {
        "year": lambda pair: _in_this_century(pair[:2]),
        "until_year": lambda pair: _in_this_century(pair[-2:]),
    },
    "until_year": {"until_year": _number},
    "until_short_year": {"until_year": _in_this_century},
    "present": {"present": PRESENT_YEAR.get},
    "named": {"named": NAMED_YEAR.get},
    "quarter": {"quarter": _number},
    "han_quarter": {"quarter": _number},
    "season": {"quarter": _number},
    "leading_quarter": {"quarter": _number},
    "first_quarter": {"quarter": _one},
    "quarters": {"quarters": _number},
    "until_quarter": {"until_quarter": _number},
    "until_han_quarter": {"until_quarter": _number},
    "half": {"half": {"上": 1, "下": 2}.get},
    "latin_half": {"half": int},
    "edge": {"edge": EDGES.get},
    "month": {"month": _number},
    "iso_month": {"month": _number},
    "english_month": {"month": ENGLISH_MONTHS.get},
    "month_pair": {"month": MONTH_PAIRS.get, "until_month": lambda pair: MONTH_PAIRS[pair] + 1},
    "months": {"month": _one, "until_month": _number},
    "bare_months": {"month": _one, "until_month": _number},
    "until_month": {"until_month": _number},
    "present_month": {"present_month": PRESENT_MONTH.get},
    "named_month": {"named_month": NAMED_MONTH.get},
    "lunar_month": {"month": LUNAR_MONTHS.get},
    "lunar_number": {"month": _number},
    "day": {"day": _number},
    "iso_day": {"day": _number},
    "until_day": {"until_day": _number},
    "lunar_day": {"day": _lunar_day, "lunar": _yes},
    "eve": {"day": lambda _: EVE, "lunar": _yes},
    "weekday": {"weekday": _weekday},
}
"""What each group of the forms states: fields of an expression, and how they are read from its words."""
