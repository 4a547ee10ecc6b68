from datetime import date

import pytest

from analysis.claims import dates, years
from analysis.claims.dates import DateExpression
from analysis.claims.years import Placed


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
        ("下半年", 2018, date(2018, 7, 1), date(2018, 12, 31)),
        ("2019年底", 2019, date(2019, 12, 1), date(2019, 12, 31)),
        ("2015-2019年", 2015, date(2015, 1, 1), date(2019, 12, 31)),
        ("正月初十", 2020, date(2020, 2, 3), date(2020, 2, 3)),
        ("正月初四", 2020, date(2020, 1, 28), date(2020, 1, 28)),
        ("除夕", 2020, date(2020, 1, 24), date(2020, 1, 24)),
    ],
)
def test_the_days_an_expression_covers(text: str, year: int, first: date, last: date):
    assert years.span(expression(text), year) == (first, last)


def test_a_day_that_the_year_does_not_have():
    assert years.span(expression("2月29日"), 2019) is None


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2019年", "year"),
        ("2019年底", "month"),
        ("2月", "month"),
        ("2月3日", "day"),
        ("26日", "day"),
        ("三季度", "quarter"),
        ("上半年", "half"),
        ("前三季度", "range"),
        ("2015-2019年", "range"),
        ("除夕", "day"),
    ],
)
def test_how_exact_an_expression_is(text: str, precision: str):
    assert years.precision(expression(text)) == precision


def test_a_lunar_date_beside_a_solar_one_is_the_same_place():
    solar, lunar = dates.find("2月3日,正月初十,复工")
    assert years.same_place(solar, lunar)
    assert not years.same_place(lunar, solar)


def test_a_date_ahead_does_not_tell_how_late_the_article_is():
    future, bare = expression("2025年"), expression("3月")
    assert [one.iso for one in years.resolve([Placed(future, 0, ahead=True), Placed(bare, 1)])] == [
        "2025",
        None,
    ]
    assert [one.iso for one in years.resolve([Placed(future, 0), Placed(bare, 1)])] == ["2025", "2025-03"]


@pytest.mark.parametrize("published", ["2020-02-18", "2020-02", "2020-02-18T10:00"])
def test_the_date_of_publication_tells_the_year(published: str):
    (found,) = years.resolve([Placed(expression("12月23日"), 0)], published)
    assert (found.iso, found.inferred) == ("2019-12-23", True)


@pytest.mark.parametrize("published", ["unknown", "2020-13", "2020-02-31"])
def test_a_broken_date_of_publication_tells_nothing(published: str):
    (found,) = years.resolve([Placed(expression("12月23日"), 0)], published)
    assert found.iso is None
