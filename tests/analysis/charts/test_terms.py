import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.terms import term_bars, tfidf_bars
from analysis.charts.theme import LIGHT, product_colour


@pytest.fixture
def own() -> pd.DataFrame:
    rows = [
        ("one", "第一篇", "流量", 338.02, 9),
        ("one", "第一篇", "钉钉", 9.5, 30),
        ("two", "第二篇", "超车", 0.123, 2),
    ]
    return pd.DataFrame(rows, columns=["article", "title", "term", "score", "count"])


def test_terms_keep_their_order_and_products_their_colour(labels):
    rows = [("用户", 1500, 2.5, 5), ("钉钉", 30, 1.0, 2)]
    frame = pd.DataFrame(rows, columns=["term", "count", "per_1000", "articles"])
    figure = term_bars(frame, labels, LIGHT)
    assert list(figure.layout.yaxis.ticktext) == ["用户", "钉钉"]
    assert list(figure.data[0].x) == [1500, 30]
    assert list(figure.data[0].text) == ["1,500", "30"]
    assert list(figure.data[0].marker.color) == [LIGHT.neutral, product_colour(LIGHT, "钉钉")]
    assert [list(each) for each in figure.data[0].customdata] == [["用户"], ["钉钉"]]
    assert figure.data[0].hovertext[1] == "⟨chart.hover.term⟩ 钉钉 30 1.00 2"


def test_each_article_has_its_own_terms(own: pd.DataFrame, labels):
    figure = tfidf_bars(own, labels, LIGHT)
    assert [list(axis.ticktext) for axis in (figure.layout.yaxis, figure.layout.yaxis2)] == [
        ["流量", "钉钉"],
        ["超车"],
    ]
    assert [list(trace.text) for trace in figure.data] == [["338", "10"], ["&lt;1"]]
    assert [list(map(list, trace.customdata)) for trace in figure.data] == [
        [["one", "流量"], ["one", "钉钉"]],
        [["two", "超车"]],
    ]


@pytest.mark.parametrize(
    ("scores", "written"),
    [
        ([2154.3, 999.6, 1.0], [["2,154", "1,000"], ["1"]]),
        ([84.0, 82.61, 9.5], [["84.0", "82.6"], ["9.5"]]),
        ([8.4, 8.256, 0.5], [["8.40", "8.26"], ["0.50"]]),
    ],
)
def test_all_scores_have_as_many_decimals(own: pd.DataFrame, labels, scores, written):
    figure = tfidf_bars(own.assign(score=scores), labels, LIGHT)
    assert [list(trace.text) for trace in figure.data] == written


def test_panels_share_scale_and_rows(own: pd.DataFrame, labels):
    layout = tfidf_bars(own, labels, LIGHT).layout
    assert layout.xaxis.range == layout.xaxis2.range
    assert list(layout.yaxis.range) == list(layout.yaxis2.range) == [1.5, -0.5]


def test_names_have_room_left_of_every_panel(own: pd.DataFrame, labels):
    layout = tfidf_bars(own, labels, LIGHT, Room(600)).layout
    assert layout.xaxis.domain[0] * 600 >= 28
    assert (layout.xaxis2.domain[0] - layout.xaxis.domain[1]) * 600 >= 28


def test_without_terms_the_figure_is_empty(own: pd.DataFrame, labels):
    assert tfidf_bars(own.iloc[:0], labels, LIGHT).data == ()
