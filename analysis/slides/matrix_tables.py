"""The feature matrix as native tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.charts import fonts
from analysis.charts.matrix_bands import Row
from analysis.charts.placement import Box
from analysis.charts.table_columns import Line
from analysis.charts.theme import LIGHT, product_colour
from analysis.slides import matrix_cells
from analysis.slides.elements import SLACK, Run, element, emu, fill
from analysis.slides.table_layout import BETWEEN, INSET, NAME_SLACK, ROW, TableLayout
from analysis.slides.text_boxes import add_text, write
from analysis.strings.labels import Labels

RULE, THIN = 1.5, 0.5
"""Thickness of the rule under the names of the products and under a row, in points."""

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Office's name for a table without colours and lines of its own."""


def add_tables(shapes: Any, layout: TableLayout, slide: int, area: Box, labels: Labels) -> None:
    """The tables of one of the slides, the first being 0, with the key over them."""
    add_text(shapes, Box(area.left, area.top, area.width, layout.above), layout.key, labels.language)
    first = slide * layout.widths.tables
    for place, column in enumerate(range(first, first + layout.widths.tables)):
        lines = [each for each in layout.lines if each.column == column]
        if lines:
            left = area.left + place * (layout.table_width + BETWEEN)
            _add_table(shapes, layout, lines, (left, area.top + layout.above), labels)


def _add_table(
    shapes: Any, layout: TableLayout, lines: Sequence[Line], corner: tuple[float, float], labels: Labels
) -> None:
    """One table: the names of the products, then its lines."""
    size = (layout.table_width, (len(lines) + 1) * ROW)
    frame = shapes.add_table(len(lines) + 1, len(layout.products) + 1, *map(emu, (*corner, *size)))
    frame.name = labels("slides.table")
    table = frame.table
    _measure(table, layout)
    _write_head(table, layout.products, labels)
    for place, line in enumerate(lines, start=1):
        band = layout.bands[line.band]
        if line.row is None:
            _write_band(table, place, labels.category(band.category), layout, labels)
        else:
            _write_row(table, place, band.rows[line.row], layout, labels)


def _measure(table: Any, layout: TableLayout) -> None:
    """Give a table its widths and heights, and none of the program's colours and lines."""
    table.horz_banding = False
    table._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    names, cell, _ = layout.widths
    for column, width in zip(table.columns, [names, *[cell] * len(layout.products)], strict=True):
        column.width = emu(width)
    for row in table.rows:
        row.height = emu(ROW)


def _write_head(table: Any, products: Sequence[str], labels: Labels) -> None:
    first = [Run(labels("slides.feature"), LIGHT.muted, fonts.SIZE)]
    _write(table.cell(0, 0), first, labels, LIGHT.faint, RULE)
    for place, product in enumerate(products, start=1):
        name = labels.product(product)
        runs = [Run(name, LIGHT.text, fonts.SIZE, bold=True)]
        _write(table.cell(0, place), runs, labels, product_colour(LIGHT, product), RULE)


def _write_band(table: Any, place: int, name: str, layout: TableLayout, labels: Labels) -> None:
    """The name of a category across the table."""
    table.cell(place, 0).merge(table.cell(place, len(layout.products)))
    shown = fonts.shortened(name, (layout.table_width - 2 * INSET) / SLACK)
    _write(table.cell(place, 0), [Run(shown, LIGHT.muted, fonts.SIZE)], labels, LIGHT.faint, 1)


def _write_row(table: Any, place: int, row: Row, layout: TableLayout, labels: Labels) -> None:
    """A feature's name, bold and with a bar before it where the products differ, and its cells."""
    name = fonts.shortened(labels.feature(row.feature), (layout.widths.names - 2 * INSET) / NAME_SLACK)
    runs = [Run(name, LIGHT.text, fonts.SIZE, bold=row.differs or None)]
    _write(table.cell(place, 0), runs, labels, LIGHT.grid, THIN, bar=row.differs)
    for across, cell in enumerate(row.cells, start=1):
        _write(table.cell(place, across), matrix_cells.runs(cell), labels, LIGHT.grid, THIN)


def _write(
    cell: Any, runs: Sequence[Run], labels: Labels, rule: str, width: float, *, bar: bool = False
) -> None:
    """Put runs in a cell, with a rule under it and perhaps a bar before it."""
    write(cell.text_frame, runs, labels.language)
    look = cell._tc.get_or_add_tcPr()
    for side, margin in (("marL", INSET), ("marR", INSET), ("marT", 0), ("marB", 0)):
        look.set(side, str(emu(margin)))
    look.set("anchor", "ctr")
    if bar:
        look.append(element("a:lnL", fill(LIGHT.text), w=emu(2)))
    look.append(element("a:lnB", fill(rule), w=emu(width)))
    look.append(fill(None))
