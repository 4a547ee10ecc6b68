"""Frames as files for Excel: CSV and XLSX in which nothing is ever run as a formula."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

MOST_CHARACTERS = 32_767
"""As many as Excel takes in a cell; a longer text is cut and ends in an ellipsis."""

WIDEST = 60
"""Width of a column at most, in characters."""

SEPARATOR = "、"
"""Between the values of a cell that holds several."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV with its column names, UTF-8 with a byte order mark so that Excel reads it.

    A text that Excel would take for a formula gets an apostrophe before it.
    """
    cells = {name: [_guarded(value) for value in frame[name]] for name in frame.columns}
    safe = pd.DataFrame(cells, dtype=object)
    text: str = safe.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def xlsx_bytes(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Frames as a workbook, one sheet each, named by its key; headings stand when scrolling.

    Numbers stay numbers, every text is written as text, dates as ISO text, lists joined.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        for name, frame in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(frame.columns):
                cells = [_cell(value) for value in frame[column]]
                sheet.write_string(0, place, str(column), bold)
                _write_column(sheet, place, cells)
                sheet.set_column(place, place, _width(str(column), cells))
    return target.getvalue()


def _write_column(sheet: Any, place: int, cells: Collection[str | float | bool | None]) -> None:
    for row, cell in enumerate(cells, start=1):
        if isinstance(cell, bool):
            sheet.write_boolean(row, place, cell)
        elif isinstance(cell, str):
            sheet.write_string(row, place, cell)
        elif cell is not None:
            sheet.write_number(row, place, cell)


def _cell(value: Any) -> str | float | bool | None:
    """A value as Excel holds it: text, number, truth or nothing."""
    if isinstance(value, list | tuple):
        return _cut(SEPARATOR.join(map(str, value))) or None
    if hasattr(value, "tolist"):
        return _cell(value.tolist())
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return str(value.date().isoformat())
    return value if isinstance(value, bool | int | float) else _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def _guarded(value: Any) -> Any:
    cell = _cell(value)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _width(heading: str, cells: Collection[object]) -> float:
    """Characters that fit the column's first rows; a Han character takes the room of two."""
    shown = [heading, *(str(cell) for cell in list(cells)[:50] if cell is not None)]
    return min(WIDEST, 2 + max(len(text) + sum(char > "\u2e7f" for char in text) for text in shown))
