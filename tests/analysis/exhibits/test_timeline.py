import pytest

from analysis.exhibits.timeline import MARKS, QUOTED, EventList, Lanes, dates_said


def test_a_lane_a_product(few):
    chart = Lanes().chart(few)
    assert list(chart.data["product"]) == ["钉钉", "企业微信"]
    assert chart.title == "All dated events lie in 2019"


def test_dates_of_another_basis_are_left_out(few):
    assert Lanes(basis="inferred").chart(few).data.empty
    assert len(Lanes(basis="stated").chart(few).data) == 2


def test_an_event_is_listed_once_with_its_date_and_products(few):
    chart = EventList().chart(few)
    assert list(chart.data["note"]) == ["Q4 2019, DingTalk, WeCom"]
    assert chart.form == "quotes"
    assert chart.counted == "Dated events: 1 event, its date as stated"


def test_the_second_fact(few):
    assert Lanes().takeaway(few) == "DingTalk and WeCom have the most events: 1 each"
    assert EventList().takeaway(few) == ""


def test_of_many_events_each_date_is_drawn_once_a_lane_and_it_is_said(crowd):
    chart = Lanes().chart(crowd)
    assert not chart.data.duplicated(["product", "iso"]).any()
    assert len(chart.data) <= MARKS
    assert f"画出说得最多的\u2009{len(chart.data)}\u2009处" in chart.counted
    assert "288\u2009处，其中" in chart.counted


def test_a_mark_of_many_equal_dates_opens_all_of_them(crowd):
    lanes = Lanes()
    first = lanes.chart(crowd).data.iloc[0]
    mark = [first["article"], int(first["start"]), int(first["end"]), first["product"]]
    spans = lanes.spans(crowd, mark)
    dates = crowd.store.query("SELECT article, start, iso, entities FROM events").merge(spans)
    assert len(dates) == len(spans) > 1
    assert set(dates["iso"]) == {first["iso"]}
    assert all(first["product"] in each for each in dates["entities"])
    assert first["article"] in set(spans["article"])
    assert lanes.named(crowd, mark).startswith(crowd.labels.product(first["product"]))


def test_a_mark_that_was_kept_before_it_named_its_lane_is_its_own_event(crowd, few):
    for view in (crowd, few):
        (mark,) = Lanes().chart(view).data[["article", "start", "end"]].head(1).to_numpy().tolist()
        assert Lanes().spans(view, mark).to_numpy().tolist() == [mark]


def test_of_many_events_the_first_are_quoted_and_it_is_said(crowd):
    chart = EventList().chart(crowd)
    assert len(chart.data) == QUOTED
    assert chart.counted.endswith("列出前\u2009100\u2009处")


@pytest.mark.parametrize(
    ("n", "inferred", "said"),
    [
        (3, 0, "3\u2009处，日期都是文中写明的"),
        (3, 3, "3\u2009处，日期都由上下文推算"),
        (3, 1, "3\u2009处，其中\u20091\u2009处的日期由上下文推算"),
    ],
)
def test_how_many_dates_are_inferred(crowd, n: int, inferred: int, said: str):
    assert dates_said(crowd.labels, n, inferred) == said
