"""Mentions of products: their shares, where they stand, together with which others, under which names."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.bars import NAME_GAP, Bar, BarPanel, bar_panels
from analysis.charts.chart import PAGE, Room
from analysis.charts.numbers import exact, format_share
from analysis.charts.theme import Theme, product_colour
from analysis.strings.labels import Labels

TICK = 15
"""Height of a mention's tick, in pixels."""

LEAST_STRIP = 130
"""Narrowest panel of ticks, in pixels."""


def share_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Each product's part of all mentions; ``frame``: entity, count, share (0..1), in the order drawn.

    ``customdata`` of a bar is [entity].
    """
    bars = [_share(row, labels, theme) for row in frame.itertuples()]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def alias_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """How often each way to write a product is used; ``frame``: entity, surface, count, in the order drawn.

    A product's name stands before the first of its ways only. ``customdata`` is [entity, surface].
    """
    first = ~frame["entity"].duplicated()
    bars = [_alias(row, named, labels, theme) for row, named in zip(frame.itertuples(), first, strict=True)]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def pair_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Sentences that name two products; ``frame``: entity, other, sentences, in the order drawn.

    ``customdata`` is [entity, other].
    """
    bars = [_pair(row, labels, theme) for row in frame.itertuples()]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def dispersion(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Where in each article the products are named: one row a product, one tick a mention, all as long.

    ``frame``: article, title, entity, start, end, position (0..1); articles in the frame's order, products by
    the number of their ticks. ``customdata`` of a tick is [article, start, end].
    """
    products = list(frame["entity"].value_counts(sort=True).index)
    names = [labels.product(product) for product in products]
    several = list(frame.groupby("article", sort=False))
    titles = [str(rows["title"].iloc[0]) for _, rows in several]
    left = fonts.widest(names) + NAME_GAP
    laid = panels.small_multiples(titles, len(products), room, left, LEAST_STRIP, below=panels.below(room))
    figure = panels.sheet(laid, theme, left, panels.below(room))
    for place, ((_, rows), box) in enumerate(zip(several, laid.boxes, strict=True), start=1):
        shown = [fonts.markup(name) for name in names[: laid.rows.count]]
        axis = panels.rows_axis(shown, theme, shown=not box.left)
        panels.add_axes(figure, place, box, laid.size, x={"range": [-0.02, 1.02]}, y=axis)
        ticks = _ticks(rows, products[: laid.rows.count], labels, theme)
        axes = panels.axes_of(place)
        figure.add_traces([_lines(len(shown), theme) | axes, ticks | axes])
    panels.add_cut_note(figure, laid.rows.count, len(products), labels, theme)
    return figure


def _lines(rows: int, theme: Theme) -> dict[str, Any]:
    """The article as a line in every row, so that a product not named is seen to be missing."""
    return {
        "type": "scatter",
        "x": [0, 1, None] * rows,
        "y": [y for row in range(rows) for y in (row, row, None)],
        "mode": "lines",
        "line": {"color": theme.grid, "width": 1},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _ticks(rows: pd.DataFrame, products: list[str], labels: Labels, theme: Theme) -> dict[str, Any]:
    """As a mapping: Plotly goes through the thousands of ticks of a trace once more where it has a class."""
    drawn = rows[rows["entity"].isin(products)]
    places = list(drawn.itertuples())
    colours = [product_colour(theme, place.entity) for place in places]
    return {
        "type": "scatter",
        "x": drawn["position"].tolist(),
        "y": [products.index(place.entity) for place in places],
        "mode": "markers",
        "marker": {
            "symbol": "line-ns",
            "size": TICK,
            "color": colours,
            "line": {"width": 2, "color": colours},
        },
        "hovertext": [_place(place, labels) for place in places],
        "hoverinfo": "text",
        "cliponaxis": False,
        "customdata": [[place.article, place.start, place.end] for place in places],
    }


def _share(row: Any, labels: Labels, theme: Theme) -> Bar:
    name = labels.product(row.entity)
    share = format_share(row.share)
    words = labels("products.hover.share", product=name, share=share, n=exact(row.count))
    return Bar(name, row.share, share, product_colour(theme, row.entity), fonts.hover(words), [row.entity])


def _alias(row: Any, named: bool, labels: Labels, theme: Theme) -> Bar:
    product = labels.product(row.entity)
    name = labels("products.alias", product=product, surface=row.surface) if named else row.surface
    words = labels("products.hover.alias", product=product, surface=row.surface, n=exact(row.count))
    colour = product_colour(theme, row.entity)
    return Bar(name, row.count, exact(row.count), colour, fonts.hover(words), [row.entity, row.surface])


def _pair(row: Any, labels: Labels, theme: Theme) -> Bar:
    names = {
        "product": labels.product(row.entity),
        "other": labels.product(row.other),
    }
    words = labels("products.hover.pair", n=exact(row.sentences), **names)
    text, ids = exact(row.sentences), [row.entity, row.other]
    return Bar(labels("products.pair", **names), row.sentences, text, theme.neutral, fonts.hover(words), ids)


def _place(row: Any, labels: Labels) -> str:
    product = labels.product(row.entity)
    words = labels("products.hover.place", product=product, share=format_share(row.position), title=row.title)
    return fonts.hover(words)
