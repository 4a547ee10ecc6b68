"""Text as a figure: paragraphs, each with a heading at its left."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import canvas, fonts, panels
from analysis.charts.canvas import Text
from analysis.charts.chart import PAGE, Room
from analysis.charts.theme import Theme
from analysis.strings.labels import Labels

LINE = fonts.SIZE * fonts.LINE

GAP = 10
"""Between two paragraphs, and between a heading and its text, in pixels."""


def paragraphs(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """The paragraphs one under the other, as many as fit the room.

    ``frame``: heading, which may be empty, and text.
    """
    headings = fonts.widest(list(frame["heading"]))
    left = headings + 2 * GAP if headings else 0.0
    free = None if room.height is None else room.height - panels.NOTE
    parts: list[Text] = []
    top, drawn = 0.0, 0
    for heading, text in frame[["heading", "text"]].itertuples(index=False, name=None):
        lines = fonts.wrap(text, room.width - left)
        if free is not None and drawn and top + len(lines) * LINE > free:
            break
        parts.append(Text(0, top + LINE / 2, heading, theme.muted))
        parts += [
            Text(left, top + (place + 0.5) * LINE, line, theme.text) for place, line in enumerate(lines)
        ]
        top, drawn = top + len(lines) * LINE + GAP, drawn + 1
    figure = canvas.drawn(parts, top + panels.below(room), room.width, theme)
    panels.add_cut_note(figure, drawn, len(frame), labels, theme)
    return figure
