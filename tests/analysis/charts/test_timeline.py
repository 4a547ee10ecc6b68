import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT, product_colour
from analysis.charts.timeline import timeline

A, B = "钉钉", "企业微信"
DAYS = ("date", "date_start", "date_end")


def event(product: str, iso: str, first: str, last: str, sentence: str, *, inferred: bool = False) -> dict:
    middle = pd.Timestamp(first) + (pd.Timestamp(last) - pd.Timestamp(first)) // 2
    return {
        "article": "one",
        "title": "题",
        "start": 10,
        "end": 15,
        "iso": iso,
        "date": middle.normalize(),
        "date_start": pd.Timestamp(first),
        "date_end": pd.Timestamp(last),
        "inferred": inferred,
        "product": product,
        "sentence": sentence,
        "sentence_start": 10,
    }


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame(
        [
            event(A, "2014", "2014-01-01", "2014-12-31", "2014年，推出<b>。以后"),
            event(B, "2016", "2016-01-01", "2016-12-31", "2016年 上线"),
            event(B, "2019-12-23", "2019-12-23", "2019-12-23", "那二十三。", inferred=True),
        ]
    )


def marks(figure) -> dict[str, list]:
    traces = [trace for trace in figure.data if trace.type == "scatter"]
    ids = [list(each) for trace in traces for each in trace.customdata]
    texts = [text.strip() for trace in traces for text in trace.text]
    return {"ids": ids, "texts": texts, "x": [day for trace in traces for day in trace.x]}


def test_lanes_stand_by_number_of_events(frame: pd.DataFrame, labels):
    figure = timeline(frame, labels, LIGHT)
    assert list(figure.layout.yaxis.ticktext) == [B, A]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_marks_lie_at_their_dates_and_lead_to_their_spans(frame: pd.DataFrame, labels):
    figure = timeline(frame, labels, LIGHT)
    assert marks(figure)["x"] == ["2016-07-01", "2019-12-23", "2014-07-02"]
    assert marks(figure)["ids"] == [["one", 10, 15, product] for product in (B, B, A)]


def test_what_is_inferred_is_hollow(frame: pd.DataFrame, labels):
    wecom = next(trace for trace in timeline(frame, labels, LIGHT).data if trace.type == "scatter")
    colour = product_colour(LIGHT, B)
    assert list(wecom.marker.color) == [colour, LIGHT.background]
    assert wecom.marker.line.color == colour


def test_a_bar_covers_the_days_a_date_may_mean(frame: pd.DataFrame, labels):
    bars = [trace for trace in timeline(frame, labels, LIGHT).data if trace.type == "bar"]
    assert [list(trace.base) for trace in bars] == [["2016-01-01", "2019-12-23"], ["2014-01-01"]]
    days = [length / 86_400_000 for trace in bars for length in trace.x]
    assert days == [366, 1, 365]


def test_a_text_is_the_date_and_the_rest_of_its_clause_never_markup(frame: pd.DataFrame, labels):
    texts = marks(timeline(frame, labels, LIGHT))["texts"]
    assert texts == ["⟨chart.event⟩ 2016年 上线", "12月23日", "⟨chart.event⟩ 2014年 推出&lt;b&gt;"]


def test_the_key_names_only_what_is_drawn(frame: pd.DataFrame, labels):
    said = timeline(frame, labels, LIGHT).layout.annotations[0].text
    assert [f"⟨chart.key.{kind}⟩" in said for kind in ("stated", "inferred", "period")] == [True] * 3
    day = timeline(frame[frame["inferred"]], labels, LIGHT).layout.annotations[0].text
    assert [f"⟨chart.key.{kind}⟩" in day for kind in ("stated", "inferred", "period")] == [False, True, False]


def test_events_of_one_day_stand_in_rows_of_their_own(frame: pd.DataFrame, labels):
    several = pd.concat([frame.iloc[[1]]] * 3, ignore_index=True)
    traces = timeline(several, labels, LIGHT).data
    assert [list(trace.y) for trace in traces] == [[0, 1, 2], [0, 1, 2]]


def test_texts_give_way_where_the_room_is_small(frame: pd.DataFrame, labels):
    many = pd.concat([frame.iloc[[1]]] * 12, ignore_index=True)
    low = timeline(many, labels, LIGHT, Room(700, 270))
    assert set(marks(low)["texts"]) == {""}
    assert low.layout.height <= 270


def test_lanes_that_do_not_fit_are_said_to_be_left_out(frame: pd.DataFrame, labels):
    many = pd.concat([frame.iloc[[1]]] * 20 + [frame.iloc[[0]]], ignore_index=True)
    figure = timeline(many, labels, LIGHT, Room(700, 300))
    assert list(figure.layout.yaxis.ticktext) == [B]
    assert figure.layout.annotations[-1].text == "⟨chart.first_rows⟩ 1 2"


@pytest.mark.parametrize(
    ("last", "step"), [("2016-12-31", "M12"), ("2039-12-31", "M24"), ("2113-12-31", "M120")]
)
def test_years_are_named_as_far_apart_as_there_is_room(frame: pd.DataFrame, labels, last: str, step: str):
    frame.loc[1, "date_end"] = pd.Timestamp(last)
    assert timeline(frame, labels, LIGHT).layout.xaxis.dtick == step


def test_without_a_dated_event_the_figure_is_empty(frame: pd.DataFrame, labels):
    undated = frame.assign(**dict.fromkeys(DAYS, pd.NaT))
    for each in (undated, frame.iloc[:0]):
        figure = timeline(each, labels, LIGHT)
        assert figure.data == ()
        assert figure.layout.height > 0
