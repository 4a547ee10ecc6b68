from datetime import date

import pytest

from analysis.claims.dates import dates, spans
from analysis.claims.dates.anchors import Anchor, Stated
from analysis.claims.dates.context import Context, Dated, PlacedDate
from analysis.claims.dates.dates import DateExpression


def expression(text: str) -> DateExpression:
    (found,) = dates.find(text)
    return found


def dated(text: str) -> Dated:
    found = expression(text)
    days = spans.span(found, found.year) if found.year else None
    return Dated(found, *(days or (None, None)), inferred=False, basis="stated")


def context(*texts: str, anchor: Anchor | None = None) -> Context:
    """Each text in a paragraph of its own."""
    known = [dated(text) for text in texts]
    stated = [
        Stated(one.expression, one.first, one.last, False, one.iso or "")
        for one in known
        if one.first and one.last
    ]
    found = Context(stated, anchor)
    for paragraph, one in enumerate(known):
        found.add(PlacedDate(one.expression, paragraph), one)
    return found


@pytest.mark.parametrize(
    ("texts", "paragraph", "basis"),
    [
        (("2019年12月",), 0, "date stated before it: 2019-12"),
        (("2019年12月", "3月"), 1, None),
        (("2015-2019年",), 0, None),
        ((), 0, None),
    ],
)
def test_the_last_date_known_in_a_paragraph(texts: tuple[str, ...], paragraph: int, basis: str | None):
    found = context(*texts).in_paragraph(paragraph)
    assert (found and found.basis) == basis


def test_what_lies_ahead_anchors_nothing():
    one = dated("2025年3月")
    context = Context([], None)
    context.add(PlacedDate(one.expression, 0, "ahead"), one)
    assert context.in_paragraph(0) is None


@pytest.mark.parametrize(
    ("text", "found"), [("2019年12月", True), ("2019年12月3日", True), ("2019年", False)]
)
def test_only_a_month_or_a_day_reaches_into_the_next_paragraph(text: str, found: bool):
    assert (context(text).at_end_of(0) is not None) is found


@pytest.mark.parametrize(
    ("texts", "iso"),
    [(("2022年9月",), "2022-09"), (("2022年9月", "2021年9月"), None), (("2022年9月3日",), None), ((), None)],
)
def test_the_same_month_told_with_one_year_only(texts: tuple[str, ...], iso: str | None):
    found = context(*texts).told_elsewhere(expression("9月"))
    assert (found and found.first.isoformat()[:7]) == iso


def test_the_month_and_the_year_named_last():
    several = context("2019年3月", "1-9月", "5日")
    assert several.last_month(0) == (9, 1)
    assert several.last_month(2) is None
    assert several.last_year == 2019
    assert context("5日").last_year is None


def test_only_a_date_of_publication_is_one():
    day = date(2020, 2, 18)
    assert context(anchor=Anchor(day, day, "near", "")).published is None
    published = Anchor(day, day, "before", "")
    assert context(anchor=published).published is published


def test_a_date_without_days_has_no_iso():
    assert dated("3月").iso is None
    assert (dated("2019年3月").iso, dated("2019年3月").precision) == ("2019-03", "month")
