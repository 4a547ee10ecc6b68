import pytest

from analysis import lexicon
from analysis.claims.numbers import numerals
from analysis.claims.quantities.qualifiers import Qualifiers

QUALIFIERS = Qualifiers.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("text", "unit", "qualifier", "surface"),
    [
        ("近400万用户", "用户", "nearly", "400万用户"),
        ("超过了3亿用户", "用户", "over", "3亿用户"),
        ("约为30%", "%", "about", "30%"),
        ("不到10%", "%", "under", "10%"),
        ("80%以上的工作", "%", "over", "80%以上"),
        ("2天左右", "天", "about", "2天左右"),
        ("4亿+用户", "用户", "over", "4亿+用户"),
        ("几百家", "家", "several", "几百家"),
        ("近几百家", "家", "several", "几百家"),
        ("三千多家", "家", "over", "三千多家"),
        ("两个多小时", "个多小时", "over", "两个多小时"),
        ("3000家之多", "家", "exact", "3000家之多"),
        ("最近3年", "年", "exact", "3年"),
        ("通过3个月", "个月", "exact", "3个月"),
        ("有3亿用户", "用户", "exact", "3亿用户"),
    ],
)
def test_what_bounds_a_number(text: str, unit: str, qualifier: str, surface: str):
    numeral = next(numerals.find(text))
    before = QUALIFIERS.before(text, numeral.start)
    found, end = QUALIFIERS.bounding(text, numeral, text.index(unit, numeral.end) + len(unit), before)
    assert (found, text[numeral.start : end]) == (qualifier, surface)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("不到飞书的三倍", "under"),
        ("超过了对手 Zoom 的三倍", "over"),
        ("约为对手的三倍", "about"),
        ("不到，飞书的三倍", None),
        ("飞书的三倍", None),
        ("不到三倍", None),
        ("最近飞书的三倍", None),
    ],
)
def test_what_bounds_a_multiple_stands_before_its_standard(text: str, qualifier: str | None):
    assert QUALIFIERS.over_standard(text, text.index("三")) == qualifier
