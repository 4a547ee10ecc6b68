"""Expressions of time, as tests/specs/dates.json states them."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.dates import dates
from analysis.claims.numbers.numerals import narrow

CASES = json.loads((Path(__file__).parents[3] / "specs" / "dates.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_reads_what_a_date_states(case: dict[str, Any]):
    text = case["text"]
    found = [
        {"surface": text[one.start : one.end]}
        | {
            name: value
            for name, value in one._asdict().items()
            if value is not None and name not in {"start", "end"}
        }
        for one in dates.find(narrow(text))
    ]
    assert found == [{"lunar": False} | one for one in case["expected"]]


@given(
    st.text(
        alphabet="12年月日初底第三季度Q上半去今农历正大除夕廿《》-/.号 零二〇至、五六前个本当(),H",
        max_size=40,
    )
)
def test_any_text_gives_ordered_dates_within_it(text: str):
    end = 0
    for found in dates.find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
