import pytest

from analysis.claims.dates import dates, years
from analysis.claims.dates.context import PlacedDate
from analysis.claims.dates.dates import DateExpression


def expression(text: str) -> DateExpression:
    (found,) = dates.find(text)
    return found


def iso(*placed: PlacedDate, published: str | None = None, passed: tuple[int, ...] = ()) -> list[str | None]:
    return [one.iso for one in years.resolve(placed, published, passed)]


def test_the_last_year_in_the_text_does_not_tell_when_it_was_written():
    placed = [
        PlacedDate(expression("2016年"), 0),
        PlacedDate(expression("2019年"), 1),
        PlacedDate(expression("今年"), 2),
    ]
    assert iso(*placed) == ["2016", "2019", None]
    assert iso(*placed, passed=(3,)) == ["2016", "2019", "2019"]
    assert iso(*placed, passed=(2,)) == ["2016", "2019", None]


def test_a_date_ahead_does_not_tell_the_years_of_others():
    future, bare = expression("2025年"), expression("3月")
    assert iso(PlacedDate(future, 0, "ahead"), PlacedDate(bare, 0)) == ["2025", None]
    assert iso(PlacedDate(future, 0), PlacedDate(bare, 0)) == ["2025", "2025-03"]


@pytest.mark.parametrize("published", ["2020-02-18", "2020-02", "2020-02-18T10:00"])
def test_the_date_of_publication_tells_the_year(published: str):
    (found,) = years.resolve([PlacedDate(expression("12月23日"), 0)], published)
    assert (found.iso, found.inferred) == ("2019-12-23", True)


@pytest.mark.parametrize("published", ["unknown", "2020-13", "2020-02-31"])
def test_a_broken_date_of_publication_tells_nothing(published: str):
    (found,) = years.resolve([PlacedDate(expression("12月23日"), 0)], published)
    assert found.iso is None


@pytest.mark.parametrize(
    ("direction", "date"), [("past", "2019-09-30"), ("near", "2020-09-30"), ("ahead", "2020-09-30")]
)
def test_where_a_date_lies_decides_between_two_years(direction, date: str):
    assert iso(PlacedDate(expression("9月30日"), 0, direction), published="2020-06-30") == [date]


@pytest.mark.parametrize(
    ("first", "second", "date"),
    [
        ("2014年12月", "1月", "2015-01"),
        ("2014年12月", "11月", "2014-11"),
        ("2020年5月1日", "2月10日", "2020-02-10"),
        ("2019年", "12月", "2019-12"),
        ("2019年下半年", "3月", "2020-03"),
    ],
)
def test_a_narrative_goes_on_in_the_nearer_year(first: str, second: str, date: str):
    placed = [PlacedDate(expression(first), 0), PlacedDate(expression(second), 0)]
    assert iso(*placed)[1] == date


def test_a_month_or_day_goes_on_in_the_next_paragraph_and_a_year_does_not():
    later = PlacedDate(expression("3月"), 1)
    assert iso(PlacedDate(expression("2019年12月"), 0), later)[1] == "2020-03"
    assert iso(PlacedDate(expression("2019年"), 0), later)[1] is None


def test_a_day_alone_belongs_to_the_month_named_last():
    placed = [
        PlacedDate(expression("2020年3月5日"), 0),
        PlacedDate(expression("8日"), 0),
        PlacedDate(expression("31日"), 0),
    ]
    assert iso(*placed) == ["2020-03-05", "2020-03-08", "2020-03-31"]
    assert iso(PlacedDate(expression("2月5日"), 0), PlacedDate(expression("31日"), 0)) == [None, None]


def test_a_day_told_is_the_last_such_day_before_publication():
    told = PlacedDate(expression("昨(30)日"), 0)
    assert iso(PlacedDate(expression("2月5日"), 0), told, published="2020-07-01")[1] == "2020-06-30"
    assert iso(told) == [None]
    assert iso(told, published="2020-07") == [None]
