"""A figure taken apart: its pairs of axes with all that is drawn on them, and the notes beside them.

Figures are read as Plotly's plain dictionaries. Places are in points from the upper left corner of the room
the figure was drawn for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import log10
from typing import Any, Literal

from analysis.charts import fonts
from analysis.charts.chart import Room
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides import markup
from analysis.slides.elements import Run

Kind = Literal["linear", "log", "date"]

KINDS: dict[str, Kind] = {"log": "log", "date": "date"}

FIRST_DAY = date(1899, 12, 30)
"""Day 0 of Excel's calendar."""

Drawn = Mapping[str, Any]


@dataclass(frozen=True)
class Axis:
    """An axis from ``first`` (left or bottom) to ``last``, in values; dates are days of Excel's calendar.

    ``ticks`` are the places that are named, as markup. ``step`` is the distance in years between the ticks
    of an axis of dates that names its years itself.
    """

    first: float
    last: float
    kind: Kind = "linear"
    ticks: tuple[tuple[float, str], ...] = ()
    shown: bool = False
    grid: str | None = None
    colour: str = LIGHT.text
    step: int | None = None

    @property
    def turned(self) -> bool:
        """Whether it runs from right to left or from top to bottom."""
        return self.first > self.last

    def share(self, value: float) -> float:
        """How far along the axis a value lies: 0 at its beginning, 1 at its end."""
        first, last = self._inner(self.first), self._inner(self.last)
        return (self._inner(value) - first) / (last - first)

    def moved(self, value: float, share: float) -> float:
        """The value so much further along the axis."""
        first, last = self._inner(self.first), self._inner(self.last)
        inner = self._inner(value) + share * (last - first)
        return float(10**inner) if self.kind == "log" else inner

    def name_at(self, value: float) -> str:
        """The name nearest to a value as plain text; empty where nothing is named."""
        named = min(self.ticks, key=lambda tick: abs(tick[0] - value), default=None)
        return markup.text(named[1]) if named else ""

    def _inner(self, value: float) -> float:
        return log10(value) if self.kind == "log" else value


@dataclass(frozen=True)
class Note:
    """Text at (x, y), in values of axes or in points; ``right`` and ``down`` are further points from there.

    ``across`` and ``along`` say which part of the text stands there: left, center, right; top, middle,
    bottom.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    right: float
    down: float
    across: str
    along: str

    @property
    def lines(self) -> list[str]:
        """The text as plain lines."""
        return "".join(run.text for run in self.runs).split("\n")

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        size = max((run.size or fonts.SIZE for run in self.runs), default=fonts.SIZE)
        return fonts.widest(self.lines, size), len(self.lines) * size * fonts.LINE


@dataclass(frozen=True)
class Pair:
    """A pair of axes in its box, with its traces, notes and level rules (heights in values of ``y``)."""

    box: Box
    x: Axis
    y: Axis
    traces: Sequence[Drawn]
    notes: Sequence[Note]
    rules: Sequence[tuple[float, str]]
    layout: Drawn


def pairs(figure: Drawn, room: Room) -> list[Pair]:
    """Every pair of axes of a figure on which something is drawn, in their order."""
    layout = figure["layout"]
    found: dict[str, list[Drawn]] = {}
    for trace in figure["data"]:
        found.setdefault(trace.get("yaxis") or "y", []).append(trace)
    return [_pair(name, traces, layout, room) for name, traces in found.items()]


def notes_beside(figure: Drawn, room: Room) -> list[Note]:
    """The notes that stand on the paper and not on axes: headings, keys and what is left out; in points."""
    plot = plot_box(figure["layout"], room)
    return [
        _note(each, plot.left + each["x"] * plot.width, plot.top + (1 - each["y"]) * plot.height)
        for each in figure["layout"].get("annotations", ())
        if each.get("xref") == "paper" and each.get("yref") == "paper"
    ]


def plot_box(layout: Drawn, room: Room) -> Box:
    """The plot area of a figure."""
    margin = layout["margin"]
    height = layout["height"] - margin["t"] - margin["b"]
    return Box(margin["l"], margin["t"], room.width - margin["l"] - margin["r"], height)


def number(value: Any) -> float:
    """A value as Excel counts: a date as its day."""
    if isinstance(value, str):
        return float((datetime.fromisoformat(value).date() - FIRST_DAY) / timedelta(days=1))
    return float(value)


def value_at(values: Any, place: int) -> Any:
    """What holds for the point at ``place``: one of several values, or the one that all points have."""
    return values if values is None or isinstance(values, str | int | float) else values[place]


def _pair(name: str, traces: Sequence[Drawn], layout: Drawn, room: Room) -> Pair:
    number_of = name[1:]
    across, down = layout[f"xaxis{number_of}"], layout[f"yaxis{number_of}"]
    plot = plot_box(layout, room)
    left, right = across.get("domain", (0, 1))
    bottom, top = down.get("domain", (0, 1))
    box = Box(
        plot.left + left * plot.width,
        plot.top + (1 - top) * plot.height,
        (right - left) * plot.width,
        (top - bottom) * plot.height,
    )
    x, y = _axis(across), _axis(down)
    notes = list(_notes_on(f"x{number_of}", f"y{number_of}", layout, x, y))
    return Pair(box, x, y, traces, notes, list(_rules(f"y{number_of}", layout)), layout)


def _axis(axis: Drawn) -> Axis:
    kind = KINDS.get(axis.get("type", ""), "linear")
    first, last = (_end(end, kind) for end in axis["range"])
    values, texts = axis.get("tickvals"), axis.get("ticktext")
    named = zip(map(number, values), texts, strict=True) if values is not None and texts is not None else ()
    return Axis(
        first,
        last,
        kind,
        tuple(named),
        bool(axis.get("showticklabels", True)),
        axis.get("gridcolor") if axis.get("showgrid", kind == "date") else None,
        axis.get("tickfont", {}).get("color", LIGHT.text),
        int(str(axis["dtick"]).removeprefix("M")) // 12 if kind == "date" else None,
    )


def _end(end: Any, kind: Kind) -> float:
    """The end of an axis; one of dates a day later, so that ticks 365.25 days apart begin in their years."""
    if kind == "log":
        return float(10 ** float(end))
    return number(end) + 1 if kind == "date" else number(end)


def _notes_on(across: str, down: str, layout: Drawn, x: Axis, y: Axis) -> Iterator[Note]:
    for each in layout.get("annotations", ()):
        if each.get("xref") == across and each.get("yref") == down:
            yield _note(each, _value(each["x"], x), _value(each["y"], y))


def _value(place: Any, axis: Axis) -> float:
    """A place as Plotly gives it for a note: an exponent where the axis is logarithmic."""
    return float(10 ** float(place)) if axis.kind == "log" else number(place)


def _note(note: Drawn, x: float, y: float) -> Note:
    font = note.get("font", {})
    found = markup.runs(note["text"], font.get("color"), font.get("size", fonts.SIZE))
    return Note(
        x,
        y,
        tuple(found),
        note.get("xshift", 0),
        -note.get("yshift", 0),
        note.get("xanchor", "center"),
        note.get("yanchor", "middle"),
    )


def _rules(down: str, layout: Drawn) -> Iterator[tuple[float, str]]:
    """Lines across the whole plot: their heights and colours."""
    for shape in layout.get("shapes", ()):
        level = shape.get("y0") == shape.get("y1") and shape.get("xref") == "paper"
        if shape["type"] == "line" and level and shape.get("yref", "y") == down:
            yield number(shape["y0"]), shape["line"]["color"]
