import pandas as pd
import pytest

from analysis.charts import fonts
from analysis.charts.articles import NAMES, length_bars, origin
from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT

LONG = "一篇标题非常非常非常非常非常非常非常非常非常非常非常非常非常长的文章"


@pytest.fixture
def frame() -> pd.DataFrame:
    rows = [("a", "短题", "某报", "2020-02", 1200), ("b", LONG, None, None, 30)]
    return pd.DataFrame(rows, columns=["article", "title", "source", "published", "body_chars"])


def test_a_bar_an_article_with_its_length_and_origin(frame: pd.DataFrame, labels):
    bars = length_bars(frame, labels, LIGHT).data[0]
    assert list(bars.x) == [1200, 30]
    assert list(bars.text) == [
        "⟨overview.articles.length⟩ 1,200 · 某报⟨list.comma⟩2020年2月",
        "⟨overview.articles.length⟩ 30",
    ]
    assert [list(ids) for ids in bars.customdata] == [["a"], ["b"]]


def test_a_long_title_is_shortened_and_whole_on_hover(frame: pd.DataFrame, labels):
    room = Room(500, 200)
    figure = length_bars(frame, labels, LIGHT, room)
    short, long = figure.layout.yaxis.ticktext
    assert short == "短题"
    assert long.endswith("…")
    assert fonts.width(long) <= NAMES * room.width
    assert LONG in figure.data[0].hovertext[1].replace("<br>", "")


@pytest.mark.parametrize("place", [0, 1])
def test_the_origin_is_what_is_known(frame: pd.DataFrame, labels, place: int):
    assert origin(list(frame.itertuples())[place], labels) == ("某报⟨list.comma⟩2020年2月", "")[place]


def test_articles_that_do_not_fit_are_said_to_be_left_out(frame: pd.DataFrame, labels):
    many = pd.concat([frame] * 50, ignore_index=True)
    figure = length_bars(many, labels, LIGHT, Room(888, 300))
    assert len(figure.data[0].x) < 100
    assert "⟨chart.first_rows⟩" in figure.layout.annotations[0].text


def test_nothing_gives_an_empty_figure(frame: pd.DataFrame, labels):
    assert length_bars(frame.head(0), labels, LIGHT).layout.height > 0
