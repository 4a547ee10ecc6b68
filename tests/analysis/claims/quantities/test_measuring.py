"""Which numbers with a unit measure."""

import pytest

from analysis import lexicon
from analysis.claims.numbers import numerals
from analysis.claims.quantities.kinds import Kinds
from analysis.claims.quantities.measuring import Measuring
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.quantities.units import Units
from analysis.claims.sentence import Sentence

MEASURING = Measuring.load(lexicon.FOLDER, Kinds.load(lexicon.FOLDER))
UNITS = Units.load(lexicon.FOLDER, Qualifiers.load(lexicon.FOLDER))


@pytest.mark.parametrize(
    ("text", "bounded", "measures"),
    [
        ("3亿用户", False, True),
        ("0元", False, False),
        ("第三天", False, False),
        ("三天", False, True),
        ("三天后", False, False),
        ("两家企业", False, False),
        ("两家企业", True, True),
        ("3款应用", False, False),
        ("3款应用", True, True),
        ("30款应用", False, True),
        ("两倍", False, True),
        ("一家企业", True, False),
        ("每天三次", False, True),
        ("做了三次", False, False),
    ],
)
def test_a_number_measures(text: str, bounded: bool, measures: bool):
    numeral = next(numerals.find(text))
    bound = UNITS.bind(Sentence(text), numeral)
    assert bound is not None
    found = MEASURING.measures(text, numeral, bound)
    assert (found == "always" or (found == "bounded" and bounded)) == measures
