from typing import Any

import pytest

from analysis.charts.chart import Room, blank
from analysis.charts.panels import Panel, add_axes, rows_axis
from analysis.charts.theme import LIGHT
from analysis.slides.axes import number, pairs
from analysis.slides.scatter_series import series_of
from analysis.slides.series import Line, Mark

ROOM = Room(400, 200)


@pytest.fixture
def drawn(labels):
    """The series of traces on axes from 0 to 10, with rows 钉钉 and 飞书 of 100 points each."""

    def make(*traces: dict[str, Any], **across: Any):
        figure = blank(LIGHT, 200)
        x = {"range": [0, 10], **across}
        add_axes(figure, 1, Panel(0, 0, 400, 200), (400, 200), x=x, y=rows_axis(["钉钉", "飞书"], LIGHT))
        for trace in traces:
            figure.add_trace(trace)
        (pair,) = pairs(figure.to_plotly_json(), ROOM)
        return series_of(pair, labels)

    return make


def marks(x: list, y: list, colours: list[str], **known: Any) -> dict[str, Any]:
    line = {"width": 2, "color": "#0072B2"}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"size": 11, "color": colours, "line": line},
    } | known


def test_marks_are_one_series_a_look_named_by_their_row(drawn):
    filled, hollow, names = drawn(marks([1, 2, 3], [0, 0, 0], ["#0072B2", LIGHT.background, "#0072B2"]))
    assert filled.mark == Mark("circle", 11, "#0072B2", "#0072B2", 2)
    assert ([point.x for point in filled.points], filled.name) == ([1, 3], "钉钉")
    assert hollow.mark == Mark("circle", 11, LIGHT.background, "#0072B2", 2)
    assert ([point.x for point in hollow.points], hollow.name) == ([2], "钉钉（空心）")
    assert [point.y for point in names.points] == [0, 1]


def test_marks_of_several_rows_are_named_by_what_they_are(drawn):
    series, _ = drawn(marks([1, 2], [0, 1], ["#0072B2"] * 2))
    assert series.name == "数值"


def test_lines_keep_their_gaps_and_those_of_one_look_are_one_series(drawn):
    line = {"type": "scatter", "mode": "lines", "line": {"color": "#E4E7EA", "width": 1}}
    series, _ = drawn(line | {"x": [0, 1, None], "y": [0, 0, None]}, line | {"x": [2, 3], "y": [1, 1]})
    assert series.line == Line("#E4E7EA", 1)
    assert [(point.x, point.y) for point in series.points] == [
        *((0, 0), (1, 0), (1, None)),
        *((2, 1), (3, 1), (3, None)),
    ]


def test_ticks_are_upright_lines_as_high_as_in_the_figure(drawn):
    tick = {"symbol": "line-ns", "size": 20, "line": {"width": 2, "color": "#0072B2"}}
    series, _ = drawn(marks([4], [1], ["#0072B2"]) | {"marker": tick})
    assert (series.mark, series.line) == (None, Line("#0072B2", 2))
    assert [(point.x, point.y) for point in series.points] == [(4, 0.9), (4, 1.1), (4, None)]


def test_bars_that_begin_anywhere_are_lines_as_thick_as_they(drawn):
    day = 86_400_000
    bar = {"type": "bar", "orientation": "h", "width": 0.5, "y": [1], "marker": {"color": "#d0e0f0"}}
    dates = {"type": "date", "range": ["2019-01-01", "2021-01-01"], "dtick": "M12", "showgrid": False}
    series, *_ = drawn(bar | {"base": ["2019-03-01"], "x": [31 * day]}, **dates)
    first, last, gap = series.points
    assert (first.x, last.x) == (number("2019-03-01"), number("2019-04-01"))
    assert gap.y is None
    assert series.line == Line("#d0e0f0", 50)


def test_texts_beside_marks_stand_at_their_side(drawn):
    text = {"mode": "markers+text", "text": ["\N{NO-BREAK SPACE}3月\N{NO-BREAK SPACE}", ""]}
    series, _ = drawn(
        marks([1, 2], [0, 0], ["#0072B2"] * 2) | text | {"textposition": ["middle left", "middle right"]}
    )
    assert [("".join(run.text for run in point.text).strip(), point.side) for point in series.points] == [
        ("3月", "l"),
        ("", "r"),
    ]


def test_what_is_shown_when_pointed_at_is_known_of_a_point(drawn):
    series, _ = drawn(marks([1], [0], ["#0072B2"]) | {"hovertext": ["钉钉：2亿<br>《一 &amp; 二》"]})
    assert series.points[0].about == "钉钉：2亿\n《一 & 二》"


def test_named_places_on_a_gridded_axis_have_rules(drawn):
    axis = {"tickvals": [2, 6], "ticktext": ["2015", "2016"], "showgrid": True, "gridcolor": "#E4E7EA"}
    rules, *_ = drawn(marks([1], [0], ["#0072B2"]), **axis, showticklabels=True)
    assert {point.x for point in rules.points} == {2, 6}
