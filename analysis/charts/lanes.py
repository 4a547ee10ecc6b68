"""Lanes of a timeline: the row of each event, so that no text meets another, and how many words it has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, Protocol

import pandas as pd

from analysis.charts import fonts, panels
from analysis.charts.dates import short_date
from analysis.strings.labels import Labels

WORDS = (140.0, 84.0, 0.0, None)
"""Widest words beside a date, in pixels, and at last not even the date; the first for which all lanes
fit the room is taken."""

COMFORT = 24
"""Rows up to which a figure of any height has words beside its dates."""

LEAST_BARE_ROW = 16
"""Height of a row without text, in pixels."""

MARK = 11
"""Diameter of a mark, in pixels."""

GAP = "\N{NO-BREAK SPACE}"
TEXT_GAP = 8
"""What keeps a text off its mark, and how wide that is in pixels."""

APART = 10
"""Least distance between two events of one row, in pixels."""

CLAUSE = re.compile(r"[\s，、,：:的]*([^，。；！？：“”「」,;!?:\n]*)")
"""What follows a date up to the end of its clause."""

Side = Literal["right", "left"]


@dataclass(frozen=True)
class Scale:
    """Days to pixels: whole years from ``first`` to ``last`` over ``width``."""

    first: pd.Timestamp
    last: pd.Timestamp
    width: float

    def pixels(self, day: pd.Timestamp) -> float:
        """Where ``day`` lies, from the left."""
        return float((day - self.first) / (self.last - self.first)) * self.width


class DatedEvent(Protocol):
    """A row of the events that a timeline draws, as ``itertuples`` gives it."""

    article: str
    title: str
    start: int
    end: int
    iso: str
    date: pd.Timestamp
    date_start: pd.Timestamp
    date_end: pd.Timestamp
    inferred: bool
    sentence: str
    sentence_start: int


@dataclass(frozen=True)
class Placed:
    """An event with its text, the row of its lane it stands in, and the side its text is on."""

    event: DatedEvent
    text: str
    row: int
    side: Side


@dataclass(frozen=True)
class Lane:
    """The events of one product in ``rows`` rows."""

    product: str
    events: Sequence[Placed]
    rows: int


def scale_of(dated: pd.DataFrame, width: float) -> Scale:
    """The years in which the events lie; any year where there is none."""
    if dated.empty:
        return Scale(pd.Timestamp(2000, 1, 1), pd.Timestamp(2001, 1, 1), width)
    first, last = dated["date_start"].min().year, dated["date_end"].max().year
    return Scale(pd.Timestamp(first, 1, 1), pd.Timestamp(last + 1, 1, 1), width)


def fitting_lanes(
    dated: pd.DataFrame, names: Sequence[str], scale: Scale, labels: Labels, free: float | None
) -> tuple[list[Lane], int]:
    """The lanes with as many words as leave room for all of them, and the least height of a row."""
    lanes, least = [], panels.LEAST_ROW
    for words in WORDS[:-1] if free is None else WORDS:
        least = LEAST_BARE_ROW if words is None else panels.LEAST_ROW
        lanes = [_lane(name, dated[dated["product"] == name], scale, words, labels) for name in names]
        if sum(lane.rows for lane in lanes) <= (COMFORT if free is None else free // least):
            break
    return lanes, least


def _lane(product: str, events: pd.DataFrame, scale: Scale, words: float | None, labels: Labels) -> Lane:
    """Each event in the first row that is free from its beginning to its end, its text on either side."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for event in events.sort_values(["date_start", "date", "article", "start"]).itertuples():
        text = _text(event, words, labels)
        extents = _extents(event, fonts.width(text), scale)
        row, side = _first_free(rows, extents)
        rows[row : row + 1] = [[*rows[row], extents[side]] if row < len(rows) else [extents[side]]]
        placed.append(Placed(event, text, row, side))
    return Lane(product, placed, max(1, len(rows)))


def _extents(event: DatedEvent, text: float, scale: Scale) -> dict[Side, tuple[float, float]]:
    """From where to where an event reaches with its bar and its text, for each side the text may be on."""
    first, last, mark = (scale.pixels(day) for day in (event.date_start, event.date_end, event.date))
    first, last = min(first, mark - MARK / 2), max(last, mark + MARK / 2)
    reach = MARK / 2 + (TEXT_GAP + text if text else 0)
    extents: dict[Side, tuple[float, float]] = {
        "right": (first, max(last, mark + reach)),
        "left": (min(first, mark - reach), last),
    }
    inside = {side: extent for side, extent in extents.items() if extent[0] >= 0 and extent[1] <= scale.width}
    return inside or extents


def _first_free(
    rows: Sequence[Sequence[tuple[float, float]]], extents: Mapping[Side, tuple[float, float]]
) -> tuple[int, Side]:
    """The first row, and in it the first side, where an event meets no other; the row may be a new one."""
    for place, taken in enumerate(rows):
        for side, (begin, end) in extents.items():
            if all(end + APART <= other[0] or other[1] + APART <= begin for other in taken):
                return place, side
    return len(rows), next(iter(extents))


def _text(event: DatedEvent, words: float | None, labels: Labels) -> str:
    """The date, and what follows it in its sentence as far as ``words`` pixels reach; None for nothing."""
    if words is None:
        return ""
    when = short_date(event.iso, labels.language)
    after = event.sentence[event.end - event.sentence_start :]
    clause = CLAUSE.match(after)
    following = fonts.shortened(clause[1], words) if clause and clause[1].strip() and words else ""
    return labels("chart.event", date=when, words=following) if following else when


def whole_lanes(lanes: Sequence[Lane], least: int, free: float | None) -> list[Lane]:
    """The first lanes that fit ``free`` pixels, one at least."""
    ends = accumulate(lane.rows for lane in lanes)
    fits = (free is None or place == 0 or end * least <= free for place, end in enumerate(ends))
    return [lane for lane, whole in zip(lanes, fits, strict=True) if whole]


def tops(lanes: Sequence[Lane]) -> list[int]:
    """Rows above each lane."""
    return list(accumulate((lane.rows for lane in lanes), initial=0))[:-1]
