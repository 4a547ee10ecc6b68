"""Articles as bars: how long each is, where it was published and when."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts
from analysis.charts.bars import Bar, BarPanel, bar_panels
from analysis.charts.chart import PAGE, Room
from analysis.charts.dates import format_date
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme
from analysis.strings.labels import Labels

NAMES = 0.36
"""Part of the room that titles may take; a longer one is shortened."""


def length_bars(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """How many characters the body of each article has, with its publication and its date.

    ``frame``: article, title, source, published, body_chars, in the order drawn. ``customdata`` is [article].
    """
    bars = [_bar(row, labels, theme, room) for row in frame.itertuples()]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def origin(row: Any, labels: Labels) -> str:
    """The publication and the date of an article, as far as they are known; empty where neither is."""
    known = [row.source] if isinstance(row.source, str) else []
    if isinstance(row.published, str):
        known.append(format_date(row.published, labels.language))
    return labels("list.comma").join(known)


def _bar(row: Any, labels: Labels, theme: Theme, room: Room) -> Bar:
    length = labels("overview.articles.length", n=exact(row.body_chars))
    text = " · ".join(part for part in (length, origin(row, labels)) if part)
    name = fonts.shortened(row.title, NAMES * room.width)
    hover = fonts.hover(f"{row.title}\n{text}")
    return Bar(name, row.body_chars, text, theme.neutral, hover, [row.article])
