"""The feature matrix as it is read: bands of features by category, a cell for each product."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from analysis.schema import CellStatus


class Cell(NamedTuple):
    """What is said of a feature and a product, the columns of ``frames.matrix.matrix``."""

    feature: str
    category: str | None
    product: str
    status: CellStatus
    evidence: int
    last_as_of: str | None

    @property
    def year(self) -> str:
        """The year of the newest quote; empty where none is dated."""
        return self.last_as_of[:4] if self.last_as_of else ""


class Row(NamedTuple):
    """A feature and its cells in the order of the products."""

    feature: str
    cells: Sequence[Cell]

    @property
    def differs(self) -> bool:
        """Whether the products do; not being mentioned is no difference."""
        return len({cell.status for cell in self.cells} - {"not_mentioned"}) > 1


class Band(NamedTuple):
    """A category, None for features that were discovered, and its features."""

    category: str | None
    rows: Sequence[Row]


def cells_of(frame: pd.DataFrame) -> list[Cell]:
    """The rows of a frame as of ``frames.matrix.matrix``, in order."""
    columns = frame[list(Cell._fields)].astype(object)
    return [Cell(*row) for row in columns.where(columns.notna(), None).itertuples(index=False)]


def bands_of(cells: Iterable[Cell]) -> list[Band]:
    """The cells, which stand in order of category and feature, in bands."""
    return [
        Band(category, [Row(feature, list(row)) for feature, row in groupby(band, lambda cell: cell.feature)])
        for category, band in groupby(cells, lambda cell: cell.category)
    ]
