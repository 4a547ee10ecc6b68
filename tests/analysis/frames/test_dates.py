from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames.dates import dated, interval


@pytest.mark.parametrize(
    ("iso", "first", "last", "middle"),
    [
        ("2019", "2019-01-01", "2019-12-31", "2019-07-02"),
        ("2019-04", "2019-04-01", "2019-04-30", "2019-04-15"),
        ("2020-02", "2020-02-01", "2020-02-29", "2020-02-15"),
        ("2019-Q1", "2019-01-01", "2019-03-31", "2019-02-14"),
        ("2019-Q4", "2019-10-01", "2019-12-31", "2019-11-15"),
        ("2019-H1", "2019-01-01", "2019-06-30", "2019-04-01"),
        ("2019-H2", "2019-07-01", "2019-12-31", "2019-09-30"),
        ("2019-03-03", "2019-03-03", "2019-03-03", "2019-03-03"),
        ("2015-10/2015-12", "2015-10-01", "2015-12-31", "2015-11-15"),
        ("2019-12-30/2020-01-02", "2019-12-30", "2020-01-02", "2019-12-31"),
        ("2019/", "2019-01-01", "2019-12-31", "2019-07-02"),
        ("2018/2019-Q1", "2018-01-01", "2019-03-31", "2018-08-16"),
    ],
)
def test_the_days_a_date_may_mean(iso, first, last, middle):
    days = interval(iso)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))
    assert days.middle == date.fromisoformat(middle)


@pytest.mark.parametrize(
    "iso",
    [
        "",
        "/",
        "/2019",
        "2019-13",
        "2019-02-29",
        "2019-Q5",
        "2019-H3",
        "2019-W05",
        "2020/2019",
        "0000",
        "二〇一九",
    ],
)
def test_what_is_no_date(iso):
    assert interval(iso) is None


@given(st.text(alphabet="0123456789-/QH年", max_size=24))
def test_any_text_gives_days_in_order_or_none(text):
    days = interval(text)
    assert days is None or days.first <= days.middle <= days.last


def test_dates_become_timestamps_on_the_same_index():
    frame = dated(pd.Series(["2019", None, "never"], index=[5, 6, 7]))
    assert list(frame.index) == [5, 6, 7]
    assert frame.loc[5].to_list() == [
        pd.Timestamp(2019, 1, 1),
        pd.Timestamp(2019, 12, 31),
        pd.Timestamp(2019, 7, 2),
    ]
    assert frame.loc[[6, 7]].isna().all(axis=None)
    assert {str(kind) for kind in dated(pd.Series([], dtype=str)).dtypes} == {"datetime64[us]"}
