"""Numbers, as tests/specs/numerals.json writes and reads them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.numbers import numerals

SPECS = json.loads((Path(__file__).parents[3] / "specs" / "numerals.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SPECS["cases"], ids=lambda case: case["text"])
def test_reads_a_number(case: dict[str, Any]):
    (found,) = numerals.find(numerals.narrow(case["text"]))
    assert (found.start, found.end) == (0, len(case["text"]))
    for name in ("value", "low", "high"):
        assert getattr(found, name) == (None if case[name] is None else pytest.approx(case[name])), name
    assert found.qualifier == case["qualifier"]


@pytest.mark.parametrize("text", SPECS["none"])
def test_finds_no_number(text: str):
    assert [text[one.start : one.end] for one in numerals.find(text) if one.value != 0] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("99.0%和95.6%", ["99.0", "95.6"]),
        ("从3万到2万", ["3万", "2万"]),
        ("从2万到3万", ["2万", "3万"]),
        ("从2万到3万不等", ["2万到3万"]),
        ("500人至3000人", ["500人至3000"]),
        ("500人至3000家", ["500", "3000"]),
        ("增长3倍到5亿", ["3", "5亿"]),
        ("缩水8%至2450亿元", ["8", "2450亿"]),
        ("400多万微信顾客", ["400多万"]),
        ("500~700人", ["500~700"]),
        ("1300所学校和10000名员工", ["1300", "10000"]),
    ],
)
def test_finds_numbers_in_order(text: str, found: list[str]):
    assert [text[one.start : one.end] for one in numerals.find(text)] == found


@given(
    st.text(
        alphabet="零〇一二两三四五六七八九十百千万亿兆几数多余来上点半分之成到至-~0123456789,./% wk年人",
        max_size=40,
    )
)
def test_any_text_gives_ordered_numbers_within_it(text: str):
    end = 0
    for found in numerals.find(text):
        assert end <= found.start < found.end <= len(text)
        assert found.value is not None or (found.low is not None and found.high is not None)
        assert found.low is None or found.high is None or found.low < found.high
        end = found.end


@given(st.text())
def test_narrowing_keeps_every_place(text: str):
    assert len(numerals.narrow(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "value"), [("百分之五到三", 5), ("从百分之五到百分之三", 5), ("百分之三到五", None)]
)
def test_a_percentage_that_falls_is_no_range(text: str, value: float | None):
    assert next(numerals.find(text)).value == value


def test_what_no_float_tells_apart_is_no_range():
    assert [found.low for found in numerals.find("亿亿九六七")] == []
