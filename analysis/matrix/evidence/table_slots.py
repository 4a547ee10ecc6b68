"""Tables in which products stand against features: which cell speaks of which product and feature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from analysis.document import Span
from analysis.reading.tables import Cell, Table
from analysis.schema import Mention

Item = TypeVar("Item")
HEADING_ROWS = 3
"""Rows at the top of a table among which the one that names the products is looked for."""

BESIDE_THE_NAME = 8
"""Characters that a heading may have besides a product's name (飞书商业版)."""

BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
EXPLAINS = re.compile(r"(?:功能)?(?:说明|描述|备注|简介|含义|注释|编号|序号)")
SPEAKS_OF_USERS = re.compile(r".{0,4}(?:适用|适合|场景|人群|定位|推荐|公司|厂商|官网|开发商).{0,4}")


class Slot(NamedTuple):
    """A cell of the table under a product and a feature's heading, and the row that it stands in."""

    cell: Cell
    product: str
    heading: Cell | None
    row: Span


def slots(body: str, table: Table, mentions: Sequence[Mention], owners: Mapping[str, str]) -> list[Slot]:
    """Cells that say what a product has; none in a table whose columns and rows no product heads.

    ``mentions`` are those in the table, ``owners`` maps a product to the one whose features its features are.
    """
    return [slot for slot in _all(body, table, mentions, owners) if _of_features(body, slot)]


def _all(body: str, table: Table, mentions: Sequence[Mention], owners: Mapping[str, str]) -> Iterator[Slot]:
    named = [[_product(body, cell, mentions, owners) for cell in row] for row in table.rows]
    down = max((0, 1), key=lambda column: sum(bool(_at(row, column)) for row in named))
    products = [_at(row, down) for row in named]
    for number, row in enumerate(named[:HEADING_ROWS]):
        columns = {column: name for column, name in enumerate(row) if column and name is not None}
        if any(columns.values()) and sum(map(bool, row)) >= sum(map(bool, products)):
            yield from _in_columns(body, table, number, columns)
            return
    if any(products):
        yield from _in_rows(table, down, products)


def _product(
    body: str, cell: Cell | None, mentions: Sequence[Mention], owners: Mapping[str, str]
) -> str | None:
    """The product that a heading names: empty for one that owns no features, None for none."""
    if cell is None:
        return None
    inside = [m for m in mentions if cell.start <= m.start and m.end <= cell.end]
    named = [m for m in inside if m.entity_type == "product"]
    rest = len(BRACKETED.sub("", body[cell.start : cell.end])) - sum(m.end - m.start for m in inside)
    if not named or rest > BESIDE_THE_NAME:
        return None
    whose = {owners.get(mention.entity, "") for mention in named}
    return whose.pop() if len(whose) == 1 else ""


def _of_features(body: str, slot: Slot) -> bool:
    """Whether a cell speaks of the product, not of who uses or makes it (适用场景)."""
    heading = slot.heading
    return not (heading and SPEAKS_OF_USERS.fullmatch(body, heading.start, heading.end))


def _in_columns(body: str, table: Table, heading_row: int, columns: Mapping[int, str]) -> Iterator[Slot]:
    """Slots of a table with products at the heads of its columns."""
    first = min(columns)
    explaining = {
        column
        for column, cell in enumerate(table.rows[heading_row][:first])
        if cell and EXPLAINS.fullmatch(body[cell.start : cell.end])
    }
    for row in table.rows[heading_row + 1 :]:
        heads = [cell for column, cell in enumerate(row[:first]) if cell and column not in explaining]
        own = [cell for cell in heads if not cell.continued]
        heading = own[-1] if own else None
        for column, product in columns.items():
            cell = _at(row, column)
            if cell and product and cell != heading:
                yield Slot(cell, product, heading, _row_span(row))


def _in_rows(table: Table, column: int, products: Sequence[str | None]) -> Iterator[Slot]:
    """Slots of a table with a product at the head of each row, features in its first row."""
    for row, product in zip(table.rows[1:], products[1:], strict=True):
        for place in range(column + 1, len(row)):
            cell = _at(row, place)
            if cell and product:
                yield Slot(cell, product, _at(table.rows[0], place), _row_span(row))


def _at(row: Sequence[Item | None], column: int) -> Item | None:
    return row[column] if column < len(row) else None


def _row_span(row: Sequence[Cell | None]) -> Span:
    """From the first cell that begins in a row to the end of the last."""
    own = [cell for cell in row if cell and not cell.continued]
    return Span(min(cell.start for cell in own), max(cell.end for cell in own)) if own else Span(0, 0)
