"""Rows under headings that flow through columns side by side, like a newspaper's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a table: its column, its place in it from the top, its band, and its row of the band.

    ``row`` is None for the band's heading.
    """

    column: int
    place: int
    band: int
    row: int | None


def flowed(bands: Sequence[int], lines: int) -> list[Line]:
    """Bands of so many rows in columns of ``lines`` lines (two at least).

    A band is headed anew in every column it reaches; no heading is the last line of a column.
    """
    return list(_flow(bands, max(2, lines)))


def _flow(bands: Sequence[int], lines: int) -> Iterator[Line]:
    column, place = 0, 0
    for band, rows in enumerate(bands):
        headed = False
        for row in range(rows):
            if place + (1 if headed else 2) > lines:
                column, place, headed = column + 1, 0, False
            if not headed:
                yield Line(column, place, band, None)
                place, headed = place + 1, True
            yield Line(column, place, band, row)
            place += 1


def columns_of(laid: Sequence[Line]) -> int:
    """How many columns they take."""
    return laid[-1].column + 1 if laid else 0


def fewest_columns(bands: Sequence[int], columns: int, lines: int) -> list[Line]:
    """The bands in as few and as low columns as hold them, at most ``columns`` of ``lines`` lines.

    What does not fit even so stands in columns beyond those.
    """
    for few in range(1, columns + 1):
        for height in range(max(2, sum(bands) // few), lines + 1):
            laid = flowed(bands, height)
            if columns_of(laid) <= few:
                return laid
    return flowed(bands, lines)
