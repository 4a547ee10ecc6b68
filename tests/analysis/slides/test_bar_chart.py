from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest

from analysis.charts.bars import Bar, BarPanel, bar_panels
from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT
from analysis.slides.axes import pairs
from analysis.slides.bar_chart import bar_chart

PRODUCTS = {"钉钉": 30.0, "<企业微信>": 18.0, "飞书": 0.0}
COLOURS = ["0072B2", "009E73", "CC79A7"]


@pytest.fixture
def chart(opened, bars) -> Callable:
    """The native chart of some bars, read back."""

    def make(values: dict[str, float], texts: list[str] | None = None):
        from analysis.slides.presentation import Slide

        (slide,) = opened(Slide(bars(values, texts=texts))).slides
        return next(shape.chart for shape in slide.shapes if shape.has_chart)

    return make


def colours(series) -> list[str]:
    return [str(series.points[place].format.fill.fore_color.rgb) for place in range(1, len(series.values))]


def test_names_values_and_colours_are_those_of_the_figure_in_its_order(chart):
    plot = chart(PRODUCTS).plots[0]
    assert list(plot.categories) == list(PRODUCTS)
    assert list(plot.series[0].values) == list(PRODUCTS.values())
    assert str(plot.series[0].format.fill.fore_color.rgb) == COLOURS[0]
    assert colours(plot.series[0]) == COLOURS[1:]


def test_the_first_name_is_on_top_and_the_values_start_from_nought(chart):
    drawn = chart(PRODUCTS)
    assert drawn.category_axis.reverse_order
    assert drawn.value_axis.minimum_scale == 0
    assert drawn.value_axis.maximum_scale > 30
    assert not drawn.value_axis.visible
    assert drawn.plots[0].gap_width == 52


def test_the_workbook_holds_what_is_drawn(chart):
    book = openpyxl.load_workbook(BytesIO(chart(PRODUCTS).part.chart_workbook.xlsx_part.blob))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows == [(None, "正文中的次数"), *PRODUCTS.items()]


def labels_of(drawn) -> list[tuple[str | None, str]]:
    """Of every label of its own: its number format, and its text if that is written out."""
    found = drawn._chartSpace.xpath(".//c:dLbl")
    return [
        (
            next(iter(label.xpath("c:numFmt/@formatCode")), None),
            "".join(text.text for text in label.iter("{*}t")),
        )
        for label in found
    ]


def test_labels_follow_the_values_where_a_format_shows_them(chart):
    drawn = chart({"一": 0.37, "二": 0.004}, ["37%", "<1%"])
    assert drawn._chartSpace.xpath(".//c:dLbls/c:numFmt/@formatCode") == ['[=0]0%;[<0.005]"<1%";0%']
    assert labels_of(drawn) == []


def test_other_labels_are_written_out_or_have_a_format_of_their_own(chart):
    drawn = chart({"一": 12000.0, "二": 3.0}, ["1.2万", "3"])
    assert labels_of(drawn) == [(None, "1.2万"), ("#,##0", "")]


def test_noughts_keep_their_paler_label(chart):
    assert labels_of(chart(PRODUCTS)) == [("#,##0", "")]


def several(labels, *, barmode: str):
    figure = bar_panels([BarPanel("", [Bar("甲", 1, "1", "#0072B2", "", [])])], labels, LIGHT, Room(400, 200))
    figure.add_bar(x=[2], y=[0], orientation="h", name="第二", marker={"color": "#009E73"})
    figure.update_layout(barmode=barmode)
    (pair,) = pairs(figure.to_plotly_json(), Room(400, 200))
    return bar_chart(pair, "次数", "zh").xml.decode("utf-8")


def test_several_series_are_grouped_or_stacked_as_in_the_figure(labels):
    assert 'grouping val="clustered"' in several(labels, barmode="group")
    stacked = several(labels, barmode="stack")
    assert 'grouping val="stacked"' in stacked
    assert 'overlap val="100"' in stacked


def test_fewer_rows_than_there_is_room_for_take_only_theirs(labels):
    panels = [BarPanel("", [Bar(name, 1, "1", "#0072B2", "", []) for name in "甲乙丙丁"])]
    figure = bar_panels(panels, labels, LIGHT, Room(400, 200))
    figure.update_layout(yaxis={"tickvals": [0, 1], "ticktext": ["甲", "乙"]})
    figure.data[0].update(x=[1, 1], y=[0, 1], text=["1", "1"])
    (pair,) = pairs(figure.to_plotly_json(), Room(400, 200))
    half = bar_chart(pair, "次数", "zh").box
    assert half.height - 12 == pytest.approx(pair.box.height / 2)
