"""Quotes as a figure: each sentence broken into lines, and under it where it stands."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import canvas, fonts, panels
from analysis.charts.canvas import Text
from analysis.charts.chart import PAGE, Room
from analysis.charts.theme import Theme
from analysis.labels import Labels

LINE = fonts.SIZE * fonts.LINE
GAP = 10
"""Between two quotes, in pixels."""


def quote_lines(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """The sentences one under the other, as many as fit the room.

    ``frame``: title, published, before, hit, after, note, as ``exhibits.exhibit.noted`` has them.
    """
    free = None if room.height is None else room.height - panels.NOTE
    parts: list[Text] = []
    top, drawn = 0.0, 0
    for row in frame.itertuples():
        lines = _lines(row, labels, theme, room.width)
        height = len(lines) * LINE
        if free is not None and drawn and top + height > free:
            break
        parts += [Text(0, top + (place + 0.5) * LINE, *line) for place, line in enumerate(lines)]
        top, drawn = top + height + GAP, drawn + 1
    figure = canvas.drawn(parts, top + panels.below(room), room.width, theme)
    panels.add_cut_note(figure, drawn, len(frame), labels, theme)
    return figure


def source(row: Any, labels: Labels) -> str:
    """Where a quote stands, when that was published, and what is noted on it."""
    published = row.published if isinstance(row.published, str) else labels("article.undated")
    return " · ".join(part for part in (row.title, published, row.note) if part)


def _lines(row: Any, labels: Labels, theme: Theme, width: float) -> list[tuple[str, str]]:
    """The lines of a quote and their colours."""
    sentence = fonts.wrap(f"{row.before}{row.hit}{row.after}", width)
    below = fonts.wrap(source(row, labels), width)
    return [*((line, theme.text) for line in sentence), *((line, theme.muted) for line in below)]
