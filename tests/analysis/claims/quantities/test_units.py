import pytest

from analysis import lexicon
from analysis.claims.numbers import numerals
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.units import Bound
from analysis.claims.sentence import Sentence
from analysis.document import Span

UNITS = Quantities.load(lexicon.FOLDER).units


def bound(text: str, name: str = "") -> Bound | None:
    *_, numeral = numerals.find(text)
    start = text.index(name) if name else 0
    return UNITS.bind(Sentence(text, [Span(start, start + len(name))]), numeral)


@pytest.mark.parametrize(
    ("text", "unit", "rule"),
    [
        ("3周", "weeks", "measure"),
        ("80%以上", "percent", "measure"),
        ("百分之六十", "percent", "fraction"),
        ("三分之一", "ratio", "fraction"),
        ("¥299", "CNY", "currency_sign"),
        ("1000所“未来校园”示范学校", "schools", "classifier_noun"),
        ("10000名数字化管理师", "people", "classifier_noun"),
        ("3000家", "enterprises", "classifier"),
        ("250万真实企业用户", "enterprises", "noun"),
        ("3000名企业员工", "people", "classifier_noun"),
        ("上千万家企业的痛点", "enterprises", "classifier_noun"),
        ("数十亿级别的规模投入", "CNY", "noun"),
        ("DAU也突破3.2亿", "users", "head"),
        ("用户已达到3亿", "users", "head"),
        ("用户2017年为1亿", "users", "head"),
        ("用户今年为1亿", "users", "head"),
        ("3000万，指的是注册用户数", "users", "explained"),
        ("在月活方面，钉钉2.2亿", "users", "announced"),
        ("社群数量扩大到10万个", "groups", "head"),
        ("1.8亿则是活跃用户数；其他不变", "users", "explained"),
    ],
)
def test_a_number_is_bound_to_its_unit(text: str, unit: str, rule: str):
    found = bound(text)
    assert found is not None
    assert (found.unit.unit, found.rule) == (unit, rule)


@pytest.mark.parametrize(
    "text",
    [
        "版本3.0",
        "3.0用户手册",
        "500强企业",
        "2019用户大会",
        "40个理由",
        "用户喜欢它，3亿",
        "3000，指的是用户",
        "3亿是很多",
        "在方面，钉钉2.2亿",
        "工号10086的员工",
    ],
)
def test_a_number_without_a_unit(text: str):
    assert bound(text) is None


def test_a_name_in_the_phrase_is_not_its_noun():
    found = bound("400多万企业微信顾客", "企业微信")
    assert found is not None
    assert found.unit.unit == "users"
