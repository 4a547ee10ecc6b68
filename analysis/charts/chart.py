"""One description of a chart, for the page, the image and the slide; and the paper it is drawn on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

from analysis.charts import fonts
from analysis.charts.numbers import exact
from analysis.charts.theme import LIGHT, Theme
from analysis.strings.labels import Labels

SLIDE_WIDTH, SLIDE_HEIGHT = 960, 540
"""A 16:9 slide in points; drawn twice as large it is 1920×1080 pixels."""

LEAST_HEIGHT = 10
"""Of a figure, in pixels; Plotly takes none that is lower."""

SLIDE_EDGE = 36
TITLE_SIZE = 26
TAKEAWAY_SIZE = 18
COUNTED_SIZE = 16


@dataclass(frozen=True)
class Room:
    """Where a figure will stand: ``width`` is the narrowest it will be shown at, in pixels; ``height`` is
    what it must fit, or None for as high as its rows need.
    """

    width: int = 700
    height: int | None = None


PAGE = Room()
"""The whole width of a page."""


@dataclass(frozen=True)
class Facts:
    """What a chart rests on: the filters in words, how many articles, and their oldest and newest date."""

    filters: str
    articles: int
    oldest: str | None = None
    newest: str | None = None


Form = Literal["plot", "matrix", "picture", "quotes", "text", "opening"]
"""What becomes of a chart on a slide: native charts, a native table, a picture, quotes, a slide of text, or
the first slide of a deck.
"""


@dataclass(frozen=True)
class Chart:
    """A chart as data: ``title`` says what is seen, ``counted`` what is counted, ``draw`` draws ``data``."""

    key: str
    title: str
    counted: str
    data: pd.DataFrame
    draw: Callable[[Theme, Room], go.Figure]
    facts: Facts
    form: Form = "plot"


class Drawing(BaseFigure):  # type: ignore[misc]
    """A figure that is not changed any more: described once, for all who look at it."""

    def __init__(self, figure: go.Figure) -> None:
        self._described: dict[str, Any] = figure.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """The figure as ``go.Figure.to_dict`` gives it; shared: not to be changed."""
        return self._described


def footer(facts: Facts, labels: Labels) -> str:
    """The line under a chart: filters, number of articles, span of dates."""
    parts = [facts.filters, labels("chart.footer.articles", n=exact(facts.articles))]
    if facts.oldest and facts.newest:
        same = facts.oldest == facts.newest
        key = "chart.footer.date" if same else "chart.footer.dates"
        parts.append(labels(key, oldest=facts.oldest, newest=facts.newest))
    return " · ".join(part for part in parts if part)


def blank(
    theme: Theme, height: float, *, left: float = 0, right: float = 0, top: float = 0, bottom: float = 0
) -> go.Figure:
    """An empty figure with the theme's colours and font; margins and height in pixels."""
    return go.Figure(
        layout={
            "template": go.layout.Template(),
            "font": {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [theme.neutral],
            "height": max(LEAST_HEIGHT, round(height)),
            "margin": {"l": round(left), "r": round(right), "t": round(top), "b": round(bottom), "pad": 0},
            "showlegend": False,
            "bargap": 0.34,
            "hovermode": "closest",
            "dragmode": False,
            "clickmode": "event+select",
            "hoverlabel": {
                "bgcolor": theme.background,
                "bordercolor": theme.faint,
                "font": {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.text},
                "align": "left",
                "namelength": 0,
            },
        }
    )


def note(text: str, x: float, y: float, theme: Theme, **placing: Any) -> dict[str, Any]:
    """An annotation without arrow: markup at a place, by default in data coordinates, from its left end."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "xanchor": "left",
        "align": "left",
        "borderpad": 0,
        "font": {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.text},
        **placing,
    }


def slide_figure(chart: Chart, footer: str, takeaway: str = "") -> go.Figure:
    """The chart as a slide, always light: title, takeaway, what is counted, chart, footer; 960×540 points.

    ``images.png`` draws it at 1920×1080, where the smallest text is 14 points.
    """
    inner = SLIDE_WIDTH - 2 * SLIDE_EDGE
    title = fonts.wrap(chart.title, inner, TITLE_SIZE)
    told = fonts.wrap(takeaway, inner, TAKEAWAY_SIZE) if takeaway else []
    counted = fonts.wrap(chart.counted, inner, COUNTED_SIZE)
    foot = fonts.wrap(footer, inner, fonts.SIZE)
    below_title = 32 + _height(title, TITLE_SIZE)
    below_told = below_title + (_height(told, TAKEAWAY_SIZE) + 4 if told else 0)
    above = below_told + _height(counted, COUNTED_SIZE) + 18
    below = 14 + _height(foot, fonts.SIZE) + 16
    figure = go.Figure(chart.draw(LIGHT, Room(inner, round(SLIDE_HEIGHT - above - below))))
    margin = figure.layout.margin
    left, top = margin.l + SLIDE_EDGE, margin.t + above
    right, bottom = (
        margin.r + SLIDE_EDGE,
        SLIDE_HEIGHT - above - (figure.layout.height - margin.t - margin.b) - margin.t,
    )
    figure.update_layout(
        width=SLIDE_WIDTH,
        height=SLIDE_HEIGHT,
        paper_bgcolor=LIGHT.background,
        margin={"l": left, "r": right, "t": top, "b": bottom},
    )
    for lines, size, colour, offset in (
        (title, TITLE_SIZE, LIGHT.text, 26.0),
        (told, TAKEAWAY_SIZE, LIGHT.text, below_title),
        (counted, COUNTED_SIZE, LIGHT.muted, below_told),
        (foot, fonts.SIZE, LIGHT.muted, SLIDE_HEIGHT - below + 14),
    ):
        if lines:
            figure.add_annotation(_line_of_slide(lines, size, colour, SLIDE_EDGE - left, top - offset))
    return figure


def _height(lines: list[str], size: float) -> float:
    return len(lines) * size * fonts.LINE


def _line_of_slide(
    lines: list[str], size: float, colour: str, right_by: float, up_by: float
) -> dict[str, Any]:
    """Text at a distance in pixels from the plot's upper left corner, wherever its axes are."""
    return note(
        "<br>".join(map(fonts.markup, lines)),
        0,
        1,
        LIGHT,
        xref="paper",
        yref="paper",
        yanchor="top",
        xshift=right_by,
        yshift=up_by,
        font={"family": fonts.STACK, "size": size, "color": colour},
    )
