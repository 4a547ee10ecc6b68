"""What the size of a number and the way it is written tell of it: whether it counts, and what follows it."""

from __future__ import annotations

import re

from analysis.claims.numbers import values
from analysis.claims.numbers.numerals import Numeral

ORDER_OF_MAGNITUDE = re.compile("级|规模|的|市场|赛道|体量|人(?:企业|公司|团队|规模)")
SCALES = frozenset(values.SCALES)
GREAT_SCALES = frozenset("万亿兆wW")
SMALL = 10
"""A number below this needs a unit of its own: it is not joined to a head before it."""


def is_order_of_magnitude(text: str, numeral: Numeral) -> bool:
    """Whether a scale alone names an order of magnitude: 千亿级市场, 万亿的企业服务市场, 百人企业."""
    surface = text[numeral.start : numeral.end]
    return SCALES.issuperset(surface) and ORDER_OF_MAGNITUDE.match(text, numeral.end) is not None


def has_great_scale(text: str, numeral: Numeral) -> bool:
    """Whether a number is written with 万, 亿 or 兆, as nothing but a count or a sum is."""
    return not GREAT_SCALES.isdisjoint(text[numeral.start : numeral.end])


def could_head_phrase(text: str, numeral: Numeral) -> bool:
    """Whether a noun may follow without a classifier: 250万用户, 11亿的用户, not 500强, 工号10086的员工."""
    if text.startswith("的", numeral.end) and not has_great_scale(text, numeral):
        return False
    great = numeral.value or numeral.high or 0
    surface = text[numeral.start : numeral.end]
    year = re.fullmatch("(?:19|20)[0-9]{2}", surface) is not None
    return (
        great >= 100
        and great == int(great)
        and not year
        and text[numeral.end : numeral.end + 3].lstrip(" ")[:1] != "强"
    )


def stands_alone(text: str, numeral: Numeral, end: int) -> bool:
    """Whether a number may belong to a head before it: it has a scale, or counts nothing behind ``end``."""
    if has_great_scale(text, numeral):
        return True
    surface = text[numeral.start : numeral.end]
    if "." in surface or (numeral.value or numeral.high or 0) < SMALL:
        return False
    return re.match("[ ]?[\u4e00-\u9fffA-Za-z%]", text[end : end + 2]) is None
