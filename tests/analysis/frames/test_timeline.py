import pandas as pd
import pytest

from analysis.frames import timeline
from analysis.frames.selection import Selection
from analysis.schema import Event
from analysis.storage.store import Store

ALL = Selection(("one", "two", "three"), ("钉钉", "企业微信"))
SEEDS = Selection(None, ("钉钉", "企业微信"))
BASES = ["all", "stated", "inferred"]


@pytest.fixture
def telling(holding):
    """A store with events of the dates and entities given, one a place."""

    def with_events(*events: tuple[str | None, list[str]]) -> Store:
        rows = [
            Event("three", place, place + 1, "x", iso, "day", False, "stated", entities, 0, 3, "r")
            for place, (iso, entities) in enumerate(events)
        ]
        return holding("events", rows)

    return with_events


def marks(store, selection, basis="all"):
    return timeline.marks(store, selection, basis, 1000).rows


def listed(store, selection, others=True, basis="all", n=1000):
    return timeline.page(store, selection, others, basis, n)


def test_an_event_has_a_lane_for_every_chosen_product_in_its_sentence(small):
    assert marks(small, ALL)["product"].to_list() == ["钉钉", "企业微信"]
    assert marks(small, Selection(("two",), ("企业微信",)))["product"].to_list() == ["企业微信"]


def test_it_is_listed_once_with_all_of_them(small):
    found = listed(small, ALL)
    assert list(found.columns) == timeline.LISTED
    assert found["products"].to_list() == [["钉钉", "企业微信"]]


def test_the_sentences_of_a_list(small):
    found = timeline.sentences(small, listed(small, ALL))
    assert found["sentence"].to_list() == ["2019年Q4企業微信發布3.0版，釘釘沒有。"]


def test_a_partial_date_is_its_first_and_last_day_and_its_middle(small):
    event = marks(small, ALL).iloc[0]
    assert event["iso"] == "2019-Q4"
    assert event["date_start"] == pd.Timestamp(2019, 10, 1)
    assert event["date_end"] == pd.Timestamp(2019, 12, 31)
    assert event["date"] == pd.Timestamp(2019, 11, 15)


def test_the_sentence_stands_as_written(small):
    event = marks(small, ALL).iloc[0]
    assert event["sentence"] == "2019年Q4企業微信發布3.0版，釘釘沒有。"
    assert event["sentence_start"] == 13
    assert event["title"] == "two"


def test_events_in_order_of_date_the_undated_last_and_on_no_lane(telling):
    store = telling(
        (None, ["钉钉"]), ("2020", ["钉钉"]), ("2019-05", ["钉钉"]), ("2019-05", ["企业微信", "钉钉"])
    )
    drawn = marks(store, ALL)
    assert list(zip(drawn["start"], drawn["product"], strict=True)) == [
        (2, "钉钉"),
        (3, "钉钉"),
        (3, "企业微信"),
        (1, "钉钉"),
    ]
    assert listed(store, ALL)["start"].to_list() == [2, 3, 1, 0]
    assert listed(store, ALL, n=2)["start"].to_list() == [2, 3]


def test_those_that_are_drawn_are_found_whether_they_are_added_up_or_not(telling):
    store = telling(*[("2019", ["钉钉"])] * 2, *[("2020", ["钉钉", "企业微信"])] * 3)
    every, few = timeline.marks(store, ALL, "all", 8), timeline.marks(store, ALL, "all", 7)
    assert (len(every.rows), every.of) == (8, 8)
    assert few.of == 8
    assert list(zip(few.rows["start"], few.rows["product"], strict=True)) == [
        (0, "钉钉"),
        (2, "钉钉"),
        (2, "企业微信"),
    ]


def test_events_without_any_product_come_along_when_asked_for(telling):
    store = telling(("2020", ["阿里"]), ("2019", []), ("2018", ["飞书"]), ("2017", ["钉钉"]))
    assert listed(store, ALL)["start"].to_list() == [3, 1, 0]
    assert listed(store, ALL, others=False)["start"].to_list() == [3]


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("others", [True, False])
def test_counts_are_those_of_the_list(store, basis, others):
    found = listed(store, SEEDS, others, basis)
    assert set(found["inferred"]) == {"all": {True, False}, "stated": {False}, "inferred": {True}}[basis]
    assert timeline.counts(store, SEEDS, others, basis) == (len(found), found["inferred"].sum())


@pytest.mark.parametrize("basis", BASES)
def test_an_event_on_several_lanes_is_counted_once(store, basis):
    once = marks(store, SEEDS, basis).drop_duplicates(["article", "start"])
    assert timeline.drawn(store, SEEDS, basis) == (len(once), once["inferred"].sum())


def test_of_many_marks_each_date_is_drawn_once_and_every_lane_has_some(many):
    found = timeline.marks(many, SEEDS, "all", 10)
    assert found.bounded
    assert found.rows["product"].value_counts().to_dict() == {"钉钉": 5, "企业微信": 5}
    assert not found.rows.duplicated(["product", "iso"]).any()


def test_events_by_year_and_by_product(many, store):
    few = timeline.years(store, SEEDS, True, "all")
    assert few["year"].is_monotonic_increasing
    assert list(timeline.years(many, SEEDS, True, "all")["events"]) == list(12 * few["events"])
    products = timeline.by_product(many, SEEDS, "all")
    assert products["events"].is_monotonic_decreasing
    assert products["events"].sum() == timeline.marks(many, SEEDS, "all", 10).of


def test_nothing_chosen_is_nothing(small):
    nothing = Selection((), ())
    assert timeline.counts(small, nothing, True, "all") == (0, 0)
    assert timeline.marks(small, nothing, "all", 5).of == 0
    assert listed(small, nothing).empty
