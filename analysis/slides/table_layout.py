"""The feature matrix laid out in tables: a row a feature, a column a product, as many as a slide holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.charts import fonts
from analysis.charts.matrix_bands import Band, Cell, bands_of, cells_of
from analysis.charts.placement import Box
from analysis.charts.table_columns import Line, columns_of, flowed
from analysis.slides import matrix_cells
from analysis.slides.elements import SLACK, Run
from analysis.slides.text_boxes import height
from analysis.strings.labels import Labels

ROW = 21
"""Height of a row, in points."""

BETWEEN = 24
"""Between two tables side by side, in points."""

KEY_WIDTH = 0.92
"""Of the width there is, what the key is laid out for: its symbols come from another font."""

KEY_GAP = 8
"""Under the key over the tables, in points."""

INSET = 4
"""Left and right of what a cell holds, in points."""

MARK = 16
"""Width of a mark, in points."""

LEAST_NAMES = 190
"""Room for the features' names that no further table or product is given, in points; a longer name is cut."""

NAME_SLACK = 1.15
"""How much wider than in our own font a name may be: some programs set Han and Latin letters apart."""


class Widths(NamedTuple):
    """Widths of the features' names and of a cell in points, and how many tables stand side by side."""

    names: float
    cell: float
    tables: int


@dataclass(frozen=True)
class TableLayout:
    """The matrix in lines: ``bands`` by category, ``lines`` as they flow through the tables.

    ``key`` says what the marks mean; it takes the ``above`` points over the tables.
    """

    bands: Sequence[Band]
    products: Sequence[str]
    lines: Sequence[Line]
    key: Sequence[Run]
    above: float
    widths: Widths

    @property
    def slides(self) -> int:
        """How many slides it takes."""
        return max(1, -(-columns_of(self.lines) // self.widths.tables))

    @property
    def table_width(self) -> float:
        """Width of one table, in points."""
        return self.widths.names + len(self.products) * self.widths.cell


def laid_out(frame: pd.DataFrame, area: Box, labels: Labels) -> TableLayout:
    """The cells of ``frame`` (as of ``frames.matrix.matrix``) laid out for slides with ``area`` free.

    Of more products than have room beside the features' names the first are shown, and the key says so.
    """
    every = cells_of(frame)
    named = list(dict.fromkeys(cell.product for cell in every))
    products = named[: _fitting(every, area.width, labels)]
    cells = [cell for cell in every if cell.product in products]
    bands = bands_of(cells)
    key = [
        *matrix_cells.key({cell.status for cell in cells}, labels),
        *matrix_cells.shown_of(len(products), len(named), labels),
    ]
    above = height("".join(run.text for run in key), area.width * KEY_WIDTH) + KEY_GAP
    lines = flowed([len(band.rows) for band in bands], int((area.height - above) // ROW) - 1)
    widths = _widths(cells, products, columns_of(lines), area.width, labels)
    return TableLayout(bands, products, lines, key, above, widths)


def _widths(
    cells: Collection[Cell], products: Sequence[str], columns: int, width: float, labels: Labels
) -> Widths:
    """As many tables side by side as leave room for the names, but no more than there are ``columns``.

    What they leave of the ``width`` is shared out.
    """
    cell = _cell_width(cells, labels)
    wanted = _names_width(cells, labels)
    least = min(LEAST_NAMES, wanted)
    most = max(1, int((width + BETWEEN) // (least + len(products) * cell + BETWEEN)))
    tables = min(most, columns or 1)
    table = (width - (tables - 1) * BETWEEN) / tables
    room = table - len(products) * cell
    names = min(room, max(least, wanted))
    names += (room - names) / (1 + len(products))
    return Widths(names, min((table - names) / max(1, len(products)), 2 * cell), tables)


def _fitting(cells: Collection[Cell], width: float, labels: Labels) -> int:
    """How many products have room in one table beside the features' names; one at least."""
    if not cells:
        return 0
    least = min(LEAST_NAMES, _names_width(cells, labels))
    return max(1, int((width - least) // _cell_width(cells, labels)))


def _names_width(cells: Collection[Cell], labels: Labels) -> float:
    """What the features' names take, none of them shortened."""
    longest = fonts.widest([labels.feature(feature) for feature in {cell.feature for cell in cells}])
    return longest * NAME_SLACK + 2 * INSET


def _cell_width(cells: Collection[Cell], labels: Labels) -> float:
    heads = [labels.product(product) for product in {cell.product for cell in cells}]
    return max(fonts.widest(heads), MARK + matrix_cells.width_of_numbers(cells)) * SLACK + 2 * INSET
