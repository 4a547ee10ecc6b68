"""Which products are named together: a circle for each two, its area the number of sentences they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Labels, Room, blank, note
from analysis.charts.names import product_name
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme, mixed

NAME_GAP = 12
"""Between a row's name and its first circle, in pixels."""

MOST = 12
"""Most products that are drawn."""

LEAST_COLUMN = 62
BETWEEN = 8
"""Narrowest column, and what keeps two names over columns apart, in pixels."""

ROW = 40
LEAST_ROW = 28
"""Height of a row where nothing limits it, and the least, in pixels."""

LARGEST, SMALLEST = 36.0, 5.0
"""Diameters of the largest and the smallest circle, in pixels."""


@dataclass(frozen=True)
class Grid:
    """The products drawn, their names in lines over the columns, and the width of a column in pixels."""

    products: Sequence[str]
    names: Sequence[str]
    heads: Sequence[Sequence[str]]
    left: float
    column: float

    @property
    def above(self) -> float:
        """Height of the names over the columns, in pixels."""
        return max(map(len, self.heads), default=0) * fonts.SIZE * fonts.LINE + 8

    @property
    def legible(self) -> bool:
        """Whether no name has to be broken within a word."""
        words = [word for name in self.names for word in name.split()]
        return self.column >= max(LEAST_COLUMN, fonts.widest(words) + BETWEEN)

    def low_enough(self, height: int | None) -> bool:
        """Whether rows of the least height fit into ``height`` pixels."""
        return height is None or self.above + len(self.products) * LEAST_ROW + panels.NOTE <= height


def co_mentions(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """A row and a column for each product, those that share most sentences first; the same on both sides.

    ``frame``: entity, other, sentences, a pair once. Products that do not fit are left out, and it is said
    how many. ``customdata`` of a circle is [entity, other] as the frame has them.
    """
    every = _by_sentences(frame)
    grid = _fitting(every, labels, room)
    count = max(1, len(grid.products))
    row = (
        ROW if room.height is None else min(panels.MOST_ROW, (room.height - grid.above - panels.NOTE) / count)
    )
    size = grid.column * count, row * count
    margins = {"left": grid.left, "right": panels.EDGE, "top": grid.above, "bottom": panels.NOTE}
    figure = blank(theme, grid.above + size[1] + panels.NOTE, **margins)
    rows = panels.rows_axis(list(map(fonts.markup, grid.names)), theme, count=count)
    panels.add_axes(figure, 1, panels.Panel(0, 0, *size), size, x={"range": [-0.5, count - 0.5]}, y=rows)
    shown = frame[frame["entity"].isin(grid.products) & frame["other"].isin(grid.products)]
    if len(shown):
        figure.add_trace(_circles(shown, grid.products, min(LARGEST, row - 4), labels, theme))
    figure.update_layout(shapes=_rules(len(grid.products), theme), annotations=_heads(grid, theme))
    panels.add_cut_note(figure, len(grid.products), len(every), labels, theme)
    return figure


def _fitting(every: Sequence[str], labels: Labels, room: Room) -> Grid:
    """As many products as fit the room, two at least."""
    counts = range(min(MOST, len(every)), 1, -1)
    grids = [_grid(every[:count], labels, room.width) for count in counts]
    fitting = (grid for grid in grids if grid.legible and grid.low_enough(room.height))
    return next(fitting, _grid(every[:2], labels, room.width))


def _grid(products: Sequence[str], labels: Labels, width: float) -> Grid:
    names = [product_name(product, labels.language) for product in products]
    left = fonts.widest(names) + NAME_GAP
    column = (width - left - panels.EDGE) / max(1, len(products))
    return Grid(products, names, [fonts.wrap(name, column - BETWEEN) for name in names], left, column)


def _by_sentences(frame: pd.DataFrame) -> list[str]:
    """Products by the sentences they share with others, most first."""
    both = pd.concat([frame.set_index(side)["sentences"] for side in ("entity", "other")])
    totals = both.groupby(level=0, sort=False).sum().sort_values(ascending=False, kind="stable")
    return [str(name) for name in totals.index]


def _heads(grid: Grid, theme: Theme) -> list[dict[str, Any]]:
    """The names over their columns."""
    place = {"yref": "paper", "xanchor": "center", "yanchor": "bottom", "align": "center", "yshift": 4}
    return [
        note("<br>".join(map(fonts.markup, lines)), column, 1, theme, **place)
        for column, lines in enumerate(grid.heads)
    ]


def _rules(count: int, theme: Theme) -> list[dict[str, Any]]:
    """A line through every row, and a short stroke where a product would meet itself."""
    line = {"type": "line", "layer": "below"}
    faint, grid = {"color": theme.faint, "width": 2}, {"color": theme.grid, "width": 1}
    through = [
        {**line, "x0": -0.5, "x1": count - 0.5, "y0": row, "y1": row, "line": grid} for row in range(count)
    ]
    itself = [
        {**line, "x0": row - 0.06, "x1": row + 0.06, "y0": row, "y1": row, "line": faint}
        for row in range(count)
    ]
    return [*through, *itself]


def _circles(
    frame: pd.DataFrame, products: Sequence[str], largest: float, labels: Labels, theme: Theme
) -> go.Scatter:
    """Both circles of each pair, with its number in it, or beside it where the circle is too small."""
    most = frame["sentences"].max()
    rows = list(frame.itertuples())
    sizes = [max(SMALLEST, largest * sqrt(row.sentences / most)) for row in rows]
    texts = [exact(row.sentences) for row in rows]
    inside = [fonts.width(text) + 8 <= size for text, size in zip(texts, sizes, strict=True)]
    one = [products.index(row.entity) for row in rows]
    other = [products.index(row.other) for row in rows]
    return go.Scatter(
        x=[*other, *one],
        y=[*one, *other],
        mode="markers+text",
        marker={
            "size": sizes * 2,
            "color": mixed(theme.neutral, theme.background, 0.55),
            "line": {"width": 0},
            "opacity": 1,
        },
        text=texts * 2,
        textposition=["middle center" if fits else "middle right" for fits in inside] * 2,
        textfont={"family": fonts.STACK, "size": fonts.SIZE, "color": theme.text},
        unselected={"marker": {"opacity": 0.5}, "textfont": {"color": theme.muted}},
        hovertext=[_hover(row, labels) for row in rows] * 2,
        hoverinfo="text",
        customdata=[[row.entity, row.other] for row in rows] * 2,
        cliponaxis=False,
    )


def _hover(row: Any, labels: Labels) -> str:
    names = {
        "product": product_name(row.entity, labels.language),
        "other": product_name(row.other, labels.language),
    }
    return fonts.hover(labels("products.hover.pair", n=exact(row.sentences), **names))
