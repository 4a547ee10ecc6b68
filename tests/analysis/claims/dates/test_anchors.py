from datetime import date

import pytest

from analysis.claims.dates import anchors, dates, spans
from analysis.claims.dates.anchors import Stated


def stated(text: str, ahead: bool = False) -> list[Stated]:
    found = []
    for one in dates.find(text):
        days = spans.span(one, one.year or 0) if one.year else None
        found += [Stated(one, *days, ahead, spans.iso(one, *days))] if days else []
    return found


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2020-02-18", date(2020, 2, 18), date(2020, 2, 18)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_date_of_publication(published: str, first: date, last: date):
    anchor = anchors.publication(published)
    assert anchor is not None
    assert (anchor.first, anchor.last, anchor.relation) == (first, last, "before")


@pytest.mark.parametrize("published", [None, "", "gestern", "2020-02-30"])
def test_no_date_of_publication(published: str | None):
    assert anchors.publication(published) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2月3日,正月初十", 2020),
        ("2016年上线。2月3日(星期一)", 2020),
        ("2月3日(星期一)", None),
        ("2016年上线。2月3日", None),
        ("2月3日,正月二十", None),
    ],
)
def test_a_day_that_only_one_year_fits(text: str, year: int | None):
    anchor = anchors.fitting(list(dates.find(text)), stated(text))
    assert (anchor and anchor.first.year) == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("三年后的今天", [3]),
        ("3 年过去的今天,10年之后的现在", [3, 10]),
        ("三年后上线", []),
        ("1.3年后的今天", []),
    ],
)
def test_years_that_have_passed(text: str, years: list[int]):
    assert list(anchors.years_passed(text)) == years


def test_years_passed_between_two_stated_ones():
    anchor = anchors.passed([3], stated("2016年上线,2019年收费"))
    assert anchor is not None
    assert (anchor.last.year, anchor.basis) == (2019, "3 years after 2016: 2019")
    assert anchors.passed([4], stated("2016年上线,2019年收费")) is None
    assert anchors.passed([3], []) is None
    assert anchors.passed([3], stated("2016年和2019年", ahead=True)) is None
