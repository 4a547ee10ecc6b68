"""Quotes as text: each sentence with where it stands, over as many slides as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.elements import Run
from analysis.slides.notes import source
from analysis.slides.text_boxes import add_text, height
from analysis.strings.labels import Labels

GAP = 10
"""Between two quotes, in points."""

LONGEST = 160
"""Characters of a sentence that are quoted before, in and after the words in question."""

Quote = tuple[str, str, str, str]
"""What stands before the words in question, these, what stands after them, and where all this stands."""


def split(sentences: pd.DataFrame, area: Box, labels: Labels) -> list[list[Quote]]:
    """Quotes of ``sentences`` (columns of ``frames.quotes.quotes``, perhaps ``note``) slide by slide."""
    slides: list[list[Quote]] = [[]]
    left = area.height
    for row in sentences.itertuples():
        quote = _quote(row, labels)
        high = _height(quote, area.width)
        if high > left and slides[-1]:
            slides.append([])
            left = area.height
        slides[-1].append(quote)
        left -= high + GAP
    return slides


def _quote(row: Any, labels: Labels) -> Quote:
    note = getattr(row, "note", None)
    where = " · ".join(part for part in (source(row, labels), note) if isinstance(part, str) and part)
    before, hit, after = (" ".join(part.split("\n")) for part in (row.before, row.hit, row.after))
    if len(before) > LONGEST:
        before = "…" + before[-LONGEST:]
    return before, _cut(hit), _cut(after), where


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _height(quote: Quote, width: float) -> float:
    *parts, where = quote
    return height("".join(parts), width) + height(where, width)


def add_quotes(shapes: Any, quotes: Sequence[Quote], area: Box, language: str) -> None:
    """Quotes one under the other, the words in question in bold."""
    top = area.top
    for quote in quotes:
        before, hit, after, where = quote
        high = _height(quote, area.width)
        runs = [
            Run(before, LIGHT.text, fonts.SIZE),
            Run(hit, LIGHT.text, fonts.SIZE, bold=True),
            Run(after, LIGHT.text, fonts.SIZE),
            Run(f"\n{where}", LIGHT.muted, fonts.SIZE),
        ]
        add_text(shapes, Box(area.left, top, area.width, high), runs, language)
        top += high + GAP
