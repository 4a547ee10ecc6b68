"""Terms as a cloud: the more frequent the larger and the nearer to the middle, all level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Room, blank
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme, product_colour
from analysis.strings.labels import Labels
from analysis.strings.names import known_products

SHAPE = 0.56
"""Height of a cloud as a part of its width, where nothing limits it."""

LEAST_HEIGHT = 120
"""Of a cloud, in pixels."""

LARGEST = 0.2
SMALLEST = 0.08
"""Size of the largest word as a part of the cloud's height: at first, and when no more is tried."""

MARGIN = 7
"""Between two words, in pixels."""

CELL = 2
"""Side of the squares in which free room is looked for, in pixels."""


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
    """Places for the terms of ``frame`` (term, count, per_1000, articles), most frequent first.

    The area of a word goes with its count. No word meets another; where there are too many for the
    room all become smaller, and at last the rarest find no place. Products have their colour, other
    words greys. ``tip`` is plain text.
    """
    height = max(LEAST_HEIGHT, round(room.width * SHAPE) if room.height is None else room.height)
    rows = [row for row in frame.itertuples() if row.count > 0]
    texts = [labels.product(row.term) for row in rows]
    largest, placed = LARGEST * height, list[tuple[int, int]]()
    sizes: list[int] = []
    while len(placed) < len(rows) and largest >= SMALLEST * height:
        sizes = [max(fonts.SIZE, round(largest * sqrt(row.count / rows[0].count))) for row in rows]
        placed = _places(
            [_ink(text, size) for text, size in zip(texts, sizes, strict=True)], room.width, height
        )
        largest *= 0.9
    found = zip(rows, texts, sizes, placed, strict=False)
    words = [_word(row, text, size, place, labels=labels, theme=theme) for row, text, size, place in found]
    return Cloud(room.width, height, words)


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


def _ink(text: str, size: int) -> tuple[int, int]:
    """Width and height of what is drawn of a word, in pixels."""
    left, top, right, bottom = fonts.at_size(size).getbbox(text, anchor="ls")
    return ceil(right - min(0, left)), ceil(bottom - top)


def _places(boxes: Sequence[tuple[int, int]], width: int, height: int) -> list[tuple[int, int]]:
    """Upper left corners of the first boxes (width, height) that find room, each nearest to the middle.

    Free room is found for all places at once in a summed-area table (Crow 1984) of what is taken.
    """
    columns, rows = width // CELL, height // CELL
    taken = np.zeros((rows, columns), dtype=np.int32)
    down, across = np.ogrid[:rows, :columns]
    distance = ((across - columns / 2) / columns) ** 2 + ((down - rows / 2) / rows) ** 2
    placed: list[tuple[int, int]] = []
    for box in boxes:
        wide, high = (ceil((side + MARGIN) / CELL) for side in box)
        if wide > columns or high > rows:
            return placed
        table = np.pad(taken.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        full = table[high:, wide:] - table[:-high, wide:] - table[high:, :-wide] + table[:-high, :-wide]
        middle = distance[high // 2 :, wide // 2 :][: full.shape[0], : full.shape[1]]
        best = int(np.where(full == 0, middle, np.inf).argmin())
        top, left = divmod(best, full.shape[1])
        if full[top, left]:
            return placed
        taken[top : top + high, left : left + wide] = 1
        placed.append((left * CELL + MARGIN // 2, top * CELL + MARGIN // 2))
    return placed


def _word(row: Any, text: str, size: int, place: tuple[int, int], *, labels: Labels, theme: Theme) -> Word:
    left, top = place
    before, over, _, under = fonts.at_size(size).getbbox(text, anchor="ls")
    x, y = left - min(0, before), top - over
    facts = {"term": text, "n": exact(row.count), "per_1000": f"{row.per_1000:.2f}", "articles": row.articles}
    return Word(
        term=row.term,
        text=text,
        x=x,
        y=y,
        middle=(x + fonts.width(text, size) / 2, y + (over + under) / 2),
        size=size,
        colour=_colour(row.term, size, theme),
        tip=labels("chart.hover.term", **facts),
    )


def _colour(term: str, size: int, theme: Theme) -> str:
    if term in known_products():
        return product_colour(theme, term)
    return theme.text if size > 1.5 * fonts.SIZE else theme.muted
