import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.frames import text_search
from analysis.frames.selection import Selection

ALL = Selection(None, ())


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("會議", [("one", 29), ("two", 47)]),
        (" 会议 ", [("one", 29), ("two", 47)]),
        ("q4", [("two", 18)]),
        ("点击", []),
        ("3.0", [("two", 26)]),
        ("3?0", []),
        ("", []),
        ("  ", []),
        ("%", []),
    ],
)
def test_typed_text_is_found_in_the_bodies(small, text, places):
    assert rows(text_search.find(small, ALL, text, 9).spans, "article", "start") == places


@given(text=st.text(max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_any_text_can_be_searched(small, text):
    found = text_search.find(small, ALL, text, 9)
    assert (found.spans["start"] < found.spans["end"]).all()


def test_a_line_of_typed_text_has_the_script_of_its_article(small):
    line = text_search.concordance(small, ALL, "软件", "left", 9).iloc[0]
    assert (line["left"].endswith("會議"), line["keyword"], line["right"]) == (True, "軟件", "更好。")


@pytest.mark.parametrize("text", ["钉", "釘釘", "會議", "没有的", " "])
def test_all_places_are_counted_and_the_first_are_there(small, text):
    every = text_search.find(small, ALL, text, 99)
    assert every[:2] == (len(every.spans), every.spans["article"].nunique())
    few = text_search.find(small, ALL, text, 2)
    assert few[:2] == every[:2]
    assert few.spans.equals(every.spans.head(2))
