from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.facts import iso_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2020-02-12 10:30", "2020-02-12"),
        ("2020年2月12日", "2020-02-12"),
        ("2020/2/3", "2020-02-03"),
        ("2020.02", "2020-02"),
        ("2020年3月", "2020-03"),
        ("2020", "2020"),
        ("2020-02-12T10:30:00+08:00", "2020-02-12"),
        ("发布于 2019-08-01", "2019-08-01"),
        ("2020-13-01", None),
        ("2020年2月30日", None),
        ("2月3日", None),
        ("昨天", None),
        ("1581500000", None),
        ("", None),
    ],
)
def test_iso_date(words: str, iso: str | None) -> None:
    assert iso_date(words) == iso


@given(st.text(alphabet="0129-/.年月日 "))
def test_any_words_give_a_date_or_none(words: str) -> None:
    assert iso_date(words) is None or iso_date(words) in (iso_date(f"{iso_date(words)}"),)
