"""What the size and the writing of a number tell of it."""

import pytest

from analysis.claims.numbers import numerals
from analysis.claims.numbers.magnitudes import (
    could_head_phrase,
    has_great_scale,
    is_order_of_magnitude,
    stands_alone,
)


@pytest.mark.parametrize(
    ("text", "vague"), [("千亿级市场", True), ("万亿规模", True), ("百亿营收", False), ("3亿级用户", False)]
)
def test_an_order_of_magnitude_is_no_number(text: str, vague: bool):
    assert is_order_of_magnitude(text, next(numerals.find(text))) is vague


@pytest.mark.parametrize(("text", "great"), [("3万", True), ("10w", True), ("3000", False), ("三百", False)])
def test_a_great_scale_makes_a_count(text: str, great: bool):
    assert has_great_scale(text, next(numerals.find(text))) is great


@pytest.mark.parametrize(
    ("text", "could"),
    [
        ("250万用户", True),
        ("11亿的用户", True),
        ("300用户", True),
        ("30用户", False),
        ("3.5用户", False),
        ("2019用户大会", False),
        ("500强企业", False),
        ("10086的员工", False),
    ],
)
def test_a_noun_may_follow(text: str, could: bool):
    assert could_head_phrase(text, next(numerals.find(text))) is could


@pytest.mark.parametrize(
    ("text", "end", "alone"),
    [("3亿的", 2, True), ("3000，", 4, True), ("3000家", 4, False), ("220个，", 4, True), ("3，", 1, False)],
)
def test_a_number_stands_alone(text: str, end: int, alone: bool):
    assert stands_alone(text, next(numerals.find(text)), end) is alone
