"""What a series of a scatter chart is made of: points of one look, with the texts beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import fonts
from analysis.charts.theme import LIGHT
from analysis.slides.elements import Run

GAP = Run("\u2002 ", size=fonts.SIZE)
"""What keeps a text off its mark, and two texts at one side of it off each other."""


@dataclass(frozen=True)
class Mark:
    """A mark: its form, its size in points, its inside, and its outline."""

    symbol: str
    size: float
    fill: str | None
    outline: str
    width: float

    @property
    def hollow(self) -> bool:
        """Whether nothing is inside."""
        return self.fill == LIGHT.background


@dataclass(frozen=True)
class Line:
    """A line that joins points: its colour, and its width in points."""

    colour: str
    width: float


@dataclass(frozen=True)
class Point:
    """A point; without ``y`` it ends a line. ``text`` stands at its ``side`` (r, l, t, b or ctr)."""

    x: float
    y: float | None
    text: tuple[Run, ...] = ()
    side: str = "r"
    about: str = ""


@dataclass(frozen=True)
class Series:
    """Points of one look. One with neither mark nor line is there for its texts."""

    name: str
    points: Sequence[Point]
    mark: Mark | None = None
    line: Line | None = None


def kept_off(runs: Sequence[Run], side: str) -> tuple[Run, ...]:
    """A text with a gap towards the mark at whose side (r or l) it stands."""
    if not runs or side not in ("l", "r"):
        return tuple(runs)
    return (GAP, *runs) if side == "r" else (*runs, GAP)
