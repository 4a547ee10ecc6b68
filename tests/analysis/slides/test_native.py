import pptx
import pytest

from analysis.charts.bars import Bar, BarPanel, bar_panels
from analysis.charts.chart import Room, blank
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.native import add_figure

AREA = Box(36, 100, 880, 330)
ROOM = Room(880, 330)


@pytest.fixture
def shapes():
    deck = pptx.Presentation()
    return deck.slides.add_slide(deck.slide_layouts[6]).shapes


def panels(*titles: str) -> list[BarPanel]:
    bars = [Bar(name, 5, "5", "#0072B2", "", []) for name in ("钉钉", "飞书")]
    return [BarPanel(title, bars) for title in titles]


def test_every_panel_is_a_chart_named_by_its_heading(shapes, labels):
    add_figure(shapes, bar_panels(panels("第一篇", "<第二>"), labels, LIGHT, ROOM), AREA, "次数", labels)
    charts = [shape for shape in shapes if shape.has_chart]
    assert [chart.name for chart in charts] == ["第一篇", "<第二>"]
    assert [chart.chart.plots[0].series[0].name for chart in charts] == ["第一篇", "<第二>"]
    assert {shape.text_frame.text for shape in shapes if shape.has_text_frame} == {"第一篇", "<第二>"}
    assert charts[0].left + charts[0].width < charts[1].left + 20 * 12_700


def test_a_chart_without_a_heading_is_named_by_what_is_counted(shapes, labels):
    add_figure(shapes, bar_panels(panels(""), labels, LIGHT, ROOM), AREA, "次数", labels)
    (chart,) = shapes
    assert (chart.name, chart._element.nvGraphicFramePr.cNvPr.get("descr")) == ("次数", "次数")


def test_what_nothing_native_stands_for_is_a_picture(shapes, labels):
    figure = blank(LIGHT, 330)
    figure.add_pie(values=[2, 1])
    add_figure(shapes, figure, AREA, "两部分", labels)
    assert [shape.shape_type.name for shape in shapes] == ["PICTURE"]


def test_a_figure_with_nothing_on_it_leaves_the_slide_as_it_is(shapes, labels):
    add_figure(shapes, blank(LIGHT, 330), AREA, "次数", labels)
    assert len(shapes) == 0
