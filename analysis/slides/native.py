"""A figure as native objects: a chart for each pair of axes, a text box for each note or word."""

from __future__ import annotations

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE

from analysis.charts.chart import Room
from analysis.charts.placement import Box
from analysis.slides.axes import Note, Pair, notes_beside, pairs
from analysis.slides.bar_chart import bar_chart
from analysis.slides.chart_parts import NativeChart
from analysis.slides.elements import emu
from analysis.slides.picture import add_picture
from analysis.slides.scatter_chart import scatter_chart
from analysis.slides.text_boxes import add_note
from analysis.slides.words import add_words, is_of_words
from analysis.strings.labels import Labels

NATIVE = ("bar", "scatter")
"""What native charts are made of; a figure with anything else becomes a picture."""


def add_figure(shapes: Any, figure: Any, area: Box, counted: str, labels: Labels) -> None:
    """Draw ``figure``, made for a room of the size of ``area``, on a slide's ``shapes``.

    ``counted`` says what the values are, where a pair of axes has no heading of its own.
    """
    drawn = figure.to_plotly_json()
    if any(trace["type"] not in NATIVE for trace in drawn["data"]):
        add_picture(shapes, figure, area, counted)
        return
    room = Room(round(area.width), round(area.height))
    notes = notes_beside(drawn, room)
    for pair in pairs(drawn, room):
        title = _heading(pair, notes) or counted
        if is_of_words(pair):
            add_words(shapes, pair, area, title, labels.language)
        else:
            _add_chart(shapes, _native(pair, title, labels), area)
    for note in notes:
        add_note(shapes, note, (area.left, area.top), labels.language)


def _heading(pair: Pair, notes: list[Note]) -> str:
    """The note that stands on the upper edge of a pair of axes, as one line; empty where there is none."""
    above = [
        note
        for note in notes
        if note.along == "bottom" and abs(note.y - pair.box.top) < 1 and note.x <= pair.box.left + 1
    ]
    nearest = max(above, key=lambda note: note.x, default=None)
    return "".join(nearest.lines) if nearest else ""


def _add_chart(shapes: Any, chart: NativeChart, area: Box) -> None:
    """A native chart at its place in ``area``, named by what it shows."""
    box = chart.box
    places = (area.left + box.left, area.top + box.top, box.width, box.height)
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *map(emu, places), chart)
    frame.name = chart.name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.name)


def _native(pair: Pair, title: str, labels: Labels) -> NativeChart:
    if all(trace["type"] == "bar" and trace.get("base") is None for trace in pair.traces):
        return bar_chart(pair, title, labels.language)
    return scatter_chart(pair, title, labels)
