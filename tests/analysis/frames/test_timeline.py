import pandas as pd
import pytest

from analysis import arrow_tables, store_writing
from analysis.frames import timeline
from analysis.frames.selection import Selection
from analysis.schema import Event
from analysis.store import Store

ALL = Selection(("one", "two", "three"), ("钉钉", "企业微信"))


@pytest.fixture
def telling(folder):
    """A store with events of the dates and entities given, one a place."""

    def with_events(*events: tuple[str | None, list[str]]) -> Store:
        rows = [
            Event("three", place, place + 1, "x", iso, "day", False, "stated", entities, 0, 3, "r")
            for place, (iso, entities) in enumerate(events)
        ]
        store_writing.write(folder, {"events": arrow_tables.arrow_table("events", rows)}, {})
        return Store(folder)

    return with_events


def test_an_event_has_a_lane_for_every_chosen_product_in_its_sentence(small):
    found = timeline.events(small, ALL)
    assert found["product"].to_list() == ["钉钉", "企业微信"]
    assert found["entities"].to_list() == [["企业微信", "钉钉"]] * 2
    assert timeline.events(small, Selection(("two",), ("企业微信",)))["product"].to_list() == ["企业微信"]


def test_a_partial_date_is_its_first_and_last_day_and_its_middle(small):
    event = timeline.events(small, ALL).iloc[0]
    assert event["iso"] == "2019-Q4"
    assert event["date_start"] == pd.Timestamp(2019, 10, 1)
    assert event["date_end"] == pd.Timestamp(2019, 12, 31)
    assert event["date"] == pd.Timestamp(2019, 11, 15)


def test_the_sentence_stands_as_written(small):
    event = timeline.events(small, ALL).iloc[0]
    assert event["sentence"] == "2019年Q4企業微信發布3.0版，釘釘沒有。"
    assert (event["sentence_start"], event["sentence_end"]) == (13, 36)
    assert event["title"] == "two"


def test_events_in_order_of_date_the_undated_last(telling):
    store = telling(
        (None, ["钉钉"]), ("2020", ["钉钉"]), ("2019-05", ["钉钉"]), ("2019-05", ["企业微信", "钉钉"])
    )
    found = timeline.events(store, ALL)
    assert list(zip(found["start"], found["product"], strict=True)) == [
        (2, "钉钉"),
        (3, "钉钉"),
        (3, "企业微信"),
        (1, "钉钉"),
        (0, "钉钉"),
    ]
    assert found["date"].isna().to_list() == [False] * 4 + [True]


def test_events_without_any_product_have_no_lane(telling):
    store = telling(("2020", ["阿里"]), ("2019", []), ("2018", ["飞书"]), ("2017", ["钉钉"]))
    found = timeline.other_events(store, ALL)
    assert found["start"].to_list() == [1, 0]
    assert found["product"].isna().all()
    assert list(found.columns) == list(timeline.events(store, ALL).columns)
