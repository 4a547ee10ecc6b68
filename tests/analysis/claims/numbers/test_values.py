from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.numbers import values

HAN_DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """A whole number below 10**12 in Han numerals, the standard way: 105000 is 十万五千."""
    for scale, mark in [(10**8, "亿"), (10**4, "万")]:
        if number >= scale:
            above, below = divmod(number, scale)
            return written(above) + mark + (_after(below, scale) if below else "")
    for scale, mark in [(1000, "千"), (100, "百"), (10, "十")]:
        if number >= scale:
            above, below = divmod(number, scale)
            return HAN_DIGITS[above] + mark + (_after(below, scale) if below else "")
    return HAN_DIGITS[number]


def _after(below: int, scale: int) -> str:
    return ("零" if below < scale // 10 else "") + written(below)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_reads_back_what_was_written_in_han_numerals(number: int):
    assert values.read(written(number)) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_reads_back_what_was_written_in_digits(number: int):
    assert values.read(str(number)) == number
    assert values.read(f"{number:,}") == number


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["万", "亿", "千万", ""]))
def test_reads_back_decimals_with_a_scale(number: Any, scale: str):
    worth = {"万": 10**4, "亿": 10**8, "千万": 10**7, "": 1}[scale]
    assert values.read(f"{number}{scale}") == float(number * worth)


@pytest.mark.parametrize("surface", ["", "微信", "几百", "3-4", "点", "第三"])
def test_refuses_what_is_no_plain_number(surface: str):
    with pytest.raises(ValueError):  # noqa: PT011
        values.read(surface)
