"""The feature matrix as a picture: a row a feature, a column a product, a cell its status and its quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels, status_marks
from analysis.charts.canvas import Area, Mark, Part, Text, drawn
from analysis.charts.chart import PAGE, Room
from analysis.charts.matrix_bands import Band, Cell, bands_of, cells_of
from analysis.charts.matrix_layout import INDENT, KEY, Layout, Wanted, laid_out
from analysis.charts.numbers import exact
from analysis.charts.theme import Theme, mixed, product_colour
from analysis.schema import CellStatus
from analysis.strings.labels import Labels

GAP = 6
"""Between a mark, its number of quotes and their newest year, in pixels."""

NAME_GAP = 10
"""Between a feature's name and its first cell, in pixels."""

WRAPPED = 84
"""Width from which a product's name stands in several lines, in pixels."""

KEY_GAP = 22
"""Between two parts of the key, in pixels."""

RULE = 2
"""Thickness of a product's colour under its name, and of the bar before a feature that differs."""


def feature_matrix(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Features by category, in columns side by side where one is too high; those that differ are marked.

    ``frame``: feature, category, product, status, evidence, last_as_of, as ``frames.matrix.matrix`` orders
    them, a row for each feature and product. What does not fit ``room`` is left out, and that is said.
    ``customdata`` of a mark is [feature, product].
    """
    cells = cells_of(frame)
    bands = bands_of(cells)
    products = list(dict.fromkeys(cell.product for cell in cells))
    year = _year_offset(cells)
    numbers = year + fonts.widest([cell.year for cell in cells])
    width = max(WRAPPED, numbers)
    heads = [fonts.wrap(labels.product(product), width) for product in products]
    names = [labels.feature(row.feature) for band in bands for row in band.rows]
    wanted = Wanted(
        names=fonts.widest(names) + NAME_GAP,
        cell=max(numbers, fonts.widest([line for lines in heads for line in lines])) + GAP + 2,
        head=max(map(len, heads), default=1),
        products=len(products),
    )
    layout = laid_out([len(band.rows) for band in bands], wanted, room)
    parts: list[Part] = [
        *_key(frame, labels, theme),
        *_heads(layout, dict(zip(products, heads, strict=True)), theme),
        *_headings(layout, bands, labels, theme),
        *_rows(layout, bands, year, labels, theme),
        *_cut(layout, frame, labels, theme),
    ]
    return drawn(parts, layout.height, room.width, theme)


def _year_offset(cells: Sequence[Cell]) -> float:
    """From a cell's left edge to its year: past the mark and the number of quotes."""
    return status_marks.SIZE + GAP + fonts.widest([exact(cell.evidence) for cell in cells]) + GAP


def _key(frame: pd.DataFrame, labels: Labels, theme: Theme) -> Iterator[Part]:
    """What the marks mean, on one line; only those that are drawn."""
    if frame.empty:
        return
    x, y = 0.0, KEY / 2 - 4
    for status in [each for each in get_args(CellStatus) if each in set(frame["status"])]:
        words = labels(f"status.{status}")
        yield Mark(x + status_marks.SIZE / 2, y, status, theme.muted)
        yield Text(x + status_marks.SIZE + 5, y, words, theme.muted)
        x += status_marks.SIZE + 5 + fonts.width(words) + KEY_GAP
    for words in (labels("chart.key.cell"), labels("chart.key.differs")):
        yield Text(x, y, words, theme.muted)
        x += fonts.width(words) + KEY_GAP


def _heads(layout: Layout, heads: Mapping[str, list[str]], theme: Theme) -> Iterator[Part]:
    """The products' names over each column of lines, their colour under them."""
    bottom = layout.top(0) - 5
    for column in range(layout.columns):
        for place, (product, lines) in enumerate(list(heads.items())[: layout.products]):
            left = layout.cell_left(column, place)
            for up, line in enumerate(reversed(lines)):
                yield Text(left, bottom - 14 - up * fonts.SIZE * fonts.LINE, line, theme.text)
            colour = product_colour(theme, product)
            yield Area(left, bottom - RULE, left + layout.cell - GAP - 2, bottom, colour)


def _headings(layout: Layout, bands: Sequence[Band], labels: Labels, theme: Theme) -> Iterator[Part]:
    """The name of a category over its features, and a rule under it."""
    for line in layout.lines:
        if line.row is None:
            left, right, bottom = (
                layout.left(line.column),
                layout.right(line.column),
                layout.top(line.place + 1),
            )
            words = fonts.shortened(labels.category(bands[line.band].category), right - left)
            yield Text(left, bottom - layout.row / 2 + 1, words, theme.muted)
            yield Area(left, bottom - 1, right, bottom, theme.faint)


def _rows(layout: Layout, bands: Sequence[Band], year: float, labels: Labels, theme: Theme) -> Iterator[Part]:
    """A feature's name and its cells; a bar and a tint where they differ."""
    for line in layout.lines:
        if line.row is not None:
            row = bands[line.band].rows[line.row]
            left, top, bottom = layout.left(line.column), layout.top(line.place), layout.top(line.place + 1)
            if row.differs:
                right = layout.right(line.column)
                yield Area(left, top + 1, right, bottom - 1, mixed(theme.grid, theme.background, 0.35))
                yield Area(left, top + 1, left + RULE, bottom - 1, theme.text)
            middle = (top + bottom) / 2
            name = fonts.shortened(labels.feature(row.feature), layout.names - NAME_GAP)
            yield Text(left + INDENT, middle, name, theme.text)
            for place, cell in enumerate(row.cells[: layout.products]):
                left = layout.cell_left(line.column, place)
                yield _status(cell, left, middle, labels, theme)
                yield from _quotes(cell, left, middle, year, theme)


def _status(cell: Cell, left: float, middle: float, labels: Labels, theme: Theme) -> Mark:
    facts = {
        "feature": labels.feature(cell.feature),
        "product": labels.product(cell.product),
        "status": labels(f"status.{cell.status}"),
        "n": cell.evidence,
    }
    words = fonts.hover(labels("chart.hover.cell", **facts))
    colour = product_colour(theme, cell.product)
    return Mark(
        left + status_marks.SIZE / 2, middle, cell.status, colour, words, (cell.feature, cell.product)
    )


def _quotes(cell: Cell, left: float, middle: float, year: float, theme: Theme) -> Iterator[Text]:
    """How many quotes a cell rests on, and the year of the newest; nothing where there is none."""
    if cell.evidence:
        yield Text(left + status_marks.SIZE + GAP, middle, exact(cell.evidence), theme.text)
        yield Text(left + year, middle, cell.year, theme.muted)


def _cut(layout: Layout, frame: pd.DataFrame, labels: Labels, theme: Theme) -> Iterator[Part]:
    """Says under the table how many features and products are drawn, where there are more."""
    wanted, products = frame["feature"].nunique(), frame["product"].nunique()
    said = []
    if layout.rows < wanted:
        said.append(labels("chart.first_rows", drawn=layout.rows, rows=wanted))
    if layout.products < products:
        said.append(labels("chart.first_columns", drawn=layout.products, columns=products))
    if said:
        yield Text(0, layout.height - panels.NOTE / 2, labels("list.semicolon").join(said), theme.muted)
