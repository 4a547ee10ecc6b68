"""Numbers that have the unit of a neighbour."""

import pytest

from analysis import lexicon
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.sentence import Sentence

QUANTITIES = Quantities.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有3亿和1亿用户", [("users", "shared"), ("users", "noun")]),
        ("有300、500和800家企业", [("enterprises", "shared")] * 2 + [("enterprises", "classifier_noun")]),
        ("用户去年为1亿，今年为2亿", [("users", "head"), ("users", "repeated")]),
        ("1、2季度有300家企业", [("enterprises", "classifier_noun")]),
        ("增速为30%，用户为3亿，如今5亿", [("percent", "measure"), ("users", "head"), ("users", "repeated")]),
        ("增速为30%，如今5亿", [("percent", "measure")]),
        ("第3亿和第5亿", []),
    ],
)
def test_a_number_borrows_a_unit(text: str, expected: list[tuple[str, str]]):
    assert [(one.unit, one.rule) for one in QUANTITIES(Sentence(text))] == expected


def test_what_bounds_the_borrower_is_its_own():
    found = QUANTITIES(Sentence("用户去年为1亿，今年为近2亿"))
    assert [one.qualifier for one in found] == ["exact", "nearly"]
