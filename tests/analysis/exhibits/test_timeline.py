from analysis.exhibits.timeline import EventList, Lanes


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
    assert chart.counted == "1 dated event, 0 with an inferred date"


def test_the_second_fact(few):
    assert Lanes().takeaway(few) == "DingTalk and WeCom have the most events: 1 each"
    assert EventList().takeaway(few) == ""
