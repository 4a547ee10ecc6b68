"""A word cloud on the page: the words as they were laid out, each of which can be clicked."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analysis.charts.chart import Chart, Room
from analysis.charts.theme import Theme
from analysis.charts.word_cloud import Word, lay_out
from analysis.exhibits.exhibit import Mark
from analysis.exhibits.view import View
from analysis.frames.shared import Same
from analysis.once import once
from analysis.strings.labels import Labels
from pages._ui.component import component

CLOUDS = 64
"""Clouds whose words are kept."""

ROOM = Room(820, 430)
"""The area in which the words are laid out, in pixels; on the page it is scaled to the card's width."""


def cloud(view: View, chart: Chart) -> Mark | None:
    """Draw the terms of ``chart``, the rows of ``frames.terms.top_terms``; returns the clicked one."""
    closed = st.session_state.get(f"{chart.key}.closed", 0)
    result = component("word_cloud")(
        key=f"{chart.key}.{hash((view.state, chart.title, chart.counted, closed))}",
        data={
            "title": chart.title,
            "width": ROOM.width,
            "height": ROOM.height,
            "words": _words(Same(chart.data), view.labels, view.theme),
        },
        on_word_change=lambda: None,
    )
    return [result.word] if result.word else None


@once(CLOUDS)
def _words(terms: Same, labels: Labels, theme: Theme) -> list[dict[str, Any]]:
    return [_plain(word) for word in lay_out(terms.frame, labels, theme, ROOM).words]


def _plain(word: Word) -> dict[str, Any]:
    """A word as the script takes it, its numbers none of NumPy's."""
    place = {"x": float(word.x), "y": float(word.y), "size": float(word.size)}
    return {"term": word.term, "text": word.text, "colour": word.colour, "tip": word.tip, **place}
