"""Where a number may begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.numbers import numerals
from analysis.claims.numbers.openings import OPENING, opening


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一般", []),
        ("一家", [0]),
        ("一二", [0]),
        ("¥一般", [1]),
        ("2019和30", [0, 5]),
        ("上百", [0, 1]),
        ("上班", []),
    ],
)
def test_a_han_digit_opens_a_number_only_beside_something(text: str, places: list[int]):
    assert [found.start() for found in opening("家", "¥").finditer(text)] == places


@given(st.text(alphabet="一二十百万亿几数多余来上点半0123.,%-至元年天家个月小时位倍无/分之 ¥", max_size=30))
def test_a_number_begins_at_an_opening_and_one_alone_only_beside_something(text: str):
    bare = opening("家", "¥")
    for found in numerals.find(text):
        assert OPENING.match(text, found.start)
        digit = text[found.start : found.end]
        assert bare.match(text, found.start) or (len(digit) == 1 and digit in "一二")
