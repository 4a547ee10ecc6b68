"""Numbers as Chinese articles write them: finding them in a text and reading their value.

Covers digits with separators (1,100万), digits with scales (3万4000, 1.22 亿, 10w+), Han numerals
(二百余万, 一万五千亿, 三点五亿), vague ones (几百, 数十亿, 十几万, 上千万, 两三千), ranges (3-4,
40%-50%, 10万至20万), percentages and fractions (百分之六十, 三分之一, 1/3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from analysis.claims.numbers.openings import HAN_DIGITS, HAN_SCALES, MEASURES, OPENING
from analysis.claims.numbers.values import ARABIC, DIGITS, SCALES, read
from analysis.schema import Qualifier

LONGEST = 32
"""Characters of the longest number there is; what runs on is none."""

WIDE = re.compile("[\uff01-\uff5e]")
TO_NARROW = 0xFEE0
"""What the code of a full-width mark is greater by than that of its ASCII one."""

_SCALE = f"[{HAN_SCALES}]"
_HAN_DIGIT = f"[{HAN_DIGITS}]"
_DIGITS = (
    rf"(?<![0-9.])(?<![0-9][,:/]){ARABIC}(?![0-9])(?!\.[0-9])"
    rf"(?:[ ]?[多余来几]?[ ]?{_SCALE}+(?:{ARABIC}(?:[多余]?{_SCALE}+)?)*|[ ]?[wWkK](?![A-Za-z]))?"
)
_HAN = (
    rf"(?:上(?={_SCALE})|[几数](?={_SCALE}))?"
    rf"(?:{_HAN_DIGIT}|{_SCALE}|[多余来几](?={_SCALE})|(?<=十)几|(?<={_HAN_DIGIT})点(?={_HAN_DIGIT}))+"
)
_NUMBER = rf"(?:{_DIGITS}|{_HAN}|几|(?<!无)数(?=[天周月年倍家名位]))"
_TAIL = r"(?:[多余](?!数|元)|来(?=[个位名家年天人]))?"
_HAN_NUMBER = "[一二两三四五六七八九十百千万]+"
_MEASURE = f"(?:{'|'.join(MEASURES)})"
_DASH = r"[ ]?(?:[-~—–]+|至|到)[ ]?"
_FORMS = re.compile(
    rf"(?P<percent>百分之(?P<part>{_NUMBER})(?:{_DASH}(?:百分之)?(?P<part_high>{_NUMBER}))?)"
    rf"|(?P<fraction>(?P<whole>{_HAN_NUMBER}|{ARABIC})分之(?P<share>{_HAN_NUMBER}|{ARABIC}))"
    rf"|(?P<slash>(?<![\d/.])(?P<over>\d)/(?P<under>\d{{1,2}})(?![\d/年月]))"
    rf"|(?P<range>(?P<low>{_NUMBER}){_TAIL}(?:%|[ ]?万?元|[ ]?(?P<unit>{_MEASURE})|亿|万)?"
    rf"{_DASH}(?P<high>{_NUMBER}))"
    rf"|(?P<single>{_NUMBER}{_TAIL})"
    r"|(?P<half>半(?=年|个月|个?小时))"
)
_IN_RANGE = re.compile("[^,，。;；、]{0,6}(?:不等|之间|左右)")
_PAIR = re.compile("一[两二]|二三|两三|三四|三五|四五|五六|六七|七八|八九")


class Numeral(NamedTuple):
    """A number in a text: half-open offsets, and what it says.

    ``value`` is null for a range; ``low`` and ``high`` are set for ranges and vague numbers.
    ``qualifier`` is what the number itself says of its bound (几百: several, 上万: over), else null.
    ``form`` tells percentages and fractions from plain numbers.
    """

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier | None = None
    form: Literal["plain", "percent", "ratio"] = "plain"


def narrow(text: str) -> str:
    """The text with full-width letters, digits and signs made ASCII; its length stays the same."""
    for wide in set(WIDE.findall(text)):
        text = text.replace(wide, chr(ord(wide) - TO_NARROW))
    return text


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """Every number in ``text[start:end]`` (narrowed, Simplified), from left to right.

    A number is only a candidate: whether it counts anything is not asked here.
    """
    end = len(text) if end is None else end
    while numeral := first(text, start, end):
        yield numeral
        start = numeral.end


def first(text: str, start: int, end: int, opening: re.Pattern[str] = OPENING) -> Numeral | None:
    """The first number in ``text[start:end]`` that begins at an ``opening``, if there is one."""
    while found := opening.search(text, start, end):
        match = _FORMS.match(text, found.start(), end)
        numeral = _read_match(match) if match and len(match[0]) <= LONGEST else None
        if numeral:
            return numeral
        start = match.end() if match else found.end()
    return None


def _read_match(match: re.Match[str]) -> Numeral | None:
    """What a form says; nothing where it cannot be read or the ends of a range are the wrong way round."""
    try:
        found = _of_form(match)
    except (ValueError, ArithmeticError):
        return None
    ordered = found.low is None or found.high is None or found.low < found.high
    return found if ordered else None


def _of_form(match: re.Match[str]) -> Numeral:
    match match.lastgroup:
        case "single":
            return _single(match[0], match.start())
        case "range":
            return _range(match)
        case "percent":
            return _percent(match)
        case "half":
            return Numeral(*match.span(), 0.5)
        case _:
            return _fraction(match)


def _fraction(match: re.Match[str]) -> Numeral:
    part, whole = (match["share"], match["whole"]) if match["fraction"] else (match["over"], match["under"])
    return Numeral(*match.span(), read(part) / read(whole), form="ratio")


def _percent(match: re.Match[str]) -> Numeral:
    """A percentage, or a range of them; of what changes to a smaller one, the first."""
    start, end = match.span()
    if not match["part_high"]:
        return _single(match["part"], start)._replace(end=end, form="percent")
    low, high = read(match["part"]), read(match["part_high"])
    if low >= high:
        return _single(match["part"], start)._replace(end=match.end("part"), form="percent")
    return Numeral(start, end, None, low, high, form="percent")


def _range(match: re.Match[str]) -> Numeral:
    """A range whose lower end may leave out the scale of its upper end (10-20万), or repeat its unit."""
    low, high = match["low"], match["high"]
    lower, upper = _single(low, match.start()), _single(high, match.start("high"))
    if lower.value is None or upper.value is None:
        raise ValueError(match[0])
    below, above = lower.value, upper.value
    between = match.string[match.end("low") : match.start("high")]
    if _changes(match):
        return lower
    repeated = "%" if "%" in between else match["unit"]
    if repeated and not match.string.startswith(
        repeated, match.end() + match.string.startswith(" ", match.end())
    ):
        return lower
    scale = next((mark for mark in "万亿" if mark in between), None)
    if scale is None and not set(low) & set(SCALES):
        scale = _last_scale(high)
    below *= SCALES[scale] if scale else 1
    if below >= above:
        return _single(low, match.start())
    return Numeral(match.start(), match.end(), None, below, above)


def _changes(match: re.Match[str]) -> bool:
    """Whether the ends are what something changed from and to (从1000万到2亿), not those of a range."""
    if not match.string.endswith(("从", "由"), 0, match.start()):
        return False
    return _IN_RANGE.match(match.string, match.end()) is None


def _last_scale(surface: str) -> str | None:
    return surface[-1] if surface[-1] in "万亿" and surface[:-1].isascii() else None


def _single(surface: str, start: int) -> Numeral:
    end = start + len(surface)
    if surface in DIGITS:
        return Numeral(start, end, float(DIGITS[surface]))
    if surface.isascii() and surface.isdecimal():
        return Numeral(start, end, float(surface))
    plain = re.sub("[多余来 ]", "", surface)
    if plain[0] in "几数":
        base = read(plain[1:] or "一")
        return Numeral(start, end, base, 2 * base, 10 * base - 1, "several")
    if "几" in plain:
        before, after = plain.split("几", 1)
        base, unit = read(before + after), read(after or "一")
        return Numeral(start, end, base, base + unit, base + 9 * unit, "several")
    if (pair := _PAIR.search(plain)) and not set(plain) & set("〇零"):
        below = read(plain.replace(pair[0], pair[0][0], 1))
        above = read(plain.replace(pair[0], pair[0][1], 1))
        return Numeral(start, end, None, below, above)
    qualifier: Qualifier | None = None
    if plain[0] == "上":
        plain, qualifier = plain[1:], "over"
    if re.search("[多余]", surface):
        qualifier = "over"
    elif "来" in surface:
        qualifier = "about"
    return Numeral(start, end, read(plain), qualifier=qualifier)
