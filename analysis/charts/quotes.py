"""Quotes as a figure: each sentence with the words in question marked, and under it where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import canvas, fonts, panels
from analysis.charts.canvas import Area, Part, Text
from analysis.charts.chart import PAGE, Room
from analysis.charts.dates import format_date
from analysis.charts.theme import Theme, mixed
from analysis.strings.labels import Labels

LINE = fonts.SIZE * fonts.LINE

GAP = 12
"""Between two quotes, in pixels."""

BAR = 3
"""Width of the rule before a quote, in pixels."""

INDENT = 14
"""Of a quote behind its rule, in pixels."""

MARKER = 0.78
"""How much of the background is in the colour that marks words."""


def quote_lines(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """The sentences one under the other, as many as fit the room.

    ``frame``: title, published, before, hit, after, note, as ``exhibits.exhibit.noted`` has them.
    """
    free = None if room.height is None else room.height - panels.NOTE
    parts: list[Part] = []
    top, drawn = 0.0, 0
    for row in frame.itertuples():
        quote = list(_quote(row, top, room.width, labels, theme))
        bottom = max(part.bottom for part in quote if isinstance(part, Area))
        if free is not None and drawn and bottom > free:
            break
        parts += quote
        top, drawn = bottom + GAP, drawn + 1
    figure = canvas.drawn(parts, top + panels.below(room), room.width, theme)
    panels.add_cut_note(figure, drawn, len(frame), labels, theme)
    return figure


def source(row: Any, labels: Labels) -> str:
    """What is noted on a quote, where it stands, and when that was published, as far as it is known."""
    published = format_date(row.published, labels.language) if isinstance(row.published, str) else ""
    title = labels("chart.hover.source", title=row.title)
    return " · ".join(part for part in (row.note, title, published) if part)


def _quote(row: Any, top: float, width: float, labels: Labels, theme: Theme) -> Iterator[Part]:
    """A rule, the marked words, the sentence line by line, and its source."""
    before, hit, after = (" ".join(part.split("\n")) for part in (row.before, row.hit, row.after))
    sentence = fonts.wrap(before + hit + after, width - INDENT)
    below = fonts.wrap(source(row, labels), width - INDENT)
    yield Area(0, top, BAR, top + LINE * (len(sentence) + len(below)), theme.faint)
    colour = mixed(theme.families["wechat"], theme.background, MARKER)
    for place, first, last in _marked(sentence, before, hit):
        y = top + place * LINE
        yield Area(INDENT + first, y + 1, INDENT + last, y + LINE - 1, colour)
    for place, line in enumerate([*sentence, *below]):
        ink = theme.text if place < len(sentence) else theme.muted
        yield Text(INDENT, top + (place + 0.5) * LINE, line, ink)


def _marked(lines: Sequence[str], before: str, hit: str) -> Iterator[tuple[int, float, float]]:
    """Where ``hit`` stands: for each line it is on, the line's number and from where to where, in pixels.

    Lines have lost white space at their ends, so letters are counted without it.
    """
    start = _letters(before)
    end, seen = start + _letters(hit), 0
    for place, line in enumerate(lines):
        first, last = (_offset(line, letters - seen) for letters in (start, end))
        if first < last:
            yield place, fonts.width(line[:first]), fonts.width(line[:last])
        seen += _letters(line)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _offset(line: str, letters: int) -> int:
    """Where in a line so many letters have passed: its beginning for none, its end for more than it has."""
    places = [place for place, letter in enumerate(line) if not letter.isspace()]
    return 0 if letters <= 0 else len(line) if letters > len(places) else places[letters - 1] + 1
