"""Where texts stand beside their marks so that none meets another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, downwards from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    def within(self, width: float, height: float) -> bool:
        """Whether it lies in an area that begins at the corner."""
        inside = self.left >= 0 and self.top >= 0
        return inside and self.left + self.width <= width and self.top + self.height <= height


def beside(
    marks: Sequence[tuple[float, float]],
    texts: Sequence[float],
    area: tuple[float, float],
    line: float,
    others: Sequence[tuple[float, float]] = (),
) -> list[Box]:
    """A box for each text, ``texts`` wide and ``line`` high, near its mark (x, y) in an area (width, height).

    The first place is taken, right of the mark, then left, then ever further up and down, that meets
    neither a mark, be it one of the ``others``, nor an earlier text; where all are taken, that right of
    the mark.
    """
    gap = line / 2
    taken = [Box(x - gap, y - gap, 2 * gap, 2 * gap) for x, y in [*marks, *others]]
    placed: list[Box] = []
    for (x, y), width in zip(marks, texts, strict=True):
        options = list(_around(x, y, width, line, gap))
        full = taken + placed
        free = (box for box in options if box.within(*area) and not any(map(box.meets, full)))
        placed.append(next(free, options[0]))
    return placed


def _around(x: float, y: float, width: float, line: float, gap: float) -> Iterator[Box]:
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4):
        top = y - line / 2 - step * line * 0.75
        yield Box(x + gap, top, width, line)
        yield Box(x - gap - width, top, width, line)
