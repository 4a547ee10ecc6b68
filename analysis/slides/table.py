"""The feature matrix as native tables: a row a feature, a column a product, as many slides as it needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple, get_args

import pandas as pd

from analysis.charts import fonts
from analysis.charts.names import category_name, feature_name, product_name
from analysis.charts.numbers import exact
from analysis.charts.placement import Box
from analysis.charts.table_columns import Line, columns_of, flowed
from analysis.charts.theme import LIGHT, product_colour
from analysis.labels import Labels
from analysis.schema import CellStatus
from analysis.slides.elements import SLACK, Run, element, emu, fill
from analysis.slides.text_boxes import add_text, height, write

MARKS: dict[str, str] = {
    "has": "●",
    "lacks": "⊖",
    "planned": "◎",
    "contested": "◑",
    "not_mentioned": "·",
}
"""Statuses told apart by their form alone. The quarter circle that ``charts.status_marks`` draws for a
plan is a letter of few fonts, so a plan is a circle in a circle here."""

SYMBOLS = "Segoe UI Symbol"
"""A face that has all marks in one size; where it is missing, another is taken for them."""

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
"""Room for the features' names on which no further table is set, in points; a longer name is shortened."""

NAME_SLACK = 1.15
"""How much wider than in our own font a name may be: some programs set Han and Latin letters apart."""

RULE, THIN = 1.5, 0.5
"""Thickness of the rule under the names of the products and under a row, in points."""

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Office's name for a table without colours and lines of its own."""


class Row(NamedTuple):
    """A feature and its cells in the order of the products, rows of ``frames.matrix.matrix``."""

    feature: str
    cells: Sequence[Any]

    @property
    def differs(self) -> bool:
        """Whether the products do."""
        return len({cell.status for cell in self.cells} - {"not_mentioned"}) > 1


