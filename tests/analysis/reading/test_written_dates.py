from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.written_dates import DATE, TIME, iso_date


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
        ("2020 年 2 月 3 日", "2020-02-03"),
        ("民国109年3月1日", "2020-03-01"),
        ("民國109年3月1日", "2020-03-01"),
        ("二〇二〇年三月十一日", "2020-03-11"),
        ("二零二〇年十二月三十日", "2020-12-30"),
        ("March 1, 2020", "2020-03-01"),
        ("Sept. 9th, 2019", "2019-09-09"),
        ("12 Feb 2020", "2020-02-12"),
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


@pytest.mark.parametrize(
    "written",
    [
        "2020-02-12",
        "2020年2月12日(星期三)",
        "2020.2.3 10:30",
        "2020-02-12T10:30:00+08:00",
        "2020/03/01 上午 10:22",
        "2020/3/1 PM 03:20",
        "民国109年3月1日",
        "二〇二〇年三月一日",
        "March 1, 2020",
        "1 March 2020 10:22 pm",
    ],
)
def test_a_whole_date_with_its_time(written: str) -> None:
    assert re.fullmatch(DATE + TIME + "?", written)


@pytest.mark.parametrize("written", ["2020", "2020年3月", "3月1日", "2020-02-123", "10:30"])
def test_what_is_no_whole_date(written: str) -> None:
    assert not re.fullmatch(DATE, written)


@given(st.text(alphabet="0129-/.年月日 二〇十一民国Mar,"))
def test_any_words_give_a_date_or_none(words: str) -> None:
    assert iso_date(words) is None or iso_date(words) in (iso_date(f"{iso_date(words)}"),)
