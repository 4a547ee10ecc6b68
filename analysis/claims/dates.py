"""Expressions of time that name a calendar date, and what each of them states.

Found is what stands in the text: ``2月3日`` states a month and a day and no year. Which year it belongs
to is decided in ``years``. Vague relative words (近期, 过去两年, 三年后) name no date and are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.claims.numerals import DIGITS, read

PRESENT_YEAR = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
NAMED_YEAR = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "第二年": 1}
EDGES = {"初": "start", "中": "middle", "底": "end", "末": "end"}
ENGLISH_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("January", "Jan"),
            ("February", "Feb"),
            ("March", "Mar"),
            ("April", "Apr"),
            ("May",),
            ("June", "Jun"),
            ("July", "Jul"),
            ("August", "Aug"),
            ("September", "Sept", "Sep"),
            ("October", "Oct"),
            ("November", "Nov"),
            ("December", "Dec"),
        ),
        start=1,
    )
    for name in names
}
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
FOUNDING_OF_THE_REPUBLIC = 1911
"""The year before the first of Taiwan's calendar: 民国109年 is 2020."""
EVE = 0
"""Lunar day that stands for the eve of the month's first day (除夕)."""


@dataclass(frozen=True)
class DateExpression:
    """A date as stated: half-open offsets, the pattern that found it, and the fields it names.

    ``present`` counts years from the present one (去年 is -1), ``named`` from the year named last (同年
    is 0). ``quarter`` is 1-4 and ``quarters`` how many from the year's start; ``half`` is 1 or 2;
    ``edge`` is start, middle or end of the year. ``month`` and ``day`` are lunar where ``lunar`` is set.
    ``until_year`` is the last year of an interval.
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
    half: int | None = None
    edge: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    lunar: bool = False

    @property
    def names_year(self) -> bool:
        """Whether the year stands in the expression itself."""
        return self.year is not None


_FREE = r"(?<![0-9A-Za-z.])"
_YEAR = (
    rf"(?:{_FREE}(?P<year>(?:1[89]|20)\d\d)[ ]?财?年"
    r"|(?<=[A-Za-z])(?P<glued_year>20\d\d)[ ]?财?年"
    r"|(?<![零〇一二三四五六七八九十])(?P<han_year>[一二][九八零〇][零〇一二三四五六七八九]{2})年"
    r"|民国[ ]?(?P<republic_year>\d{2,3}|[一二三四五六七八九十百零〇]{2,5})[ ]?年"
    r"|(?<![0-9.,])(?P<taiwan_year>1[01]\d)[ ]?年(?=[ ]?(?:1[0-2]|0?[1-9])[ ]?月)"
    r"|(?<![A-Za-z])FY[ ]?(?P<fiscal_year>20\d\d|\d\d)(?!\d))"
)
_YEAR_BEFORE_QUARTER = rf"{_FREE}(?P<plain_year>(?:19|20)\d\d)[ ]?(?=[QH])"
_SHORT_YEAR = r"(?<![0-9.])(?P<short_year>\d\d)年"
_AGE = "[已刚才]?[ ]?[0-9一二三四五六七八九十]{1,3}[ ]?岁"
_PRESENT = rf"(?P<present>今年(?!{_AGE})|去年|明年|(?<![之以])前年|本年)"
_NAMED = r"(?P<named>同年|当年|次年|翌年|第二年)"
_OPENING = rf"(?:{_YEAR}|{_YEAR_BEFORE_QUARTER}|{_SHORT_YEAR}|{_PRESENT}|{_NAMED})度?的?[ ]?"
_MONTH = (
    r"(?P<month>(?<![0-9.])(?:1[0-2]|0?[1-9])|(?<![零一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))"
    r"[ ]?月(?![饼亮球薪子入均活费光经嫂])"
)
_DAY = (
    r"(?P<day>(?:3[01]|[12]\d|0?[1-9])|(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]))"
    r"[ ]?[日号](?=[ ]?[,(]?[ ]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])|)"
)
_PART_OF_MONTH = r"(?:份|上旬|中旬|下旬|初|底|末)?"
_QUARTER = r"(?:(?<![A-Za-z])Q(?P<quarter>[1-4])(?![0-9A-Za-z:：.、])|第?(?P<han_quarter>[一二三四1-4])季度)"
_QUARTERS = r"前(?P<quarters>[二两三23])个?季度"
_HALF = r"(?P<half>[上下])半年"
_HALF_OF_YEAR = rf"(?:{_HALF}|H(?P<latin_half>[12])(?![0-9A-Za-z.]))"
_EDGE = r"年?(?P<edge>[初中底末])(?![级期国小高学端])"
_ENGLISH_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_ENGLISH_YEAR = r"[ ](?P<year>20\d\d)(?!\d)"
_ENGLISH_MONTH = rf"(?<![A-Za-z])(?P<english_month>{'|'.join(ENGLISH_MONTHS)})\.?"
_LUNAR_DAY = (
    r"(?P<lunar_day>初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?"
    r"|廿[一二三四五六七八九]?|三十)"
)
_LUNAR_MONTH = r"(?:(?:农历)?(?P<lunar_month>[正冬腊])|农历(?P<lunar_number>十?[一二三四五六七八九十]))月"

_PATTERNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "full_date": rf"{_OPENING}{_MONTH}[ ]?{_DAY}",
        "year_month": rf"{_OPENING}{_MONTH}{_PART_OF_MONTH}",
        "year_quarter": rf"{_OPENING}{_QUARTER}",
        "year_quarters": rf"{_OPENING}{_QUARTERS}",
        "year_half": rf"{_OPENING}{_HALF_OF_YEAR}",
        "year_edge": rf"{_OPENING}{_EDGE}",
        "year": rf"(?:{_YEAR}|{_PRESENT})",
        "years": (
            rf"{_FREE}(?P<year>(?:19|20)\d\d)[ ]?年?[ ]?(?:[-~—–]+|至|到)[ ]?"
            r"(?P<until_year>(?:19|20)\d\d)[ ]?年"
        ),
        "iso_date": (
            r"(?<![0-9A-Za-z./-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<iso_month>1[0-2]|0?[1-9])"
            r"(?P=sign)(?P<iso_day>3[01]|[12]\d|0?[1-9])(?![0-9]|[-/.][0-9])"
        ),
        "iso_month": (
            r"(?<![0-9A-Za-z./-])(?P<year>20\d\d)[-/.](?P<iso_month>1[0-2]|0[1-9])"
            r"(?![0-9]|[-/.%版万亿元])"
        ),
        "english_date": rf"{_ENGLISH_MONTH}(?:[ ]{_ENGLISH_DAY},?)?{_ENGLISH_YEAR}",
        "day_first": rf"{_FREE}{_ENGLISH_DAY}[ ]{_ENGLISH_MONTH},?{_ENGLISH_YEAR}",
        "slash_day": (
            r"(?<![0-9A-Za-z./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])"
            r"(?=起|前|当[天日]|凌晨|[早晚]上|[上下]午|上线|\((?:周|星期)?[一二三四五六日]\))"
        ),
        "month_day": rf"{_MONTH}[ ]?{_DAY}",
        "month": rf"{_MONTH}{_PART_OF_MONTH}",
        "day": r"(?<![0-9.月/-])(?P<day>3[01]|[12]\d|[1-9])日(?![内后前均活游留间期用常程报本之以元])",
        "quarter": rf"(?<![0-9一两二三四个每下上]){_QUARTER}",
        "quarters": _QUARTERS,
        "half": rf"(?<![一两]){_HALF}(?!报)",
        "edge": r"(?<![每往历近一-十数几0-9年])年(?P<edge>[初底末])(?![级期国小高学端一])",
        "lunar_day": rf"{_LUNAR_MONTH}{_LUNAR_DAY}(?![多个])",
        "new_year": r"大年(?P<lunar_day>初[一二三四五六七])",
        "eve": r"(?P<eve>除夕|大年三十)",
    }.items()
}
_HINT = re.compile("[0-9年月日号季]|除夕")


def find(text: str) -> Iterator[DateExpression]:
    """Every expression in a narrowed, Simplified text, from left to right; of overlapping ones the
    leftmost, then the longest. Nothing inside 《》, the title of a work, is taken for a date.
    """
    if not _HINT.search(text):
        return
    titles = [found.span() for found in re.finditer("《[^《》]*》", text)]
    found = [
        (match.start(), -match.end(), rule, match)
        for rule, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    end = 0
    for start, _, rule, match in sorted(found, key=lambda item: item[:2]):
        if start < end or any(left <= start < right for left, right in titles):
            continue
        end = match.end()
        yield _expression(rule, match)


def _expression(rule: str, match: re.Match[str]) -> DateExpression:
    groups = {name: value for name, value in match.groupdict().items() if value}
    quarter = groups.get("quarter") or groups.get("han_quarter")
    lunar = bool({"lunar_day", "eve"} & set(groups))
    return DateExpression(
        *match.span(),
        rule,
        year=_year(groups),
        present=PRESENT_YEAR.get(groups.get("present", "")),
        named=NAMED_YEAR.get(groups.get("named", "")),
        until_year=_number(groups.get("until_year")),
        quarter=_number(quarter),
        quarters=_number(groups.get("quarters")),
        half={"上": 1, "下": 2, "1": 1, "2": 2}.get(groups.get("half") or groups.get("latin_half", "")),
        edge=EDGES.get(groups.get("edge", "")),
        month=_lunar_month(groups) if lunar else _month(groups),
        day=_lunar_day(groups) if lunar else _number(groups.get("day") or groups.get("iso_day")),
        weekday=_weekday(groups.get("weekday")),
        lunar=lunar,
    )


def _year(groups: dict[str, str]) -> int | None:
    if han := groups.get("han_year"):
        return int("".join(str(DIGITS[mark]) for mark in han))
    if short := groups.get("short_year"):
        return int(short) + (2000 if int(short) < 50 else 1900)
    if republic := groups.get("republic_year") or groups.get("taiwan_year"):
        return int(read(republic)) + FOUNDING_OF_THE_REPUBLIC
    if fiscal := groups.get("fiscal_year"):
        return int(fiscal) + (2000 if len(fiscal) == 2 else 0)
    return _number(groups.get("year") or groups.get("glued_year") or groups.get("plain_year"))


def _month(groups: dict[str, str]) -> int | None:
    if english := groups.get("english_month"):
        return ENGLISH_MONTHS[english]
    return _number(groups.get("month") or groups.get("iso_month"))


def _number(surface: str | None) -> int | None:
    return int(read(surface)) if surface else None


def _weekday(surface: str | None) -> int | None:
    """Monday is 0."""
    return "一二三四五六日天".index(surface) if surface else None


def _lunar_month(groups: dict[str, str]) -> int:
    if month := groups.get("lunar_month"):
        return LUNAR_MONTHS[month]
    return _number(groups.get("lunar_number")) or 1


def _lunar_day(groups: dict[str, str]) -> int:
    if "eve" in groups:
        return EVE
    return int(read(groups["lunar_day"].removeprefix("初").replace("廿", "二十")))
