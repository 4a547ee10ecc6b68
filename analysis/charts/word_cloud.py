"""Terms as a cloud: the more frequent the larger, all level, laid out the same each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from wordcloud import WordCloud

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Labels, Room, blank
from analysis.charts.names import known_products, product_name
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme, product_colour

SHAPE = 0.58
"""Height of a cloud as a part of its width, where nothing limits it."""

LARGEST = 0.14
"""Size of the largest word as a part of the cloud's height."""

LEAST_HEIGHT = 120
"""Of a cloud, in pixels."""

MARGIN = 4
"""Around a word, in pixels."""

SEED = 20
"""Starts the random search for places, so that the same words always stand the same way."""


@dataclass(frozen=True)
class Word:
    """A word of a cloud, in pixels: ``x`` is its left end, ``y`` its baseline, ``middle`` that of its ink."""

    term: str
    text: str
    x: float
    y: float
    middle: tuple[float, float]
    size: int
    colour: str
    tip: str


@dataclass(frozen=True)
class Cloud:
    """Words in an area of ``width`` by ``height`` pixels."""

    width: int
    height: int
    words: list[Word]


def lay_out(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> Cloud:
    """Places for the terms of ``frame`` (term, count, per_1000, articles); the rarest may find none.

    No word meets another. Products have their colour, other words greys. ``tip`` is plain text.
    """
    height = max(LEAST_HEIGHT, round(room.width * SHAPE) if room.height is None else room.height)
    rows = {row.term: row for row in frame.itertuples() if row.count > 0}
    if not rows:
        return Cloud(room.width, height, [])
    drawer = WordCloud(
        font_path=str(fonts.path()),
        width=room.width,
        height=height,
        prefer_horizontal=1,
        min_font_size=fonts.SIZE,
        max_font_size=round(height * LARGEST),
        max_words=len(rows),
        relative_scaling=0.4,
        margin=MARGIN,
        random_state=SEED,
    )
    shown = {product_name(term, labels.language): row for term, row in rows.items()}
    drawer.generate_from_frequencies({text: row.count for text, row in shown.items()})
    return Cloud(
        room.width,
        height,
        [_word(shown[text], size, place, labels, theme) for (text, _), size, place, _, _ in drawer.layout_],
    )


def word_cloud(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """The cloud of ``lay_out`` as a figure. ``customdata`` of a word is [term]."""
    inner = None if room.height is None else room.height - panels.NOTE
    cloud = lay_out(frame, labels, theme, Room(room.width, inner))
    figure = blank(theme, cloud.height + panels.NOTE, bottom=panels.NOTE)
    box = panels.Panel(0, 0, cloud.width, cloud.height)
    across, down = {"range": [0, cloud.width]}, {"range": [cloud.height, 0]}
    panels.add_axes(figure, 1, box, (cloud.width, cloud.height), x=across, y=down)
    figure.add_trace(
        go.Scatter(
            x=[word.middle[0] for word in cloud.words],
            y=[word.middle[1] for word in cloud.words],
            mode="text",
            text=[fonts.markup(word.text) for word in cloud.words],
            textposition="middle center",
            textfont={
                "family": fonts.STACK,
                "size": [word.size for word in cloud.words],
                "color": [word.colour for word in cloud.words],
            },
            cliponaxis=False,
            hovertext=[fonts.hover(word.tip) for word in cloud.words],
            hoverinfo="text",
            customdata=[[word.term] for word in cloud.words],
        )
    )
    panels.add_cut_note(figure, len(cloud.words), len(frame), labels, theme)
    return figure


def _word(row: Any, size: int, place: tuple[int, int], labels: Labels, theme: Theme) -> Word:
    top, left = place
    text = product_name(row.term, labels.language)
    _, over, _, under = fonts.at_size(size).getbbox(text, anchor="ls")
    y = top - over
    facts = {"term": text, "n": exact(row.count), "per_1000": f"{row.per_1000:.2f}", "articles": row.articles}
    return Word(
        term=row.term,
        text=text,
        x=left,
        y=y,
        middle=(left + fonts.width(text, size) / 2, y + (over + under) / 2),
        size=size,
        colour=_colour(row.term, size, theme),
        tip=labels("chart.hover.term", **facts),
    )


def _colour(term: str, size: int, theme: Theme) -> str:
    if term in known_products():
        return product_colour(theme, term)
    return theme.text if size > 2 * fonts.SIZE else theme.muted
