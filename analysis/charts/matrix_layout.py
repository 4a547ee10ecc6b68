"""Where the parts of a feature matrix stand, in pixels from its upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import fonts, panels
from analysis.charts.chart import Room
from analysis.charts.table_columns import Line, columns_of, fewest_columns

KEY = 32
"""Height of the key over the table."""

HEAD = 16
"""Height of what stands over a column of lines beside the lines of the products' names."""

LEAST_LINE = 18
"""Least height of a line."""

BETWEEN = 24
"""Between two columns of lines."""

INDENT = 9
"""Left of a feature's name, where a bar says that products differ."""

LEAST_NAMES = 122
"""Least room for the features' names where several columns of lines stand side by side."""

MOST_CELL = 260
"""Greatest width of a cell."""


@dataclass(frozen=True)
class Wanted:
    """Widths the features' names and a cell need, lines of the products' names, number of products."""

    names: float
    cell: float
    head: int
    products: int


@dataclass(frozen=True)
class Layout:
    """The lines drawn, of how many products, and the widths of a column of lines, its names and a cell.

    ``row`` is the height of a line, ``above`` that of all that stands over the first.
    """

    lines: Sequence[Line]
    products: int
    column: float
    names: float
    cell: float
    row: float
    above: float

    @property
    def columns(self) -> int:
        """How many columns of lines there are."""
        return columns_of(self.lines)

    @property
    def rows(self) -> int:
        """How many features are drawn."""
        return sum(line.row is not None for line in self.lines)

    @property
    def height(self) -> float:
        """Of all, with the key and room for a note."""
        places = max((line.place + 1 for line in self.lines), default=1)
        return self.above + places * self.row + panels.NOTE

    def left(self, column: int) -> float:
        """Where a column of lines begins."""
        return column * (self.column + BETWEEN)

    def right(self, column: int) -> float:
        """Where its cells end."""
        return self.cell_left(column, self.products)

    def cell_left(self, column: int, product: int) -> float:
        """Where the cells of a product begin in a column of lines."""
        return self.left(column) + INDENT + self.names + product * self.cell

    def top(self, place: int) -> float:
        """Where a line begins."""
        return self.above + place * self.row


def laid_out(bands: Sequence[int], wanted: Wanted, room: Room) -> Layout:
    """Bands of so many features in as few columns of lines as hold them; what does not fit is left out."""
    least = min(wanted.names, LEAST_NAMES)
    products = max(1, min(wanted.products, int((room.width - INDENT - least) // wanted.cell)))
    most = max(1, int((room.width + BETWEEN) // (INDENT + least + products * wanted.cell + BETWEEN)))
    above = KEY + HEAD + wanted.head * fonts.SIZE * fonts.LINE
    free = None if room.height is None else room.height - above - panels.NOTE
    lines = sum(bands) + len(bands) if free is None else int(free // LEAST_LINE)
    drawn = [line for line in fewest_columns(bands, most, lines) if line.column < most]
    used = max(1, columns_of(drawn))
    column = (room.width - (used - 1) * BETWEEN) / used
    share = (column - INDENT) / (products + 1)
    names = min(max(wanted.names, share), column - INDENT - products * wanted.cell)
    cell = min(max(wanted.cell, MOST_CELL), (column - INDENT - names) / products)
    places = max((line.place + 1 for line in drawn), default=0)
    row = panels.rows_that_fit(places, free, LEAST_LINE).height
    return Layout(drawn, products, column, names, cell, row, above)