class Band(NamedTuple):
    """A category by its name, and its features."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Grid:
    """The matrix in lines: ``bands`` by category, ``lines`` as they flow through the tables.

    ``key`` says what the marks mean; it takes the ``above`` points over the tables. ``names`` and ``cell``
    are widths in points, ``tables`` how many stand side by side on a slide.
    """

    bands: Sequence[Band]
    products: Sequence[str]
    lines: Sequence[Line]
    key: Sequence[Run]
    above: float
    names: float
    cell: float
    tables: int

    @property
    def slides(self) -> int:
        """How many slides it takes."""
        return max(1, -(-columns_of(self.lines) // self.tables))


def grid(frame: pd.DataFrame, area: Box, labels: Labels) -> Grid:
    """The cells of ``frame`` (as of ``frames.matrix.matrix``) laid out for slides with ``area`` free."""
    cells = list(frame.itertuples())
    bands = [
        Band(category_name(category, labels), [Row(*row) for row in _by(band, _feature)])
        for category, band in _by(cells, _category)
    ]
    products = frame["product"].drop_duplicates().tolist()
    cell = _cell_width(products, cells, labels)
    longest = fonts.widest([feature_name(each, labels) for each in frame["feature"].unique()])
    wanted = longest * NAME_SLACK + 2 * INSET
    least = min(LEAST_NAMES, wanted)
    tables = max(1, int((area.width + BETWEEN) // (least + len(products) * cell + BETWEEN)))
    key = _key({cell.status for cell in cells}, labels)
    above = height("".join(run.text for run in key), area.width * KEY_WIDTH) + KEY_GAP
    lines = flowed([len(band.rows) for band in bands], int((area.height - above) // ROW) - 1)
    tables = min(tables, columns_of(lines) or 1)
    width = (area.width - (tables - 1) * BETWEEN) / tables
    room = width - len(products) * cell
    names = min(room, max(least, wanted))
    names += (room - names) / (1 + len(products))
    cell = min((width - names) / max(1, len(products)), 2 * cell)
    return Grid(bands, products, lines, key, above, names, cell, tables)


def _by(cells: Sequence[Any], key: Callable[[Any], Any]) -> list[tuple[Any, list[Any]]]:
    return [(found, list(group)) for found, group in groupby(cells, key)]


def _feature(cell: Any) -> str:
    return str(cell.feature)


def _category(cell: Any) -> str | None:
    return cell.category if isinstance(cell.category, str) else None


def _cell_width(products: Sequence[str], cells: Sequence[Any], labels: Labels) -> float:
    heads = [product_name(product, labels.language) for product in products]
    texts = ["".join(_numbers(cell)) for cell in cells]
    return max(fonts.widest(heads), MARK + fonts.widest(texts)) * SLACK + 2 * INSET


def add_tables(shapes: Any, laid: Grid, slide: int, area: Box, labels: Labels) -> None:
    """The tables of one of the slides, the first being 0, with the key over them."""
    add_text(shapes, Box(area.left, area.top, area.width, laid.above), laid.key, labels.language)
    first = slide * laid.tables
    for place, column in enumerate(range(first, first + laid.tables)):
        lines = [each for each in laid.lines if each.column == column]
        if lines:
            width = laid.names + len(laid.products) * laid.cell
            left = area.left + place * (width + BETWEEN)
            _add_table(shapes, laid, lines, (left, area.top + laid.above), labels)


def _key(drawn: Collection[str], labels: Labels) -> list[Run]:
    """What the marks mean; only those that are drawn."""
    runs = []
    for status in (each for each in get_args(CellStatus) if each in drawn):
        runs += [
            Run(MARKS[status], LIGHT.muted, fonts.SIZE, face=SYMBOLS),
            Run(f" {labels(f'status.{status}')}\u2003", LIGHT.muted, fonts.SIZE),
        ]
    said = [labels("chart.key.cell"), labels("chart.key.differs")]
    runs.append(Run("\u2003".join(said), LIGHT.muted, fonts.SIZE))
    return runs


def _add_table(
    shapes: Any, laid: Grid, lines: Sequence[Line], corner: tuple[float, float], labels: Labels
) -> None:
    """One table: the names of the products, then its lines."""
    left, top = corner
    width = laid.names + len(laid.products) * laid.cell
    frame = shapes.add_table(
        len(lines) + 1,
        len(laid.products) + 1,
        *map(emu, (left, top, width, (len(lines) + 1) * ROW)),
    )
    frame.name = labels("slides.table")
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    for column, wide in zip(table.columns, [laid.names, *[laid.cell] * len(laid.products)], strict=True):
        column.width = emu(wide)
    for row in table.rows:
        row.height = emu(ROW)
    _write_head(table, laid.products, labels)
    for place, at in enumerate(lines, start=1):
        band = laid.bands[at.band]
        if at.row is None:
            table.cell(place, 0).merge(table.cell(place, len(laid.products)))
            name = fonts.shortened(band.name, (width - 2 * INSET) / SLACK)
            _write(table.cell(place, 0), [Run(name, LIGHT.muted, fonts.SIZE)], labels, LIGHT.faint, 1)
        else:
            _write_row(table, place, band.rows[at.row], laid, labels)


def _write_head(table: Any, products: Sequence[str], labels: Labels) -> None:
    first = [Run(labels("slides.feature"), LIGHT.muted, fonts.SIZE)]
    _write(table.cell(0, 0), first, labels, LIGHT.faint, RULE)
    for place, product in enumerate(products, start=1):
        name = product_name(product, labels.language)
        runs = [Run(name, LIGHT.text, fonts.SIZE, bold=True)]
        _write(table.cell(0, place), runs, labels, product_colour(LIGHT, product), RULE)


def _write_row(table: Any, place: int, row: Row, laid: Grid, labels: Labels) -> None:
    """A feature's name, bold and with a bar before it where the products differ, and its cells."""
    name = fonts.shortened(feature_name(row.feature, labels), (laid.names - 2 * INSET) / NAME_SLACK)
    runs = [Run(name, LIGHT.text, fonts.SIZE, bold=row.differs or None)]
    _write(table.cell(place, 0), runs, labels, LIGHT.grid, THIN, bar=row.differs)
    for across, cell in enumerate(row.cells, start=1):
        _write(table.cell(place, across), list(_cell(cell)), labels, LIGHT.grid, THIN)


def _cell(cell: Any) -> Iterator[Run]:
    """The mark of a cell, how many quotes it rests on, and the year of the newest."""
    colour = LIGHT.muted if cell.status == "not_mentioned" else product_colour(LIGHT, cell.product)
    yield Run(MARKS[cell.status], colour, fonts.SIZE, face=SYMBOLS)
    if cell.evidence:
        quotes, year = _numbers(cell)
        yield Run(quotes, LIGHT.text, fonts.SIZE)
        yield Run(year, LIGHT.muted, fonts.SIZE)


def _numbers(cell: Any) -> tuple[str, str]:
    """What stands after a mark, with the gaps before it."""
    year = f"\u2002{cell.last_as_of[:4]}" if isinstance(cell.last_as_of, str) else ""
    return f"\u2002{exact(cell.evidence)}", year


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
