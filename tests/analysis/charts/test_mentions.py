import pandas as pd
import pytest

from analysis.charts import mentions
from analysis.charts.theme import LIGHT, product_colour
from analysis.strings.labels import Labels

A, B = "钉钉", "企业微信"


class Echo(Labels):
    """Labels that say their key and their facts."""

    def __call__(self, key: str, **facts: object) -> str:
        return " ".join([key, *map(str, facts.values())])


LABELS = Echo("zh")


def ids(figure) -> list:
    return [list(each) for trace in figure.data for each in trace.customdata or ()]


def test_shares_are_bars_in_the_products_colours():
    frame = pd.DataFrame({"entity": [A, B], "count": [3, 1], "share": [0.75, 0.25]})
    figure = mentions.share_bars(frame, LABELS, LIGHT)
    assert list(figure.data[0].x) == [0.75, 0.25]
    assert list(figure.data[0].text) == ["75%", "25%"]
    assert list(figure.data[0].marker.color) == [product_colour(LIGHT, A), product_colour(LIGHT, B)]
    assert ids(figure) == [[A], [B]]


def test_a_product_stands_before_its_first_name_only():
    frame = pd.DataFrame({"entity": [A, A, B], "surface": ["钉钉", "釘釘", "企业微信"], "count": [3, 2, 1]})
    figure = mentions.alias_bars(frame, LABELS, LIGHT)
    assert list(figure.layout.yaxis.ticktext) == [
        "products.alias 钉钉 钉钉",
        "釘釘",
        "products.alias 企业微信 企业微信",
    ]
    assert ids(figure) == [[A, "钉钉"], [A, "釘釘"], [B, "企业微信"]]


def test_a_pair_is_one_bar():
    figure = mentions.pair_bars(pd.DataFrame({"entity": [A], "other": [B], "sentences": [5]}), LABELS, LIGHT)
    assert list(figure.data[0].x) == [5]
    assert ids(figure) == [[A, B]]


def test_every_mention_is_a_tick_in_its_products_row():
    frame = pd.DataFrame(
        [("one", "一", A, 5, 7, 0.1), ("one", "一", B, 9, 13, 0.5), ("two", "二", A, 2, 4, 1.0)],
        columns=["article", "title", "entity", "start", "end", "position"],
    )
    figure = mentions.dispersion(frame, LABELS, LIGHT)
    lines, ticks = figure.data[::2], figure.data[1::2]
    assert [list(trace.x) for trace in ticks] == [[0.1, 0.5], [1.0]]
    assert [list(trace.y) for trace in ticks] == [[0, 1], [0]]
    assert [list(trace.y) for trace in lines] == [[0, 0, None, 1, 1, None]] * 2
    assert ids(figure) == [["one", 5, 7], ["one", 9, 13], ["two", 2, 4]]


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b"])
def test_a_name_is_never_read_as_markup(text: str):
    frame = pd.DataFrame({"entity": [text], "surface": [text], "count": [1]})
    figure = mentions.alias_bars(frame, LABELS, LIGHT)
    assert text not in figure.layout.yaxis.ticktext[0]
