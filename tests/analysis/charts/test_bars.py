import pandas as pd
import pytest

from analysis.charts.bars import mention_bars
from analysis.charts.chart import Room
from analysis.charts.theme import DARK, LIGHT, product_colour

A, B, C = "钉钉", "企业微信", "Slack"


@pytest.fixture
def frame() -> pd.DataFrame:
    rows = [
        ("one", "第一篇", A, 30, 13.0),
        ("one", "第一篇", B, 18, 7.8),
        ("one", "第一篇", C, 0, 0.0),
        ("two", "<b>第二篇", A, 7, 1.6),
        ("two", "<b>第二篇", B, 42, 9.9),
        ("two", "<b>第二篇", C, 1, 0.2),
    ]
    return pd.DataFrame(rows, columns=["article", "title", "entity", "count", "per_1000"])


def test_products_stand_by_their_sum_in_every_panel(frame: pd.DataFrame, labels):
    figure = mention_bars(frame, labels, LIGHT)
    assert list(figure.layout.yaxis.ticktext) == [B, A, C]
    assert [list(trace.x) for trace in figure.data] == [[18, 30, 0], [42, 7, 1]]
    assert [list(map(list, trace.customdata)) for trace in figure.data] == [
        [["one", B], ["one", A], ["one", C]],
        [["two", B], ["two", A], ["two", C]],
    ]


def test_panels_share_their_scale_from_nought(frame: pd.DataFrame, labels):
    layout = mention_bars(frame, labels, LIGHT).layout
    assert layout.xaxis.range == layout.xaxis2.range
    assert layout.xaxis.range[0] == 0
    assert layout.xaxis.range[1] > 42


def test_names_stand_once_and_values_at_every_bar(frame: pd.DataFrame, labels):
    figure = mention_bars(frame, labels, LIGHT)
    assert (figure.layout.yaxis.showticklabels, figure.layout.yaxis2.showticklabels) == (True, False)
    assert list(figure.data[1].text) == ["42", "7", "1"]
    assert set(figure.data[0].textposition) <= set("outside")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_products_keep_their_colours(frame: pd.DataFrame, labels, theme):
    colours = mention_bars(frame, labels, theme).data[0].marker.color
    assert list(colours) == [product_colour(theme, product) for product in (B, A, C)]


def test_a_rate_is_drawn_and_ordered_as_a_rate(frame: pd.DataFrame, labels):
    figure = mention_bars(frame, labels, LIGHT, measure="per_1000")
    assert list(figure.data[0].x) == [7.8, 13.0, 0.0]
    assert list(figure.data[0].text) == ["7.8", "13.0", "0"]


def test_titles_are_articles_and_never_markup(frame: pd.DataFrame, labels):
    titles = [note.text for note in mention_bars(frame, labels, LIGHT).layout.annotations]
    assert titles == ["第一篇", "&lt;b&gt;第二篇"]


def test_hover_words_come_from_labels(frame: pd.DataFrame, labels):
    figure = mention_bars(frame, labels, LIGHT)
    assert all(text.startswith("⟨chart.hover.mentions⟩") for trace in figure.data for text in trace.hovertext)


@pytest.mark.parametrize("products", [3, 30])
def test_height_grows_with_the_rows(labels, products: int):
    rows = [("one", "题", f"产品{number}", products - number, 1.0) for number in range(products)]
    frame = pd.DataFrame(rows, columns=["article", "title", "entity", "count", "per_1000"])
    figure = mention_bars(frame, labels, LIGHT)
    assert len(figure.data[0].x) == products
    assert figure.layout.height >= products * 20
    slide = mention_bars(frame, labels, LIGHT, Room(888, 390))
    assert slide.layout.height <= 391
    assert len(slide.data[0].x) == min(products, 16)


def test_a_long_name_has_its_room(labels):
    name = "特别特别特别长的产品名称和它的后缀"
    frame = pd.DataFrame(
        [("one", "题", name, 3, 1.0)], columns=["article", "title", "entity", "count", "per_1000"]
    )
    figure = mention_bars(frame, labels, LIGHT)
    assert figure.layout.margin.l >= len(name) * 14
    assert not figure.layout.yaxis.automargin
