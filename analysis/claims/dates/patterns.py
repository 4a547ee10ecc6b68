"""The forms of an expression of time, as regular expressions over narrowed, Simplified text."""

from __future__ import annotations

import re
from typing import NamedTuple


class Form(NamedTuple):
    """A pattern, the characters that it begins with, and some of which one stands in whatever it fits."""

    openings: frozenset[str]
    marks: frozenset[str]
    pattern: re.Pattern[str]


PRESENT_YEAR = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
NAMED_YEAR = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1, "第二年": 1}
PRESENT_MONTH = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
NAMED_MONTH = {"当月": 0, "同月": 0, "次月": 1}
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
MONTH_PAIRS = {
    pair: number
    for number, pair in enumerate(
        ("一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "九十", "十十一", "十一二"), start=1
    )
}
"""Two months that follow each other, said in one word (五六月份), and the first of them."""

_FREE = r"(?<![0-9A-Za-z.])"
_TO = r"[ ]?(?:[-~—–]+|至|到)[ ]?"
_YEAR = (
    rf"(?:{_FREE}(?P<year>(?:1[89]|20)\d\d)[ ]?财?年(?!代(?![表理码言工价]))"
    r"|(?<=[A-Za-z])(?P<glued_year>20\d\d)[ ]?财?年"
    rf"|{_FREE}(?P<listed_year>(?:19|20)\d\d)(?=(?:[ ]?[、,和与及/][ ]?(?:19|20)\d\d){{1,9}}[ ]?年)"
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
_MONTH_NUMBER = (
    r"(?:(?<![0-9.])(?:1[0-2]|0?[1-9])|(?<![零一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))"
)
_NO_MONTH = r"(?![饼亮球薪子入均活费光经嫂])"
_MONTH = rf"(?P<month>{_MONTH_NUMBER})[ ]?月{_NO_MONTH}"
_UNTIL_MONTH = rf"(?P<until_month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])[ ]?月{_NO_MONTH}"
_MONTH_PAIR = rf"(?<![零一二三四五六七八九十])(?P<month_pair>{'|'.join(MONTH_PAIRS)})月{_NO_MONTH}"
_PRESENT_MONTH = rf"(?P<present_month>{'|'.join(PRESENT_MONTH)})"
_NAMED_MONTH = rf"(?P<named_month>{'|'.join(NAMED_MONTH)})"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY = (
    rf"(?P<day>{_DAY_NUMBER})"
    r"[ ]?[日号](?=[ ]?[,(]?[ ]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])|)"
)
_PART_OF_MONTH = r"(?:份|上旬|中旬|下旬|初|底|末)?"
_QUARTER_NUMBER = "[一二三四1-4]"
_SEASON = rf"(?<![》」”])第(?P<season>{_QUARTER_NUMBER})季(?![度节军赛播录开嘉])"
_QUARTER = (
    r"(?:(?<![A-Za-z])Q(?P<quarter>[1-4])(?![0-9A-Za-z:：.、])"
    rf"|(?:第|(?<![0-9一两二三四个每下上第]))(?P<han_quarter>{_QUARTER_NUMBER})季度"
    rf"|{_SEASON}|(?P<first_quarter>首季)度?)"
)
_QUARTER_RANGE = (
    rf"(?:(?<![A-Za-z])Q(?P<quarter>[1-4]){_TO}Q?(?P<until_quarter>[1-4])(?![0-9A-Za-z.])"
    rf"|(?:第|(?<![0-9]))(?P<han_quarter>{_QUARTER_NUMBER})(?:季度)?(?:{_TO}|[ ]?[、和及与][ ]?)"
    rf"第?(?P<until_han_quarter>{_QUARTER_NUMBER})季度)"
)
_QUARTERS = r"前(?P<quarters>[二两三23]){}季(?![节赛军])度?"
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
_YEAR_PAIR = "|".join(rf"{year}[.、/]{year + 1}" for year in range(10, 30))
"""Two years in one word (15.16年): one number after the other, so no length of time."""

_YEARS = "0123456789一二民F今去明前本同当次翌第"
_NUMBERS = "0123456789一二三四五六七八九十"
_QUARTERS_OPEN = "Q第首1234一二三四"
CAPITALS = "JFMASOND"

PATTERNS = {
    name: Form(frozenset(openings), frozenset(marks), re.compile(pattern))
    for name, (openings, marks, pattern) in {
        "full_date": (_YEARS, "月", rf"{_OPENING}{_MONTH}[ ]?{_DAY}"),
        "year_month": (_YEARS, "月", rf"{_OPENING}{_MONTH}{_PART_OF_MONTH}"),
        "year_quarter": (_YEARS, "季Q", rf"{_OPENING}{_QUARTER}"),
        "year_quarters": (_YEARS, "季", _OPENING + _QUARTERS.format("个?")),
        "year_half": (_YEARS, "半H", rf"{_OPENING}{_HALF_OF_YEAR}"),
        "year_edge": (_YEARS, "初中底末", rf"{_OPENING}{_EDGE}"),
        "year": (_YEARS, "年F", rf"(?:{_YEAR}|{_PRESENT})"),
        "years": (
            "12",
            "129",
            (
                rf"{_FREE}(?P<year>(?:19|20)\d\d)[ ]?年?{_TO}"
                r"(?P<until_year>(?:19|20)\d\d)(?:[ ]?年|(?=[ ]?(?:[:)]|$)))"
            ),
        ),
        "season_year": (
            "2",
            "年季",
            rf"{_FREE}(?P<year>20\d\d)[ ]?[-/–][ ]?(?P<until_short_year>\d\d)[ ]?(?:财年|学年|赛季|年度)",
        ),
        "year_pair": ("12", "年", rf"(?<![0-9.])(?P<year_pair>{_YEAR_PAIR})年"),
        "months": (
            _YEARS + _NUMBERS,
            "月",
            rf"(?:{_OPENING})?(?P<month>{_MONTH_NUMBER})[ ]?(?:月份?)?{_TO}{_UNTIL_MONTH}份?",
        ),
        "month_pair": (_YEARS + _NUMBERS, "月", rf"(?:{_OPENING})?{_MONTH_PAIR}份?"),
        "months_so_far": (
            _YEARS,
            "月",
            (
                rf"(?:{_OPENING}[前头](?P<months>1[0-2]|[2-9]|十一?|[两二三四五六七八九])[ ]?个?月"
                r"|(?<![0-9天周月年])前(?P<bare_months>1[0-2]|[2-9]|十一?|[二三四五六七八九])月)"
            ),
        ),
        "days": (
            _YEARS + _NUMBERS,
            "日号",
            (
                rf"(?:{_OPENING})?{_MONTH}[ ]?(?P<day>{_DAY_NUMBER})[ ]?[日号]?{_TO}"
                rf"(?:{_UNTIL_MONTH}[ ]?)?(?P<until_day>{_DAY_NUMBER})[ ]?[日号]"
            ),
        ),
        "quarter_range": (_YEARS + _QUARTERS_OPEN, "季Q", rf"(?:{_OPENING})?{_QUARTER_RANGE}"),
        "quarter_first": (
            "Q1234",
            "Q",
            (
                r"(?<![A-Za-z0-9])(?:Q(?P<quarter>[1-4])[ ]?(?P<year>20\d\d)"
                r"|(?P<leading_quarter>[1-4])Q[ ]?(?P<fiscal_year>20\d\d|\d\d))(?![0-9A-Za-z.])"
            ),
        ),
        "iso_date": (
            "12",
            "-/.",
            (
                r"(?<![0-9A-Za-z./-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<iso_month>1[0-2]|0?[1-9])"
                r"(?P=sign)(?P<iso_day>3[01]|[12]\d|0?[1-9])(?![0-9]|[-/.][0-9])"
            ),
        ),
        "iso_month": (
            "2",
            "-/.",
            (
                r"(?<![0-9A-Za-z./-])(?P<year>20\d\d)[-/.](?P<iso_month>1[0-2]|0[1-9])"
                r"(?![0-9]|[-/.%版万亿元])"
            ),
        ),
        "english_date": (CAPITALS, CAPITALS, rf"{_ENGLISH_MONTH}(?:[ ]{_ENGLISH_DAY},?)?{_ENGLISH_YEAR}"),
        "day_first": ("0123456789", CAPITALS, rf"{_FREE}{_ENGLISH_DAY}[ ]{_ENGLISH_MONTH},?{_ENGLISH_YEAR}"),
        "slash_day": (
            "0123456789",
            "/",
            (
                r"(?<![0-9A-Za-z./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])"
                r"(?=起|前|当[天日]|凌晨|[早晚]上|[上下]午|上线|\((?:周|星期)?[一二三四五六日]\))"
            ),
        ),
        "month_day": (_NUMBERS, "日号", rf"{_MONTH}[ ]?{_DAY}"),
        "month": (_NUMBERS, "月", rf"{_MONTH}{_PART_OF_MONTH}"),
        "present_month": ("本上下", "月", rf"{_PRESENT_MONTH}(?:{_DAY}|[初底末]|[上中下]旬)"),
        "named_month": ("当同次", "月", rf"{_NAMED_MONTH}(?:{_DAY}|[初底末]|[上中下]旬)"),
        "day": (
            "123456789",
            "日",
            r"(?<![0-9.月/-])(?P<day>3[01]|[12]\d|[1-9])日(?![内后前均活游留间期用常程报本之以元])",
        ),
        "day_told": (
            "今昨明前",
            "(",
            (
                r"[今昨明前][天日]?[ ]?\([ ]?(?P<day>3[01]|[12]\d|0?[1-9])[ ]?[日号]?[ ]?\)"
                r"(?:[ ]?[日号天晚早])?"
            ),
        ),
        "quarter": (_QUARTERS_OPEN, "季Q", _QUARTER),
        "quarters": ("前", "季", _QUARTERS.format("")),
        "half": ("上下", "半", rf"(?<![一两]){_HALF}(?!报)"),
        "edge": ("年", "年", r"(?<![每往历近一-十数几0-9年])年(?P<edge>[初底末])(?![级期国小高学端一])"),
        "lunar_day": (_YEARS + "农正冬腊", "月", rf"(?:{_OPENING})?{_LUNAR_MONTH}{_LUNAR_DAY}(?![多个])"),
        "new_year": (
            _YEARS + "农大",
            "年",
            rf"(?:{_OPENING})?(?:农历)?大年(?P<lunar_day>初[一二三四五六七])",
        ),
        "eve": (_YEARS + "农除大", "除大", rf"(?:{_OPENING})?(?:农历)?(?P<eve>除夕|大年三十)"),
    }.items()
}
"""Every form by its name; the names of the groups are read in ``dates``."""
