import pandas as pd
import pytest

from analysis import arrow_tables, store_writing
from analysis.frames import metrics
from analysis.frames.selection import Selection
from analysis.schema import Metric, columns
from analysis.store import Store

ALL = Selection(("one", "two", "three"), ("钉钉", "企业微信"))


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def claim(place: int, subject: str | None, kind: str, value: float | None, **known) -> Metric:
    missing = {name: None if null else "" for name, (_, null, _) in columns(Metric).items()}
    place_of = {"article": "one", "start": place, "end": place + 1, "sentence_start": 0, "sentence_end": 9}
    said = {"subject": subject, "kind": kind, "value": value, "modality": "asserted", "unit": "users"}
    return Metric(**(missing | place_of | said | known))


@pytest.fixture
def saying(folder):
    """A store with the claims given."""

    def with_claims(*claims: Metric) -> Store:
        store_writing.write(folder, {"metrics": arrow_tables.arrow_table("metrics", claims)}, {})
        return Store(folder)

    return with_claims


def test_claims_about_the_chosen_products(small):
    found = metrics.claims(small, ALL)
    assert list(found.columns) == metrics.COLUMNS
    assert rows(found, "article", "title", "surface", "value", "subject") == [
        ("one", "钉钉和企业微信", "1000万", 1e7, "钉钉"),
        ("two", "two", "800萬", 8e6, "钉钉"),
    ]


def test_a_claim_without_a_date_has_that_of_its_article_and_says_so(small):
    found = metrics.claims(small, ALL)
    assert found["date"].to_list() == [pd.Timestamp(2019, 7, 2), pd.Timestamp(2020, 2, 15)]
    assert found["inferred"].to_list() == [False, True]


def test_a_claim_reached_through_a_chosen_product_counts(saying):
    store = saying(
        claim(1, "百货", "user_count", 5, via="企业微信"), claim(2, "百货", "user_count", 6, via="微信")
    )
    assert metrics.claims(store, ALL)["start"].to_list() == [1]


def test_claims_about_no_product_are_kept_apart(small):
    assert metrics.other_claims(small, ALL)["surface"].to_list() == ["3.0"]


def test_headlines_lead_with_the_largest_of_each_kind(saying):
    store = saying(
        claim(1, "钉钉", "share", 80, unit="percent"),
        claim(2, "钉钉", "user_count", 100),
        claim(3, "钉钉", "user_count", 300),
        claim(4, "企业微信", "user_count", 200),
        claim(5, "钉钉", "duration", 900, unit="days"),
        claim(6, "飞书", "user_count", 900),
        claim(7, "企业微信", "money", None, low=10, high=20, unit="CNY"),
    )
    assert metrics.headline_claims(store, ALL, 9)["start"].to_list() == [3, 4, 7, 1, 2]
    assert metrics.headline_claims(store, ALL, 2)["start"].to_list() == [3, 4]


def test_a_headline_stands_once_where_it_is_dated_latest(saying):
    store = saying(
        claim(1, "钉钉", "user_count", 100, as_of="2018"),
        claim(2, "钉钉", "user_count", 100, as_of="2019"),
        claim(3, "钉钉", "user_count", 100),
        claim(4, "钉钉", "user_count", 500, modality="counterfactual"),
    )
    assert metrics.headline_claims(store, ALL, 9)["start"].to_list() == [2]


def test_rivals_count_the_same_of_the_same_subject(small):
    found = metrics.rival_claims(small, ALL)
    assert rows(found, "subject", "kind", "value", "disagree") == [
        ("钉钉", "enterprise_count", 1e7, True),
        ("钉钉", "enterprise_count", 8e6, True),
    ]


def test_groups_that_disagree_come_first_and_single_claims_are_none(saying):
    store = saying(
        claim(1, "企业微信", "user_count", 5),
        claim(2, "企业微信", "user_count", 5, as_of="2019"),
        claim(3, "企业微信", "user_count", 5, as_of="2018"),
        claim(4, "钉钉", "staff", 7, unit="people"),
        claim(5, "钉钉", "staff", 7, unit="people", modality="disputed"),
        claim(6, "钉钉", "user_count", 8),
        claim(7, "钉钉", "duration", 2, unit="days"),
        claim(8, "钉钉", "duration", 3, unit="days"),
    )
    found = metrics.rival_claims(store, ALL)
    assert rows(found, "start", "disagree") == [(4, True), (5, True), (3, False), (2, False), (1, False)]
