from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
from pptx.oxml import parse_xml

from analysis.charts.chart import Room, blank, note
from analysis.charts.panels import Panel, add_axes, rows_axis
from analysis.charts.theme import LIGHT
from analysis.slides.axes import pairs
from analysis.slides.scatter_chart import scatter_chart


@pytest.fixture
def made(labels):
    """The scatter chart of a figure of claims: a line, a filled and a hollow mark with its text."""

    def make(**across: Any):
        figure = blank(LIGHT, 200, left=60)
        x = {"range": [0, 10], **across}
        add_axes(figure, 1, Panel(0, 0, 340, 200), (340, 200), x=x, y=rows_axis(["钉钉", "飞书"], LIGHT))
        figure.add_scatter(
            x=[0, 4, 8, None], y=[0, 0, 0, None], mode="lines", line={"color": LIGHT.grid, "width": 1}
        )
        outline = {"width": 2, "color": "#0072B2"}
        marker = {"size": 11, "color": ["#0072B2", LIGHT.background], "line": outline}
        figure.add_scatter(x=[8, 3], y=[0, 1], mode="markers", marker=marker, hovertext=["甲", "乙"])
        figure.add_annotation(note("=2亿", 8, 0, LIGHT, xref="x", yref="y", yanchor="middle", xshift=12))
        (pair,) = pairs(figure.to_plotly_json(), Room(400, 200))
        chart = scatter_chart(pair, "用户数", labels)
        return SimpleNamespace(chart=chart, space=parse_xml(chart.xml), cells=rows(chart.xlsx_blob))

    return make


def rows(blob: bytes) -> list[tuple]:
    return list(openpyxl.load_workbook(BytesIO(blob)).active.iter_rows(values_only=True))


def points(series, name: str) -> list[float | None]:
    cache = series.find(f"{{*}}{name}/{{*}}numRef/{{*}}numCache")
    found = {int(point.get("idx")): float(point[0].text) for point in cache.iter("{*}pt")}
    return [found.get(place) for place in range(int(cache.find("{*}ptCount").get("val")))]


def by_order(space) -> list:
    return sorted(space.iter("{*}ser"), key=lambda series: int(series.find("{*}order").get("val")))


def test_what_lies_at_the_back_is_plotted_first_and_stands_last_in_the_file(made):
    space = made().space
    orders = [int(series.find("{*}order").get("val")) for series in space.iter("{*}ser")]
    assert orders == sorted(orders, reverse=True)
    assert points(by_order(space)[0], "xVal")[:3] == [0, 4, 8]


def test_every_series_is_as_long_as_the_longest(made):
    assert {
        len(points(series, axis)) for series in made().space.iter("{*}ser") for axis in ("xVal", "yVal")
    } == {4}


def test_the_cells_are_what_is_drawn(made):
    found = made()
    for series in found.space.iter("{*}ser"):
        for axis in ("xVal", "yVal"):
            reference = series.find(f"{{*}}{axis}/{{*}}numRef/{{*}}f").text.replace("$", "").partition("!")[2]
            book = openpyxl.load_workbook(BytesIO(found.chart.xlsx_blob)).active
            assert [row[0].value for row in book[reference]] == points(series, axis)


def test_texts_and_what_is_known_stand_beside_the_values(made):
    head, first, *_ = made().cells
    assert head[2:6] == ("横轴", "钉钉", "标注", "依据")
    assert first[2:6] == (8, 0, "=2亿", "甲")


def test_a_hollow_mark_is_hollow_over_a_ring_from_the_same_cells(made):
    rings = [
        series for series in made().space.iter("{*}ser") if series.find("{*}tx//{*}v").text == "飞书（空心）"
    ]
    assert len(rings) == 2
    assert len({series.find("{*}xVal//{*}f").text for series in rings}) == 1
    hollow, ring = (series.find("{*}marker/{*}spPr") for series in rings)
    assert hollow[0][0].get("val") == "bg1"
    assert ring[0].tag.endswith("noFill")
    assert ring.find("{*}ln//{*}srgbClr").get("val") == "0072B2"


def test_marks_have_their_size_and_colours(made):
    filled = next(
        series
        for series in by_order(made().space)
        if series.find("{*}marker/{*}symbol").get("val") == "circle"
    )
    assert filled.find("{*}marker/{*}size").get("val") == "11"
    assert filled.find("{*}marker/{*}spPr/{*}solidFill/{*}srgbClr").get("val") == "0072B2"


def test_a_logarithmic_axis_stays_one(made):
    space = made(type="log", range=[0, 4]).space
    across = next(space.iter("{*}valAx")).find("{*}scaling")
    assert {child.tag.split("}")[1]: child.get("val") for child in across} == {
        "logBase": "10",
        "orientation": "minMax",
        "max": "10000.0",
        "min": "1.0",
    }


def test_rows_run_from_the_top_and_there_is_room_for_their_names(made):
    found = made()
    down = list(found.space.iter("{*}valAx"))[1].find("{*}scaling")
    assert down.find("{*}orientation").get("val") == "maxMin"
    assert found.chart.box.left < 60 - 28
