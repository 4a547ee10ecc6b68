"""Events on an axis of time, a lane a product: what is stated is filled, what is inferred is hollow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Room, blank, note
from analysis.charts.dates import format_date
from analysis.charts.lanes import (
    GAP,
    MARK,
    DatedEvent,
    Lane,
    Scale,
    fitting_lanes,
    scale_of,
    tops,
    whole_lanes,
)
from analysis.charts.theme import Theme, mixed, product_colour
from analysis.strings.labels import Labels

TOP = 26
"""Room over the lanes for the key of the marks, in pixels."""

TICKS = 24
"""Room under the lanes for the years, in pixels."""

NAME_GAP = 12
"""Between a lane's name and its first event, in pixels."""

YEARS = (1, 2, 5, 10, 20, 50, 100)
LEAST_TICK = 46
"""Steps of the axis in years, and the narrowest in pixels."""

QUOTE = 120
"""Longest sentence in a hover box, in characters."""


def timeline(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Events by product from left to right; rows of a lane are staggered so that no text meets another.

    ``frame``: article, title, start, end, iso, date, date_start, date_end, inferred, product, sentence,
    sentence_start; undated rows are left out. Lanes with most events on top. A tinted bar covers the
    days that a date may mean. ``customdata`` of a mark is [article, start, end, product].
    """
    dated = frame.dropna(subset=["date", "product"])
    names = dated["product"].value_counts().index.tolist()
    left = fonts.widest([labels.product(name) for name in names]) + NAME_GAP
    scale = scale_of(dated, room.width - left - panels.EDGE)
    below = TICKS + (panels.EDGE if room.height is None else panels.NOTE)
    free = None if room.height is None else room.height - TOP - below
    lanes, least = fitting_lanes(dated, names, scale, labels, free)
    shown = whole_lanes(lanes, least, free)
    rows = panels.rows_that_fit(sum(lane.rows for lane in shown), free, least)
    margins = {"left": left, "right": panels.EDGE, "top": TOP, "bottom": below}
    figure = blank(theme, TOP + max(1, rows.count) * rows.height + below, **margins)
    # Each set by itself: update_layout takes several times as long
    figure.layout.barmode = "overlay"
    figure.layout.xaxis = _time_axis(scale, theme)
    figure.layout.yaxis = _lanes_axis(shown, labels, theme)
    for top, lane in zip(tops(shown), shown, strict=True):
        _add_lane(figure, lane, top, labels, theme)
    figure.layout.shapes = _rules(shown, left / scale.width, theme)
    figure.layout.annotations = [
        *_key(dated, left, labels, theme),
        *_cut(len(shown), len(lanes), labels, theme),
    ]
    return figure


def _add_lane(figure: go.Figure, lane: Lane, top: int, labels: Labels, theme: Theme) -> None:
    """The bars of a lane, and on them its marks with their texts."""
    colour = product_colour(theme, lane.product)
    events = [placed.event for placed in lane.events]
    every: dict[str, Any] = {
        "y": [top + placed.row for placed in lane.events],
        "customdata": [[event.article, event.start, event.end, lane.product] for event in events],
        "hovertext": [_hover(event, lane.product, labels) for event in events],
        "hoverinfo": "text",
    }
    day = pd.Timedelta(days=1)
    figure.add_trace(
        go.Bar(
            base=[_iso(event.date_start) for event in events],
            x=[(event.date_end - event.date_start + day) / pd.Timedelta(milliseconds=1) for event in events],
            orientation="h",
            width=0.74,
            marker={"color": mixed(colour, theme.background, 0.84), "line": {"width": 0}},
            unselected={"marker": {"opacity": 0.5}},
            **every,
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[_iso(event.date) for event in events],
            mode="markers+text",
            marker={
                "size": MARK,
                "color": [theme.background if event.inferred else colour for event in events],
                "line": {"color": colour, "width": 2},
                "opacity": 1,
            },
            text=[f"{GAP}{fonts.markup(placed.text)}{GAP}" for placed in lane.events],
            textposition=[f"middle {placed.side}" for placed in lane.events],
            textfont={
                **{"family": fonts.STACK, "size": fonts.SIZE, "color": theme.text},
                "shadow": ", ".join([f"0 0 3px {theme.background}"] * 4),
            },
            unselected={"marker": {"opacity": 0.5}, "textfont": {"color": theme.muted}},
            cliponaxis=False,
            **every,
        )
    )


def _iso(day: pd.Timestamp) -> str:
    return str(day.date())


def _hover(event: DatedEvent, product: str, labels: Labels) -> str:
    sentence = " ".join(event.sentence.split())
    facts = {
        "product": labels.product(product),
        "date": format_date(event.iso, labels.language),
        "sentence": sentence if len(sentence) <= QUOTE else sentence[:QUOTE] + "…",
        "title": event.title,
    }
    return fonts.hover(labels(f"chart.hover.event_{_basis(event.inferred)}", **facts))


def _basis(inferred: bool) -> str:
    return "inferred" if inferred else "stated"


def _time_axis(scale: Scale, theme: Theme) -> dict[str, Any]:
    """Years, or every few of them where one would be too narrow; each is named in its middle."""
    year = scale.width / max(1, scale.last.year - scale.first.year)
    step = next((step for step in YEARS if step * year >= LEAST_TICK), YEARS[-1])
    return {
        "type": "date",
        "range": [_iso(scale.first), _iso(scale.last)],
        "tick0": _iso(scale.first),
        "dtick": f"M{12 * step}",
        "tickformat": "%Y",
        "ticklabelmode": "period" if step == 1 else "instant",
        "tickfont": {"size": fonts.SIZE, "color": theme.muted},
        "gridcolor": theme.grid,
        "zeroline": False,
        "fixedrange": True,
    }


def _lanes_axis(lanes: Sequence[Lane], labels: Labels, theme: Theme) -> dict[str, Any]:
    names = [fonts.markup(labels.product(lane.product)) for lane in lanes]
    axis = panels.rows_axis(names, theme)
    middles = [top + (lane.rows - 1) / 2 for top, lane in zip(tops(lanes), lanes, strict=True)]
    rows = sum(lane.rows for lane in lanes)
    quiet = {"zeroline": False, "showgrid": False, "fixedrange": True}
    return {**axis, **quiet, "tickvals": middles, "range": [max(1, rows) - 0.5, -0.5]}


def _rules(lanes: Sequence[Lane], left: float, theme: Theme) -> list[dict[str, Any]]:
    """A line over each lane, from under its name to the right."""
    line = {"color": theme.grid, "width": 1}
    edges = [top - 0.5 for top in [*tops(lanes), sum(lane.rows for lane in lanes)]]
    across = {"type": "line", "xref": "paper", "x0": -left, "x1": 1, "layer": "below", "line": line}
    return [{**across, "y0": edge, "y1": edge} for edge in edges]


def _key(dated: pd.DataFrame, left: float, labels: Labels, theme: Theme) -> list[dict[str, Any]]:
    """What the marks mean, over the lanes; only those that are drawn."""
    kinds = [_basis(inferred) for inferred in sorted(set(dated["inferred"]))]
    parts = [labels(f"chart.key.{kind}") for kind in kinds]
    if (dated["date_end"] > dated["date_start"]).any():
        parts.append(labels("chart.key.period"))
    font = {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.muted}
    place = {
        "xref": "paper",
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 5,
        "xshift": -left,
        "font": font,
    }
    return [note("&#8195;".join(map(fonts.markup, parts)), 0, 1, theme, **place)] if parts else []


def _cut(drawn: int, lanes: int, labels: Labels, theme: Theme) -> list[dict[str, Any]]:
    """Says under the years how many lanes are drawn, where there are more."""
    if drawn >= lanes:
        return []
    text = fonts.markup(labels("chart.first_rows", drawn=drawn, rows=lanes))
    font = {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.muted}
    place = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -TICKS - 2, "font": font}
    return [note(text, 0, 0, theme, **place)]
