"""Horizontal bars: counts, shares and scores by name, largest first, with the value at the bar's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Room
from analysis.charts.fonts import hover
from analysis.charts.numbers import exact, format_number, format_rate
from analysis.charts.theme import Theme, product_colour
from analysis.strings.labels import Labels

LEAST_PANEL = 100
"""Narrowest panel of small multiples, in pixels."""

NAME_GAP = 10
"""Between a name and its bar, in pixels."""

Measure = Literal["count", "per_1000"]


@dataclass(frozen=True)
class Bar:
    """One bar: its name and its text at the end as shown, its hover text and its id for clicks."""

    name: str
    value: float
    text: str
    colour: str
    hover: str
    id: list[Any]


@dataclass(frozen=True)
class BarPanel:
    """Bars under one heading."""

    title: str
    bars: Sequence[Bar]


def mention_bars(
    frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE, measure: Measure = "count"
) -> go.Figure:
    """How often each product is named, a panel an article, all on one scale.

    ``frame``: article, title, entity, count, per_1000; articles in the frame's order, products by their
    sum. ``customdata`` of a bar is [article, entity].
    """
    order = frame.groupby("entity", sort=False)[measure].sum().sort_values(ascending=False, kind="stable")
    placed = frame.sort_values("entity", key=lambda names: names.map(order.index.get_loc), kind="stable")
    several = [
        BarPanel(
            str(rows["title"].iloc[0]), [_mention(row, measure, labels, theme) for row in rows.itertuples()]
        )
        for _, rows in placed.groupby("article", sort=False)
    ]
    return bar_panels(several, labels, theme, room)


def _mention(row: Any, measure: Measure, labels: Labels, theme: Theme) -> Bar:
    name = labels.product(row.entity)
    text = format_number(row.count, labels.language) if measure == "count" else format_rate(row.per_1000)
    facts = {"product": name, "title": row.title, "n": exact(row.count), "per_1000": f"{row.per_1000:.2f}"}
    return Bar(
        name=name,
        value=getattr(row, measure),
        text=text,
        colour=product_colour(theme, row.entity),
        hover=hover(labels("chart.hover.mentions", **facts)),
        id=[row.article, row.entity],
    )


def bar_panels(several: Sequence[BarPanel], labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Panels whose rows are the same: the names stand once, at the left of each line of panels."""
    names = [bar.name for bar in several[0].bars] if several else []
    left = fonts.widest(names) + NAME_GAP
    laid = panels.small_multiples(
        [panel.title for panel in several], len(names), room, left, LEAST_PANEL, below=panels.below(room)
    )
    count = laid.rows.count
    figure = panels.sheet(laid, theme, left, panels.below(room))
    longest = reach([panel.bars[:count] for panel in several], laid.boxes[0].width) if several else 1.0
    for place, (panel, box) in enumerate(zip(several, laid.boxes, strict=True), start=1):
        rows = panels.rows_axis([fonts.markup(name) for name in names[:count]], theme, shown=not box.left)
        panels.add_axes(figure, place, box, laid.size, x={"range": [0, longest]}, y=rows)
        add_bars(figure, place, panel.bars[:count], theme)
    panels.add_cut_note(figure, laid.rows.count, len(names), labels, theme)
    return figure


def add_bars(figure: go.Figure, place: int, bars: Sequence[Bar], theme: Theme) -> None:
    """One trace of bars on axes number ``place``, from the top down."""
    figure.add_trace(
        {
            "type": "bar",
            "x": [bar.value for bar in bars],
            "y": list(range(len(bars))),
            "orientation": "h",
            "marker": {"color": [bar.colour for bar in bars], "line": {"width": 0}},
            "text": [fonts.markup(bar.text) for bar in bars],
            "textposition": "outside",
            "textangle": 0,
            "textfont": {
                "family": fonts.STACK,
                "size": fonts.SIZE,
                "color": [theme.text if bar.value else theme.muted for bar in bars],
            },
            "cliponaxis": False,
            "constraintext": "none",
            "hovertext": [bar.hover for bar in bars],
            "hoverinfo": "text",
            "customdata": [bar.id for bar in bars],
            **panels.axes_of(place),
        }
    )


def reach(several: Sequence[Sequence[Bar]], panel_width: float) -> float:
    """End of an axis ``panel_width`` pixels long, so that every bar has room for its text beside it."""
    shown = [bar for bars in several for bar in bars]
    longest = max((bar.value for bar in shown), default=0) or 1
    return longest * panels.room_for_values([bar.text for bar in shown], panel_width)
