"""Dates as a page states when its article appeared: in digits, in Chinese characters or in English."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = rf"(?i:(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_HAN = "〇零一二三四五六七八九十"
_WEEKDAY = r"(?:\s*[,，(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?)?"

DATE = (
    r"(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)(?:\s*日)?"
    r"|民国\s*\d{2,3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    rf"|二[〇零][{_HAN}]{{2}}年[{_HAN}]{{1,2}}月[{_HAN}]{{1,3}}日"
    rf"|{_ENGLISH_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s20\d\d|\d{{1,2}}\s{_ENGLISH_MONTH},?\s20\d\d){_WEEKDAY}"
)
"""A whole date with its year, as a pattern for folded text."""

TIME = (
    r"(?:\s*T?\s*(?:[上下中]午|凌晨|晚上|(?i:[ap]m))?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?"
    r"(?:\s*(?i:[ap]m)|Z|\s?[+-]\d\d:?\d\d)?)"
)
"""A time of day, as it follows a date."""

_FOUNDING_OF_THE_REPUBLIC = 1911
_FORMS = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*"
        r"(?:[-/.年]\s*(?P<month>\d{1,2})(?:\s*[-/.月]\s*(?P<day>\d{1,2}))?)?(?!\d)"
    ),
    re.compile(r"民国\s*(?P<republic>\d{2,3})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})"),
    re.compile(rf"(?P<year>二[〇零][{_HAN}]{{2}})年(?P<month>[{_HAN}]{{1,2}})月(?P<day>[{_HAN}]{{1,3}})日"),
    re.compile(
        rf"(?P<month>{_ENGLISH_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>20\d\d)", re.IGNORECASE
    ),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s(?P<month>{_ENGLISH_MONTH}),?\s(?P<year>20\d\d)", re.IGNORECASE),
)


def iso_date(words: str) -> str | None:
    """The first date in ``words`` in ISO form, as exact as it is written: day, month or year.

    ``None`` where there is none with its year, or where it is not in the calendar.
    """
    matches = [found for form in _FORMS if (found := form.search(words.replace("國", "国")))]
    if not matches:
        return None
    groups = max(matches, key=lambda found: (len(found[0]), -found.start())).groupdict()
    year = _FOUNDING_OF_THE_REPUBLIC + int(groups["republic"]) if groups.get("republic") else None
    fields = [year or _number(groups["year"]), _number(groups.get("month")), _number(groups.get("day"))]
    try:
        date(*(field if field is not None else 1 for field in fields))
    except ValueError:
        return None
    return "-".join(f"{field:02}" for field in fields if field is not None)


def _number(words: str | None) -> int | None:
    """Digits, Chinese digits (二〇二〇, 三十一) or the English name of a month."""
    if words is None:
        return None
    if words.isdecimal():
        return int(words)
    if words[:3].lower() in _MONTHS:
        return _MONTHS.index(words[:3].lower()) + 1
    tens, ten, ones = words.rpartition("十")
    if ten:
        return 10 * (_number(tens) or 1) + (_number(ones) or 0) if tens or ones else 10
    digits = "".join(str(max(0, _HAN.index(mark) - 1)) for mark in words)
    return int(digits) if digits else None
