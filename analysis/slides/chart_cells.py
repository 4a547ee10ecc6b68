"""The workbook inside a native chart: the cells from which PowerPoint draws it anew when they are edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from analysis.slides.elements import plain

SHEET = "Sheet1"

DAY = "yyyy-mm-dd"

Cell = str | float | None

NOTHING_RUNS: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def workbook(rows: Sequence[Sequence[Cell]], formats: Mapping[int, str] | None = None) -> bytes:
    """An Excel workbook of one sheet with these cells; texts stay texts, whatever they begin with.

    ``formats`` gives columns, by their place, a number format.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(target, NOTHING_RUNS) as book:
        sheet = book.add_worksheet(SHEET)
        for place, code in (formats or {}).items():
            sheet.set_column(place, place, 12, book.add_format({"num_format": code}))
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(down, across, plain(cell))
                elif cell is not None:
                    sheet.write_number(down, across, cell)
    return target.getvalue()


def cells(column: int, first: int, last: int | None = None) -> str:
    """A reference to cells of one column, by their places from 0: ``Sheet1!$B$2:$B$5``."""
    letter = xl_col_to_name(column)
    start = f"{SHEET}!${letter}${first + 1}"
    return start if last is None or last == first else f"{start}:${letter}${last + 1}"
