"""What a cell of the feature matrix says on a slide: a mark, how many quotes it rests on, and a year."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from analysis.charts import fonts
from analysis.charts.matrix_bands import Cell
from analysis.charts.numbers import exact
from analysis.charts.theme import LIGHT, product_colour
from analysis.schema import CellStatus
from analysis.slides.elements import Run
from analysis.strings.labels import Labels

MARKS: dict[CellStatus, str] = {
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


def runs(cell: Cell) -> list[Run]:
    """The mark of a cell, how many quotes it rests on, and the year of the newest."""
    colour = LIGHT.muted if cell.status == "not_mentioned" else product_colour(LIGHT, cell.product)
    mark = Run(MARKS[cell.status], colour, fonts.SIZE, face=SYMBOLS)
    if not cell.evidence:
        return [mark]
    quotes, year = _numbers(cell)
    return [mark, Run(quotes, LIGHT.text, fonts.SIZE), Run(year, LIGHT.muted, fonts.SIZE)]


def width_of_numbers(cells: Collection[Cell]) -> float:
    """What the widest of all that stands after a mark takes, in points of our own font."""
    return fonts.widest(["".join(_numbers(cell)) for cell in cells])


def key(drawn: Collection[CellStatus], labels: Labels) -> list[Run]:
    """What the marks mean; only those of the statuses that are drawn."""
    found = []
    for status in (each for each in get_args(CellStatus) if each in drawn):
        found += [
            Run(MARKS[status], LIGHT.muted, fonts.SIZE, face=SYMBOLS),
            Run(f" {labels(f'status.{status}')}\u2003", LIGHT.muted, fonts.SIZE),
        ]
    said = [labels("chart.key.cell"), labels("chart.key.differs")]
    return [*found, Run("\u2003".join(said), LIGHT.muted, fonts.SIZE)]


def shown_of(products: int, of: int, labels: Labels) -> list[Run]:
    """That only the first ``products`` of so many are shown; nothing where all are."""
    if products == of:
        return []
    said = labels("chart.first_columns", drawn=products, columns=of)
    return [Run(f"\u2003{said}", LIGHT.muted, fonts.SIZE)]


def _numbers(cell: Cell) -> tuple[str, str]:
    """The number of quotes and the newest year, each with the gap before it."""
    return f"\u2002{exact(cell.evidence)}", f"\u2002{cell.year}" if cell.year else ""
