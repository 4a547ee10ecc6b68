"""The texts of a scatter chart: labels of marks, notes at places, names of rows and of places across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.charts import fonts
from analysis.slides import markup
from analysis.slides.axes import Note, Pair
from analysis.slides.elements import Run
from analysis.slides.series import GAP, Point, Series, kept_off
from analysis.strings.labels import Labels

INSIDE = 1e-4
"""How far inside the plot the names beside it are tied, in its widths: outside they are not drawn."""


NEAR, LEVEL = 16, 1
"""Least distances from a mark at which a note is not beside it: across and up, in points."""


def joined(notes: Sequence[Note]) -> list[Note]:
    """Notes at the same side of one point as one, in order of their distance from it."""
    found: dict[tuple[str, str, str], list[Note]] = {}
    for note in sorted(notes, key=lambda note: abs(note.right)):
        found.setdefault((*_place(note.x, note.y), side_of(note)), []).append(note)
    return [_one(several) for several in found.values()]


def _one(notes: Sequence[Note]) -> Note:
    runs = [run for note in notes for run in (GAP, *note.runs)][1:]
    return replace(notes[0], runs=tuple(replace(run, size=fonts.SIZE) for run in runs))


def _place(x: float, y: float | None) -> tuple[str, str]:
    """A place by the digits that count: a note beside a mark is placed by its logarithm."""
    return f"{x:.9g}", "" if y is None else f"{y:.9g}"


def side_of(note: Note) -> str:
    """At which side of its point a note stands: r, l, t, b or ctr."""
    if note.along != "middle":
        return {"top": "b", "bottom": "t"}[note.along]
    if note.right:
        return "r" if note.right > 0 else "l"
    return {"left": "r", "center": "ctr", "right": "l"}[note.across]


def labelled(marks: Sequence[Series], notes: Sequence[Note], pair: Pair) -> tuple[list[Series], list[Note]]:
    """The marks with the notes beside them as their labels, and the notes that are beside none."""
    left = list(notes)
    found = [
        replace(series, points=[_with_note(point, left, pair) for point in series.points]) for series in marks
    ]
    return found, left


def _with_note(point: Point, left: list[Note], pair: Pair) -> Point:
    """A mark with the first note that is beside it, which is taken out of ``left``."""
    beside = ((note, side) for note in left if (side := _seen_from(note, point, pair)))
    note, side = next(beside, (None, ""))
    if point.text or note is None:
        return point
    left.remove(note)
    return replace(point, text=kept_off(note.runs, side), side=side)


def _seen_from(note: Note, point: Point, pair: Pair) -> str | None:
    """At which side of a mark a note stands, r or l; None where it is not beside it."""
    if note.along != "middle" or point.y is None:
        return None
    if note.right:
        same = _place(note.x, note.y) == _place(point.x, point.y)
        return "r" if same and note.right > 0 else None
    up = abs(pair.y.share(note.y) - pair.y.share(point.y)) * pair.box.height
    begin = (pair.x.share(note.x) - pair.x.share(point.x)) * pair.box.width
    if up > LEVEL or note.across != "left":
        return None
    if 0 < begin < NEAR:
        return "r"
    return "l" if -NEAR < begin + note.size[0] < 0 else None


def texts(notes: Sequence[Note], pair: Pair, labels: Labels) -> Iterator[Series]:
    """Series that are there for their texts: notes, and the names of the rows and of places across."""
    if notes:
        yield Series(labels("slides.series.texts"), [_noted(note, pair) for note in notes])
    if pair.y.ticks and pair.y.shown:
        edge = pair.x.moved(pair.x.first, INSIDE)
        rows = [Point(edge, place, _name(name, pair.y.colour), "l") for place, name in pair.y.ticks]
        yield Series(labels("slides.series.names"), rows)
    if pair.x.ticks and pair.x.shown:
        foot = min(pair.y.first, pair.y.last, key=pair.y.share)
        across = [Point(place, foot, _name(name, pair.x.colour), "b") for place, name in pair.x.ticks]
        yield Series(labels("slides.series.names"), across)


def _noted(note: Note, pair: Pair) -> Point:
    side = side_of(note)
    return Point(_middle(note, pair), note.y, kept_off(note.runs, side if note.right else ""), side)


def _middle(note: Note, pair: Pair) -> float:
    """Where a note below or above its point has its middle."""
    if note.along == "middle" or note.across == "center":
        return note.x
    half = note.size[0] / 2 if note.across == "left" else -note.size[0] / 2
    return pair.x.moved(note.x, half / pair.box.width)


def _name(named: str, colour: str) -> tuple[Run, ...]:
    return tuple(markup.runs(named, colour, fonts.SIZE))
