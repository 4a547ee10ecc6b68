import pandas as pd
import pytest

from analysis.frames import metrics
from analysis.frames.claim_filter import ClaimFilter
from analysis.frames.metrics import Part
from analysis.frames.selection import Selection
from analysis.schema import Metric, columns
from analysis.storage.store import Store

ALL = Selection(("one", "two", "three"), ("钉钉", "企业微信"))
SEEDS = Selection(None, ("钉钉", "企业微信", "微信"))
EVERY = ClaimFilter()
SAME = ["subject", "kind", "unit", "value", "low", "high", "qualifier", "modality"]


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def claims(store, selection, others=False, order="article"):
    return metrics.page(store, selection, others, EVERY, Part(order, 1000))


def places(frame):
    return rows(frame, "article", "start")


def claim(place: int, subject: str | None, kind: str, value: float | None, **known) -> Metric:
    missing = {name: None if null else "" for name, (_, null, _) in columns(Metric).items()}
    place_of = {
        "article": "one",
        "start": place,
        "end": place + 1,
        "sentence_start": place,
        "sentence_end": place + 9,
    }
    said = {"subject": subject, "kind": kind, "value": value, "modality": "asserted", "unit": "users"}
    return Metric(**(missing | place_of | said | known))


@pytest.fixture
def saying(holding):
    """A store with the claims given."""

    def with_claims(*claims: Metric) -> Store:
        return holding("metrics", claims)

    return with_claims


def test_claims_about_the_chosen_products(small):
    found = claims(small, ALL)
    assert list(found.columns) == metrics.COLUMNS
    assert rows(found, "article", "title", "surface", "value", "subject") == [
        ("one", "钉钉和企业微信", "1000万", 1e7, "钉钉"),
        ("two", "two", "800萬", 8e6, "钉钉"),
    ]


def test_a_claim_without_a_date_has_that_of_its_article_and_says_so(small):
    found = claims(small, ALL)
    assert found["date"].to_list() == [pd.Timestamp(2019, 7, 2), pd.Timestamp(2020, 2, 15)]
    assert found["inferred"].to_list() == [False, True]


def test_a_claim_reached_through_a_chosen_product_counts(saying):
    store = saying(
        claim(1, "百货", "user_count", 5, via="企业微信"), claim(2, "百货", "user_count", 6, via="微信")
    )
    assert claims(store, ALL)["start"].to_list() == [1]


def test_claims_about_no_product_come_along_when_asked_for(small):
    assert claims(small, ALL, True)["surface"].to_list() == ["1000万", "800萬", "3.0"]


def test_headlines_lead_with_the_largest_of_each_kind(saying):
    store = saying(
        claim(1, "钉钉", "share", 80, unit="percent"),
        claim(2, "钉钉", "user_count", 100),
        claim(3, "钉钉", "user_count", 300),
        claim(4, "企业微信", "user_count", 200),
        claim(5, "钉钉", "duration", 900, unit="days"),
        claim(6, "飞书", "user_count", 900),
        claim(7, "企业微信", "money", None, low=1e6, high=2e6, unit="CNY"),
        claim(8, "企业微信", "money", 998, unit="CNY"),
    )
    assert metrics.headlines(store, ALL, 9)["start"].to_list() == [3, 4, 7, 1, 2]
    assert metrics.headlines(store, ALL, 2)["start"].to_list() == [3, 4]


def test_a_headline_stands_once_where_it_is_dated_latest(saying):
    store = saying(
        claim(1, "钉钉", "user_count", 100, as_of="2018"),
        claim(2, "钉钉", "user_count", 100, as_of="2019"),
        claim(3, "钉钉", "user_count", 100),
        claim(4, "钉钉", "user_count", 500, modality="counterfactual"),
    )
    assert metrics.headlines(store, ALL, 9)["start"].to_list() == [2]


def test_rivals_count_the_same_of_the_same_subject(small):
    found = metrics.rivals(small, ALL, EVERY, 9, 9).rows
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
    found = metrics.rivals(store, ALL, EVERY, 9, 9).rows
    assert rows(found, "start", "disagree") == [(4, True), (5, True), (3, False), (2, False), (1, False)]


def test_figures_of_one_sentence_count_different_things(saying):
    several = [
        claim(1, "钉钉", "user_count", 5, sentence_start=0),
        claim(2, "钉钉", "user_count", 6, sentence_start=0),
        claim(3, "企业微信", "user_count", 7),
    ]
    found = metrics.rivals(saying(*several), ALL, EVERY, 9, 9)
    assert found.rows.empty
    assert found.of == 0
    again = metrics.rivals(saying(*several, claim(4, "企业微信", "user_count", 7)), ALL, EVERY, 9, 9)
    assert rows(again.rows, "start") == [(3,), (4,)]
    assert again.of == 1


@pytest.mark.parametrize(
    ("order", "column"), [("subject", "subject"), ("date", "as_of"), ("article", "article")]
)
def test_a_page_is_the_beginning_of_all_in_order_and_what_is_missing_comes_last(store, order, column):
    found = claims(store, SEEDS, True, order)
    assert places(metrics.page(store, SEEDS, True, EVERY, Part(order, 5))) == places(found)[:5]
    assert found[column].isna().is_monotonic_increasing
    assert found[column].dropna().is_monotonic_increasing


def test_of_few_telling_claims_all_are_there(store):
    found = metrics.telling(store, SEEDS, True, EVERY, 60)
    assert set(found.rows["kind"]) == {"user_count", "enterprise_count", "money", "share"}
    assert not found.bounded
    durations = metrics.telling(store, SEEDS, True, ClaimFilter(kinds=("duration",)), 60)
    assert set(durations.rows["kind"]) == {"duration"}


def test_of_many_each_figure_is_there_once_and_the_largest_of_every_subject_first(many):
    few = metrics.telling(many, SEEDS, True, EVERY, 10)
    found = metrics.page(many, SEEDS, True, EVERY, Part("article", 10_000))
    assert few.bounded
    assert few.of == found["kind"].isin(set(few.rows["kind"])).sum()
    assert not few.rows.duplicated(SAME).any()
    users = few.rows[few.rows["unit"] == "users"]
    assert users["subject"].nunique() == len(users) == 2


def test_the_years_that_are_kept_do_not_split_rivals(store):
    every = metrics.rivals(store, SEEDS, EVERY, 9, 99)
    assert len(every.rows) == len(metrics.rivals(store, SEEDS, ClaimFilter(years=("1999",)), 9, 99).rows) > 0
    assert every.of == every.rows.groupby(["subject", "kind", "unit"]).ngroups


def test_of_many_rivals_the_first_groups_are_there_each_figure_once(many):
    found = metrics.rivals(many, SEEDS, EVERY, 1, 3)
    assert found.rows.groupby(["subject", "kind", "unit"]).ngroups == 1 < found.of
    assert 1 < len(found.rows) <= 3
    assert not found.rows.duplicated(SAME).any()
