"""Quantities in a series and what is dealt out to them."""

import pytest

from analysis import lexicon
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Turn
from analysis.claims.quantities.series import dealt, in_series
from analysis.claims.sentence import Sentence
from analysis.document import Span

QUANTITIES = Quantities.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("日活为3亿、1亿和2000万", [0, 1, 2]),
        ("营收为3亿元和近1亿元", [0, 1]),
        ("日活为3亿，月活为5亿", []),
        ("日活为3亿", []),
    ],
)
def test_quantities_in_a_series_have_turns(text: str, places: list[int]):
    found = in_series(text, QUANTITIES(Sentence(text)))
    assert [one.turn.place for one in found if one.turn] == places


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("甲和乙分别有", ["甲", "乙"]),
        ("甲与乙，在去年分别有", ["甲", "乙"]),
        ("甲、乙的用户为", ["甲", "乙"]),
        ("甲、乙，用户为", [None, None]),
        ("甲、乙、丙分别有", [None, None]),
        ("甲分别有", [None, None]),
        ("甲高于旁边的乙，分别有", ["甲", "乙"]),
        ("甲高于旁边的乙，共有", [None, None]),
    ],
)
def test_as_many_as_stand_joined_before_a_series_are_dealt_out(text: str, got: list[str | None]):
    rows = [Span(place, place + 1) for place, mark in enumerate(text) if mark in "甲乙丙"]
    dealt_out = [dealt(text, Turn(len(text), place, 2, alike=True), rows) for place in range(2)]
    assert [row and text[row.start] for row in dealt_out] == got


def test_only_a_word_deals_out_to_quantities_that_differ():
    rows = [Span(0, 1), Span(2, 3)]
    assert dealt("甲和乙有", Turn(4, 0, 2, alike=False), rows) is None
    assert dealt("甲和乙分别有", Turn(6, 0, 2, alike=False), rows) == Span(0, 1)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("付费企业数和用户数分别为3万和500万", ["enterprise_count", "user_count"]),
        ("员工数、营收分别为3万和500万元", ["staff", "money"]),
        ("续费率和用户数分别为3%和500万", ["share", "user_count"]),
        ("付费企业数和用户数达到3万和500万", ["user_count", "user_count"]),
    ],
)
def test_each_of_a_series_counts_its_own(text: str, kinds: list[str]):
    assert [one.kind for one in QUANTITIES(Sentence(text))] == kinds
