from types import SimpleNamespace

import pytest

from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.strings.labels import Labels

ZH, EN = Labels("zh"), Labels("en")

CLAIM = SimpleNamespace(
    subject="钉钉",
    value=1e7,
    low=None,
    high=None,
    unit="enterprises",
    qualifier="over",
    kind="enterprise_count",
)


@pytest.mark.parametrize(
    ("facts", "name", "zh", "en"),
    [
        ({"term": "钉钉"}, "term", "钉钉", "DingTalk"),
        ({"terms": ["用户", "钉钉"]}, "terms", "“用户”“钉钉”", '"用户", "DingTalk"'),
        ({"kind": "money"}, "kind", "金额", "money"),
        ({"kinds": ["money", "share"]}, "kinds", "金额和占比", "money and share"),
        ({"years": ["2019", "2020"]}, "years", "2019和2020", "2019 and 2020"),
        ({"low": 8e6}, "low", "800万", "8M"),
        ({"claims": [CLAIM]}, "claims", "钉钉超过 1000万", "DingTalk over 10M"),
        ({"features": ["meeting", "外太空模式"]}, "features", "会议和外太空模式", "Meetings and 外太空模式"),
        (
            {"gaps": {"planned": 2, "lacks": 1}},
            "gaps",
            "一方还在计划的2项、一方没有的1项",
            "one product still plans 2, one product lacks 1",
        ),
        ({"oldest": "2019-Q4"}, "oldest", "2019年Q4", "Q4 2019"),
        ({"n": 3}, "n", 3, 3),
    ],
)
def test_facts_as_the_reader_writes_them(facts, name, zh, en):
    said = [worded(Finding("any", facts), labels).facts[name] for labels in (ZH, EN)]
    assert [str(each).replace("\u2009", "").replace(" ", "") for each in said] == [
        str(each).replace(" ", "") for each in (zh, en)
    ]


def test_a_kind_of_a_product_is_said_together():
    finding = worded(Finding("rival_figures.differ", {"kind": "user_count", "product": "钉钉"}), EN)
    assert "DingTalk" in finding.facts["about"]
    assert finding.facts["product"] == "钉钉"


def test_a_count_of_something_else_is_said_with_its_unit():
    facts = {"kind": "count_other", "unit": "orders", "product": "美团"}
    said = [worded(Finding("rival_figures.differ", facts), labels).facts["about"] for labels in (ZH, EN)]
    assert said == ["美团的数量（订单）", "counts for Meituan (orders)"]
