"""Terms as bars: the most frequent, and those that are most an article's own."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.bars import NAME_GAP, Bar, BarPanel, add_bars, bar_panels, reach
from analysis.charts.chart import PAGE, Room
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme, product_colour
from analysis.strings.labels import Labels
from analysis.strings.names import known_products

LEAST_BAR = 90
"""Narrowest room for the bars of one panel, in pixels."""


DIGITS = 3
"""Digits of the largest score that are written at least; all others have as many decimals."""


def term_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """How often each term is used; ``frame``: term, count, per_1000, articles, in the order drawn.

    Products have their colour. ``customdata`` of a bar is [term].
    """
    bars = [_term(row, labels, theme) for row in frame.itertuples()]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def tfidf_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """The terms most each article's own, a panel an article, all on one scale.

    ``frame``: article, title, term, score, count, in the order drawn. ``customdata`` is [article, term].
    """
    decimals = _decimals(frame["score"])
    several = [
        BarPanel(
            str(rows["title"].iloc[0]), [_own(row, decimals, labels, theme) for row in rows.itertuples()]
        )
        for _, rows in frame.groupby("article", sort=False)
    ]
    names = fonts.widest([bar.name for panel in several for bar in panel.bars]) + NAME_GAP
    wanted = max((len(panel.bars) for panel in several), default=0)
    titles = [panel.title for panel in several]
    laid = panels.small_multiples(titles, wanted, room, 0, names + LEAST_BAR, below=panels.below(room))
    figure = panels.sheet(laid, theme, 0, panels.below(room))
    boxes = [panels.right_of(box, names) for box in laid.boxes]
    drawn = [panel.bars[: laid.rows.count] for panel in several]
    longest = reach(drawn, boxes[0].width) if boxes else 1.0
    for place, (bars, box) in enumerate(zip(drawn, boxes, strict=True), start=1):
        rows = panels.rows_axis([fonts.markup(bar.name) for bar in bars], theme, count=laid.rows.count)
        panels.add_axes(figure, place, box, laid.size, x={"range": [0, longest]}, y=rows)
        add_bars(figure, place, bars, theme)
    panels.add_cut_note(figure, laid.rows.count, wanted, labels, theme)
    return figure


def _term(row: Any, labels: Labels, theme: Theme) -> Bar:
    name = labels.product(row.term)
    facts = {"term": name, "n": exact(row.count), "per_1000": f"{row.per_1000:.2f}", "articles": row.articles}
    words = fonts.hover(labels("chart.hover.term", **facts))
    return Bar(name, row.count, exact(row.count), _colour(row.term, theme), words, [row.term])


def _decimals(scores: pd.Series[float]) -> int:
    """How many decimals all ``scores`` of a chart have."""
    whole = len(str(int(scores.max()))) if len(scores) else DIGITS
    return max(0, DIGITS - whole)


def _own(row: Any, decimals: int, labels: Labels, theme: Theme) -> Bar:
    name = labels.product(row.term)
    least = 10**-decimals
    score = f"<{least:g}" if row.score < least / 2 else f"{row.score:,.{decimals}f}"
    facts = {"term": name, "score": score, "n": exact(row.count), "title": row.title}
    words = fonts.hover(labels("chart.hover.own_term", **facts))
    return Bar(name, row.score, score, _colour(row.term, theme), words, [row.article, row.term])


def _colour(term: str, theme: Theme) -> str:
    return product_colour(theme, term) if term in known_products() else theme.neutral
