from analysis.exhibits.concordance import Concordance


def test_every_place_in_either_script(few):
    chart = Concordance("会议").chart(few)
    assert sorted(chart.data["hit"]) == ["会议", "會議"]
    assert chart.title == '"会议": 2 places in 2 articles'
    assert chart.form == "quotes"


def test_the_order_is_by_what_stands_on_a_side(few):
    left = Concordance("钉钉", "left").lines(few)
    right = Concordance("钉钉", "right").lines(few)
    assert len(left) == len(right) == 5
    assert list(left["start"]) != list(right["start"])


def test_a_word_that_is_nowhere(few):
    assert Concordance("火星").chart(few).title == '"火星" is not in the body text of the chosen articles'
