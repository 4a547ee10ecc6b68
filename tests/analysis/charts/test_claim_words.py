from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.charts import claim_words
from analysis.charts.claim_words import groups
from analysis.strings.labels import Labels

BLANK = {
    "article": "one",
    "title": "题",
    "start": 3,
    "end": 5,
    "surface": "2亿用户",
    "value": 2e8,
    "low": float("nan"),
    "high": float("nan"),
    "unit": "users",
    "kind": "user_count",
    "qualifier": "exact",
    "subject": "钉钉",
    "via": None,
    "as_of": "2019",
    "modality": "asserted",
}


def claim(**facts: object) -> SimpleNamespace:
    return SimpleNamespace(**{**BLANK, **facts})


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "⟨qualifier.exact⟩ ⟨measure.plain⟩ 2亿"),
        ({"qualifier": "over"}, "⟨qualifier.over⟩ ⟨measure.plain⟩ 2亿"),
        ({"value": None, "low": 3.0, "high": 4.0}, "⟨qualifier.exact⟩ ⟨measure.plain⟩ 3–4"),
        (
            {"value": 100.0, "low": 200.0, "high": 999.0, "qualifier": "several"},
            "⟨qualifier.several⟩ ⟨measure.plain⟩ 200–999",
        ),
        ({"value": 80.0, "unit": "percent"}, "⟨qualifier.exact⟩ ⟨measure.percent⟩ 80"),
        (
            {"value": None, "low": 40.0, "high": 50.0, "unit": "percent"},
            "⟨qualifier.exact⟩ ⟨measure.percent⟩ 40–⟨measure.percent⟩ 50",
        ),
        ({"value": 1.2e6, "unit": "CNY"}, "⟨qualifier.exact⟩ ⟨measure.CNY⟩ 120万"),
    ],
)
def test_a_figure_is_said_with_its_qualifier_and_bounds(labels, facts: dict, said: str):
    assert claim_words.number(claim(**facts), labels) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "钉钉"),
        ({"subject": None}, "⟨metrics.nobody⟩"),
        ({"subject": float("nan"), "via": float("nan")}, "⟨metrics.nobody⟩"),
        ({"subject": "西贝", "via": "企业微信"}, "⟨metrics.via⟩ 西贝 企业微信"),
    ],
)
def test_whom_a_figure_is_about(labels, facts: dict, said: str):
    assert claim_words.about(claim(**facts), labels) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("users", "⟨metrics.unit.users⟩"),
        ("searches/day", "⟨metrics.per⟩ ⟨metrics.unit.searches⟩ ⟨metrics.period.day⟩"),
        (None, "⟨chart.no_unit⟩"),
    ],
)
def test_units_have_names(labels, unit: str | None, said: str):
    assert claim_words.unit_name(unit, labels) == said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_unit_added_to_the_lexicon_keeps_its_own_name(language: str):
    assert claim_words.unit_name("light-years", Labels(language)) == "light-years"


def test_a_group_has_one_unit_and_one_scale():
    rows = [
        {**BLANK, "value": 1e6},
        {**BLANK, "value": 1e9},
        {**BLANK, "unit": "CNY", "kind": "money", "value": None, "low": 3.0, "high": 4.0},
        {**BLANK, "value": None},
    ]
    found = groups(pd.DataFrame(rows), by=("kind", "unit"))
    assert [(group.unit, len(group.claims), group.scale.log) for group in found] == [
        ("users", 2, True),
        ("CNY", 1, False),
    ]
    assert found[1].scale.last == 4


def test_a_log_axis_says_so(labels):
    near, far = (
        groups(pd.DataFrame([{**BLANK, "value": 1.0}, {**BLANK, "value": value}]), by=("kind", "unit"))[0]
        for value in (2.0, 200.0)
    )
    assert "log" not in claim_words.measured(near, labels)
    assert "⟨chart.log_scale⟩" in claim_words.measured(far, labels)
    assert (
        claim_words.measured(near, labels, subject="钉钉").split("⟨metrics.unit")[0].strip().endswith("钉钉")
    )


def test_the_hover_box_has_the_exact_figure_and_its_source(labels):
    words = claim_words.hover(claim(value=123456789.0), labels).replace("<br>", "")
    for part in ("123,456,789", "2亿用户", "题", "⟨metrics.modality.asserted⟩", "2019年"):
        assert part in words
    assert "⟨claim.undated⟩" in claim_words.hover(claim(as_of=None), labels)
