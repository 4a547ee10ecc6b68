"""Horizontal bars as a native bar chart: the names in their order, the values, the texts at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides import markup
from analysis.slides.axes import Axis, Drawn, Pair, value_at
from analysis.slides.chart_cells import Cell, cells, workbook
from analysis.slides.chart_parts import (
    ACROSS,
    DOWN,
    NativeChart,
    chart_space,
    frame_around,
    label,
    numbers,
    strings,
    texts,
    value_axis,
)
from analysis.slides.elements import Run, element, fill, line, setting
from analysis.slides.number_formats import common_format

PAD = 6
"""Around the plot area, in points."""


@dataclass(frozen=True)
class Bars:
    """A series: values from the top down, what stands at their ends, and the colours of both."""

    name: str
    values: Sequence[float]
    texts: Sequence[str]
    colours: Sequence[str]
    text_colours: Sequence[str]


def bar_chart(pair: Pair, title: str, language: str) -> NativeChart:
    """The bars on a pair of axes as a chart; ``title`` names the only series."""
    names = [markup.text(name) for _, name in pair.y.ticks]
    several = [_bars(trace, len(names), title) for trace in pair.traces]
    inner = _rows(pair, len(names))
    outer = frame_around(inner, names if pair.y.shown else [], PAD, PAD)
    plot = _plot(pair.layout, names, several, language)
    axes = [
        _names_axis(pair.y, language),
        value_axis(pair.x, (ACROSS, DOWN), "b", language, crosses="autoZero"),
    ]
    rows: list[list[Cell]] = [[None, *(bars.name for bars in several)]]
    rows += [[name, *(bars.values[place] for bars in several)] for place, name in enumerate(names)]
    return NativeChart(title, outer, chart_space([plot, *axes], inner, outer, language), workbook(rows))


def _rows(pair: Pair, count: int) -> Box:
    """The part of the box that the named rows take: there may be fewer than it has room for."""
    ends = [1 - pair.y.share(end) for end in (-0.5, count - 0.5)]
    top, bottom = (pair.box.top + end * pair.box.height for end in ends)
    return Box(pair.box.left, top, pair.box.width, bottom - top)


def _bars(trace: Drawn, count: int, title: str) -> Bars:
    """A trace's bars by the row they stand in; a row without a bar has nought."""
    marker, font = trace.get("marker", {}), trace.get("textfont", {})
    values, shown = [0.0] * count, [""] * count
    colours, inks = [LIGHT.neutral] * count, [LIGHT.text] * count
    for place, row in enumerate(trace["y"]):
        values[int(row)] = float(trace["x"][place])
        shown[int(row)] = markup.text(value_at(trace.get("text"), place) or "")
        colours[int(row)] = value_at(marker.get("color"), place) or LIGHT.neutral
        inks[int(row)] = value_at(font.get("color"), place) or LIGHT.text
    return Bars(trace.get("name") or title, values, shown, colours, inks)


def _plot(layout: Drawn, names: Sequence[str], several: Sequence[Bars], language: str) -> Any:
    stacked = layout.get("barmode") in ("stack", "relative")
    gap = layout.get("bargap", 0.34)
    beside = 1 if stacked else len(several)
    return element(
        "c:barChart",
        setting("c:barDir", "bar"),
        setting("c:grouping", "stacked" if stacked else "clustered"),
        setting("c:varyColors", False),
        *(_series(place, names, bars, stacked, language) for place, bars in enumerate(several)),
        setting("c:gapWidth", min(500, round(100 * beside * gap / (1 - gap)))),
        setting("c:overlap", 100 if stacked else 0),
        setting("c:axId", DOWN),
        setting("c:axId", ACROSS),
    )


def _series(place: int, names: Sequence[str], bars: Bars, stacked: bool, language: str) -> Any:
    last = len(names)
    return element(
        "c:ser",
        setting("c:idx", place),
        setting("c:order", place),
        element("c:tx", strings(cells(place + 1, 0), [bars.name])),
        element("c:spPr", fill(bars.colours[0] if bars.colours else None), line(None)),
        setting("c:invertIfNegative", False),
        *_own_colours(bars),
        _labels(bars, "ctr" if stacked else "outEnd", language),
        element("c:cat", strings(cells(0, 1, last), names)),
        element("c:val", numbers(cells(place + 1, 1, last), bars.values)),
    )


def _own_colours(bars: Bars) -> Iterator[Any]:
    """Points that have another colour than the first."""
    for place, colour in enumerate(bars.colours):
        if colour != bars.colours[0]:
            yield element(
                "c:dPt",
                setting("c:idx", place),
                setting("c:invertIfNegative", False),
                setting("c:bubble3D", False),
                element("c:spPr", fill(colour), line(None)),
            )


def _labels(bars: Bars, side: str, language: str) -> Any:
    """Texts at the ends: the values themselves wherever a number format makes them read so."""
    if not any(bars.texts):
        return None
    code = common_format(bars.values, bars.texts)
    own = [
        element("c:dLbl", *_own_label(place, bars, code, side, language))
        for place in range(len(bars.values))
        if code is None or bars.text_colours[place] != LIGHT.text
    ]
    look = Run("", LIGHT.text, fonts.SIZE)
    return element("c:dLbls", *own, *label(None, side, language, code=code or "General", look=look))


def _own_label(place: int, bars: Bars, common: str | None, side: str, language: str) -> list[Any]:
    """The label of one point in its own colour: under the common or its own number format, else as text."""
    look = Run(bars.texts[place], bars.text_colours[place], fonts.SIZE)
    code = common or common_format([bars.values[place]], [bars.texts[place]])
    written = () if code else (look,)
    return label(place, side, language, runs=written, code=code, look=look)


def _names_axis(axis: Axis, language: str) -> Any:
    """The axis of the names, the first on top, as the figure has it."""
    return element(
        "c:catAx",
        setting("c:axId", DOWN),
        element("c:scaling", setting("c:orientation", "maxMin")),
        setting("c:delete", False),
        setting("c:axPos", "l"),
        setting("c:majorTickMark", "none"),
        setting("c:minorTickMark", "none"),
        setting("c:tickLblPos", "low" if axis.shown else "none"),
        element("c:spPr", line(None)),
        texts(Run("", axis.colour, fonts.SIZE), language),
        setting("c:crossAx", ACROSS),
        setting("c:crosses", "autoZero"),
        setting("c:auto", False),
        setting("c:lblAlgn", "ctr"),
        setting("c:lblOffset", 60),
        setting("c:noMultiLvlLbl", True),
    )
