"""A table of a store as a file for a spreadsheet or another program."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["csv", "xlsx", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def table_file(name: str, table: pa.Table, form: Format) -> bytes:
    """The table called ``name`` as the bytes of a file.

    CSV begins with a byte order mark and XLSX has one sheet, called like the table; in both a cell that
    begins like a formula stays text. JSON is a list with one object a row; a missing value is null.
    """
    writers: dict[Format, Callable[[str, pa.Table], bytes]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
    return writers[form](name, table)


def _csv(_: str, table: pa.Table) -> bytes:
    from analysis.exports.spreadsheets import csv_bytes

    return csv_bytes(_frame(table))


def _xlsx(name: str, table: pa.Table) -> bytes:
    from analysis.exports.spreadsheets import xlsx_bytes

    return xlsx_bytes({name: _frame(table)})


def _frame(table: pa.Table) -> pd.DataFrame:
    """The table with whole numbers staying whole where some are missing."""
    return table.to_pandas(integer_object_nulls=True)


def _json(_: str, table: pa.Table) -> bytes:
    return json.dumps(table.to_pylist(), ensure_ascii=False, indent=1, allow_nan=False).encode()
