"""Words, status marks and areas at places counted in pixels from a figure's upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from analysis.charts import fonts, status_marks
from analysis.charts.chart import blank
from analysis.charts.theme import Theme


class Text(NamedTuple):
    """Words that begin at (x, y)."""

    x: float
    y: float
    words: str
    colour: str


class Mark(NamedTuple):
    """A status at (x, y); ``hover`` and ``id`` are those of a cell, empty in the key."""

    x: float
    y: float
    status: str
    colour: str
    hover: str = ""
    id: tuple[str, ...] = ()


class Area(NamedTuple):
    """A rectangle of one colour."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str


Part = Text | Mark | Area


def drawn(parts: Sequence[Part], height: float, width: float, theme: Theme) -> go.Figure:
    """The parts on axes that count pixels from the upper left corner."""
    figure = blank(theme, height)
    hidden = {"visible": False, "fixedrange": True}
    texts = [part for part in parts if isinstance(part, Text) and part.words]
    marks = [part for part in parts if isinstance(part, Mark)]
    inner = [
        shape for mark in marks for shape in status_marks.inside(mark.status, mark.x, mark.y, mark.colour)
    ]
    figure.update_layout(
        xaxis={**hidden, "range": [0, width]},
        yaxis={**hidden, "range": [round(height), 0]},
        shapes=[*(_area(part) for part in parts if isinstance(part, Area)), *inner],
    )
    if marks:
        cells, key = [mark for mark in marks if mark.id], [mark for mark in marks if not mark.id]
        figure.add_traces([_marks(cells, theme), _marks(key, theme)])
    if texts:
        figure.add_trace(_texts(texts))
    return figure


def _area(area: Area) -> dict[str, Any]:
    corners = {"x0": area.left, "x1": area.right, "y0": area.top, "y1": area.bottom}
    return {"type": "rect", "layer": "below", "fillcolor": area.colour, "line": {"width": 0}, **corners}


def _marks(marks: Sequence[Mark], theme: Theme) -> go.Scatter:
    circles = [status_marks.circle(mark.status, mark.colour, theme) for mark in marks]
    return go.Scatter(
        x=[mark.x for mark in marks],
        y=[mark.y for mark in marks],
        mode="markers",
        marker={
            "size": [circle.size for circle in circles],
            "color": [circle.fill for circle in circles],
            "line": {
                "color": [mark.colour for mark in marks],
                "width": [circle.line for circle in circles],
            },
            "opacity": 1,
        },
        hovertext=[mark.hover for mark in marks],
        hoverinfo="text" if any(mark.hover for mark in marks) else "skip",
        customdata=[list(mark.id) for mark in marks],
        cliponaxis=False,
    )


def _texts(texts: Sequence[Text]) -> go.Scatter:
    return go.Scatter(
        x=[text.x for text in texts],
        y=[text.y for text in texts],
        mode="text",
        text=[fonts.markup(text.words) for text in texts],
        textposition="middle right",
        textfont={"family": fonts.STACK, "size": fonts.SIZE, "color": [text.colour for text in texts]},
        hoverinfo="skip",
        cliponaxis=False,
    )
