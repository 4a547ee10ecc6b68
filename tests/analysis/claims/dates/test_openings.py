"""Where an expression of time may begin: nowhere else does a form fit."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.dates.openings import BEGINNING, FORMS
from analysis.claims.dates.patterns import PATTERNS
from analysis.claims.numbers.numerals import narrow

CASES = json.loads((Path(__file__).parents[3] / "specs" / "dates.json").read_text(encoding="utf-8"))["cases"]
PIECES = (
    *("2019", "20", "19", "15", "3", "12", "0", "年", "月", "日", "号", "一", "二", "十", "第", "季", "季度"),
    *(
        "Q1",
        "1Q",
        "H1",
        "上半年",
        "去年",
        "今年",
        "前",
        "本月",
        "上个月",
        "同年",
        "当年",
        "第二年",
        "年初",
        "底",
    ),
    *(
        "农历",
        "正月",
        "初一",
        "除夕",
        "大年",
        "-",
        "/",
        ".",
        "至",
        "、",
        "和",
        "(",
        ")",
        "民国",
        "FY",
        "Jan",
        "May",
    ),
    *(",", "的", "财年", "首季", "五六月", "—", "a", " "),
)


def assert_begins(text: str) -> None:
    for name, form in PATTERNS.items():
        for found in form.pattern.finditer(text):
            assert BEGINNING.match(text, found.start())
            assert (name, form) in FORMS[text[found.start()]]
            assert not form.marks.isdisjoint(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_every_form_begins_at_an_opening(case: dict[str, str]):
    assert_begins(narrow(case["text"]))


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_no_form_begins_elsewhere(text: str):
    assert_begins(text)


def test_what_is_no_date_opens_none():
    assert BEGINNING.search("上班第一天，前面的大家本来同意，3.5亿元、50%和2个版本3.0") is None
