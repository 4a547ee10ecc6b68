import pandas as pd
import pytest

from analysis.frames import leading
from analysis.frames.leading import Leading
from analysis.frames.selection import Selection

ALL = Selection(("one", "three", "two"), ("钉钉", "企业微信", "微信", "飞书"))


@pytest.mark.parametrize(("order", "names"), [("newest", ("two", "one")), ("figures", ("two", "one"))])
def test_the_first_articles(small, order, names):
    assert leading.first(small, ALL, order, 2) == names


def test_articles_that_are_not_chosen_do_not_come_first(small):
    assert leading.first(small, Selection(("three",), ()), "newest", 2) == ("three",)


def test_the_longest(small):
    assert leading.longest(small, ALL, 1) == ("two",)


def test_the_articles_that_name_the_chosen_products_most(small):
    assert leading.naming_most(small, ALL, 2) == ("one", "two")
    assert leading.naming_most(small, Selection(ALL.articles, ("飞书",)), 2) == ("three",)


@pytest.mark.parametrize(("found", "of", "bounded"), [([], 0, False), ([2], 2, True), ([2, 2], 2, False)])
def test_the_rows_that_come_first_and_of_how_many(found, of, bounded):
    rows = leading.leading(pd.DataFrame({"article": ["a"] * len(found), "of": found}))
    assert isinstance(rows, Leading)
    assert (rows.of, rows.bounded, list(rows.rows.columns)) == (of, bounded, ["article"])
