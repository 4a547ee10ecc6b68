"""Small multiples: where panels and rows stand, in pixels, and the axes for them.

Places are counted from the upper left corner of the plot area, downwards. Widths are shares of the
figure as wide as its ``Room`` says; in a wider one the panels grow with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from analysis.charts import fonts
from analysis.charts.chart import Room, blank, note
from analysis.charts.theme import Theme
from analysis.strings.labels import Labels

ROW = 27
"""Height of a row where nothing limits it, in pixels."""

LEAST_ROW = 20
MOST_ROW = 46
"""Bounds of a row's height where the figure must fit a room."""

GAP = 18
"""Between panels, in pixels."""

EDGE = 4
"""Right of the last panel, in pixels."""

NOTE = 26
"""Room under the plot for a note, in pixels."""


@dataclass(frozen=True)
class Panel:
    """A rectangle of the plot area, in pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Rows:
    """How many rows are drawn, and how high one is in pixels."""

    count: int
    height: float


def rows_that_fit(wanted: int, room: float | None, least: float = LEAST_ROW) -> Rows:
    """All ``wanted`` rows where ``room`` (pixels) allows it, else as many as do fit."""
    if room is None or wanted == 0:
        return Rows(wanted, max(ROW, least))
    if wanted * least > room:
        return Rows(max(1, int(room // least)), least)
    return Rows(wanted, min(max(MOST_ROW, least), room / wanted))


def columns_that_fit(wanted: int, room: float, least: float) -> int:
    """How many panels of at least ``least`` pixels stand side by side, the rows of panels evenly filled."""
    most = max(1, min(wanted, int((room + GAP) // (least + GAP))))
    lines = -(-wanted // most)
    return -(-wanted // lines)


@dataclass(frozen=True)
class Multiples:
    """Small multiples laid out: boxes in a plot area of ``size`` pixels, which begins ``top`` pixels down."""

    size: tuple[float, float]
    top: float
    columns: int
    boxes: list[Panel]
    headings: list[list[str]]
    rows: Rows


def small_multiples(
    titles: list[str], rows: int, room: Room, left: float, least: float, *, below: float = 4
) -> Multiples:
    """Panels of ``rows`` rows each, at least ``least`` pixels wide, right of ``left`` pixels for names.

    Headings are broken into as many lines as they need; of the rows those are drawn that fit the room.
    """
    width = room.width - left - EDGE
    columns = columns_that_fit(max(1, len(titles)), width, least)
    panel = (width - (columns - 1) * GAP) / columns
    headings = [fonts.balanced(title, panel) if title else [] for title in titles]
    heads = [
        max((_text_height(len(lines)) for lines in headings[first : first + columns]), default=0.0)
        for first in range(0, max(1, len(titles)), columns)
    ]
    between = [0.0, *(GAP + head for head in heads[1:])]
    free = None if room.height is None else (room.height - below - heads[0] - sum(between)) / len(heads)
    drawn = rows_that_fit(rows, free)
    block = max(1.0, drawn.count * drawn.height)
    boxes = [
        Panel(
            left=(place % columns) * (panel + GAP),
            top=(place // columns) * block + sum(between[: place // columns + 1]),
            width=panel,
            height=block,
        )
        for place in range(len(titles))
    ]
    return Multiples((width, block * len(heads) + sum(between)), heads[0], columns, boxes, headings, drawn)


def sheet(multiples: Multiples, theme: Theme, left: float, below: float = 4) -> go.Figure:
    """An empty figure for them, with their headings."""
    height = multiples.top + multiples.size[1] + below
    figure = blank(theme, height, left=left, right=EDGE, top=multiples.top, bottom=below)
    figure.layout.annotations = [
        heading(lines, box, multiples.size, theme)
        for box, lines in zip(multiples.boxes, multiples.headings, strict=True)
        if lines
    ]
    return figure


def below(room: Room) -> float:
    """Room under the plot, in pixels: for the note on rows left out, where a room makes that possible."""
    return EDGE if room.height is None else NOTE


def add_cut_note(figure: go.Figure, drawn: int, wanted: int, labels: Labels, theme: Theme) -> None:
    """Says under the chart how many rows are drawn, where there are more."""
    if drawn < wanted:
        text = labels("chart.first_rows", drawn=drawn, rows=wanted)
        font = {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.muted}
        place = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -4, "font": font}
        figure.add_annotation(note(fonts.markup(text), 0, 0, theme, **place))


def right_of(panel: Panel, names: float) -> Panel:
    """What ``names`` pixels for row names leave of a panel."""
    return replace(panel, left=panel.left + names, width=panel.width - names)


def _text_height(lines: int) -> float:
    return lines * fonts.SIZE * fonts.LINE + 9 if lines else 0.0


def add_axes(
    figure: go.Figure,
    place: int,
    panel: Panel,
    size: tuple[float, float],
    *,
    x: dict[str, Any],
    y: dict[str, Any],
) -> None:
    """Axes number ``place`` (from 1) over ``panel`` in a plot area of ``size`` pixels; bare unless asked."""
    width, height = size
    quiet = {"zeroline": False, "showgrid": False, "showline": False, "ticks": "", "fixedrange": True}
    across = [max(0.0, panel.left / width), min(1.0, (panel.left + panel.width) / width)]
    down = [max(0.0, 1 - (panel.top + panel.height) / height), min(1.0, 1 - panel.top / height)]
    number = "" if place == 1 else str(place)
    bare = {**quiet, "showticklabels": False}
    # Each set by itself: update_layout goes through all axes that are there already
    figure.layout[f"xaxis{number}"] = {**bare, "domain": across, "anchor": f"y{number}", **x}
    figure.layout[f"yaxis{number}"] = {**bare, "domain": down, "anchor": f"x{number}", **y}


def axes_of(place: int) -> dict[str, str]:
    """The names by which a trace or annotation refers to axes number ``place``."""
    number = "" if place == 1 else str(place)
    return {"xaxis": f"x{number}", "yaxis": f"y{number}"}


def rows_axis(names: list[str], theme: Theme, shown: bool = True, count: int | None = None) -> dict[str, Any]:
    """A y axis with one row a name, the first on top, ``count`` rows high; ``names`` are markup."""
    return {
        "range": [(len(names) if count is None else count) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "showticklabels": shown,
        "tickfont": {"size": fonts.SIZE, "color": theme.text},
        "ticklabelstandoff": 6,
        "automargin": False,
    }


def heading(lines: list[str], panel: Panel, size: tuple[float, float], theme: Theme) -> dict[str, Any]:
    """A panel's title, standing on the panel's upper edge."""
    width, height = size
    return note(
        "<br>".join(map(fonts.markup, lines)),
        panel.left / width,
        1 - panel.top / height,
        theme,
        xref="paper",
        yref="paper",
        yanchor="bottom",
        yshift=4,
        font={"family": fonts.STACK, "size": fonts.SIZE, "color": theme.muted},
    )


def room_for_values(texts: list[str], panel_width: float) -> float:
    """By how much an axis must be longer than its longest bar for the values beside the bars to fit."""
    reserve = min(fonts.widest(texts) + 8, panel_width * 0.6)
    return panel_width / (panel_width - reserve)
