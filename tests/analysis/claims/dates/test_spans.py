from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.claims.dates import dates, spans
from analysis.claims.dates.dates import DateExpression


def expression(text: str) -> DateExpression:
    (found,) = dates.find(text)
    return found


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("2月3日", 2020, date(2020, 2, 3), date(2020, 2, 3)),
        ("2月", 2020, date(2020, 2, 1), date(2020, 2, 29)),
        ("第三季度", 2018, date(2018, 7, 1), date(2018, 9, 30)),
        ("前三季度", 2018, date(2018, 1, 1), date(2018, 9, 30)),
        ("Q2-Q3", 2018, date(2018, 4, 1), date(2018, 9, 30)),
        ("下半年", 2018, date(2018, 7, 1), date(2018, 12, 31)),
        ("2019年底", 2019, date(2019, 12, 1), date(2019, 12, 31)),
        ("2015-2019年", 2015, date(2015, 1, 1), date(2019, 12, 31)),
        ("1-9月", 2022, date(2022, 1, 1), date(2022, 9, 30)),
        ("12月至2月", 2020, date(2020, 12, 1), date(2021, 2, 28)),
        ("五六月份", 2020, date(2020, 5, 1), date(2020, 6, 30)),
        ("3月5日至8日", 2020, date(2020, 3, 5), date(2020, 3, 8)),
        ("12月28日至1月3日", 2020, date(2020, 12, 28), date(2021, 1, 3)),
        ("正月初十", 2020, date(2020, 2, 3), date(2020, 2, 3)),
        ("正月初四", 2020, date(2020, 1, 28), date(2020, 1, 28)),
        ("除夕", 2020, date(2020, 1, 24), date(2020, 1, 24)),
    ],
)
def test_the_days_an_expression_covers(text: str, year: int, first: date, last: date):
    assert spans.span(expression(text), year) == (first, last)


@pytest.mark.parametrize("text", ["2月29日", "2月28日至29日", "3月8日至5日"])
def test_days_that_the_year_does_not_have(text: str):
    assert spans.span(expression(text), 2019) is None


@pytest.mark.parametrize(
    ("text", "precision", "iso"),
    [
        ("2019年", "year", "2019"),
        ("2019年底", "month", "2019-12"),
        ("2月", "month", "2019-02"),
        ("2月3日", "day", "2019-02-03"),
        ("三季度", "quarter", "2019-07/2019-09"),
        ("上半年", "half", "2019-01/2019-06"),
        ("前三季度", "range", "2019-01/2019-09"),
        ("2019-2021年", "range", "2019/2021"),
        ("3至5月", "range", "2019-03/2019-05"),
        ("3月5日至8日", "range", "2019-03-05/2019-03-08"),
        ("除夕", "day", "2019-02-04"),
    ],
)
def test_how_exact_an_expression_is(text: str, precision: str, iso: str):
    found = expression(text)
    days = spans.span(found, 2019)
    assert days is not None
    assert (spans.precision(found), spans.iso(found, *days)) == (precision, iso)


def test_how_exact_a_month_counted_from_another_is():
    assert spans.precision(expression("上月底")) == "month"
    assert spans.precision(expression("上月28日")) == "day"


def test_a_lunar_date_beside_a_solar_one_is_the_same_place():
    solar, lunar = dates.find("2月3日,正月初十,复工")
    assert spans.same_place(solar, lunar)
    assert not spans.same_place(lunar, solar)


@given(st.text(alphabet="123579年月日至-初底三季度Q上半今正大除夕前个", max_size=20), st.integers(1990, 2050))
def test_the_first_day_is_not_after_the_last(text: str, year: int):
    for found in dates.find(text):
        days = spans.span(found, year)
        assert days is None or days[0] <= days[1]
