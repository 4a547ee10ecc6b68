"""Frames as files for Excel: CSV and XLSX in which no cell is run as a formula and nothing is lost unsaid."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""As many as Excel takes in a sheet, besides the headings; the rest goes to a sheet of its own."""

MOST_CHARACTERS = 32_767
"""UTF-16 units that Excel takes in a cell; a longer text is cut and says how many characters: ``…[+120]``."""

MOST_LINKS = 65_530
"""As many as Excel takes in a sheet; the rest stand as plain addresses."""

LONGEST_ADDRESS = 2_079
"""Characters that Excel takes in a link; a longer one stands as a plain address."""

LONGEST_NAME = 31
"""Of a sheet, in UTF-16 units."""

MOST_DIGITS = 15
"""That Excel keeps of a number; a whole number with more is written as text."""

WIDEST = 60
"""Width of a column at most, in characters."""

MEASURED = 50
"""Rows of a column by which its width is chosen."""

SEPARATOR = "、"
"""Between the values of a cell that holds several."""

NO_NAME = "–"

_UTF_16 = ("utf-16-le", "surrogatepass")

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet may take for a formula (OWASP, CSV Injection)."""


class Link(NamedTuple):
    """A cell that leads to ``address``: a web address, or ``internal:'sheet'!A1``."""

    address: str
    text: str


Cell = str | float | bool | Link | None


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV with its column names, UTF-8 with a byte order mark so that Excel reads it.

    Excel runs a CSV cell that begins like a formula, quoted or not. So a text or a heading that does gets an
    apostrophe before it, which is the one thing in which the file differs from the data.
    """
    cells = [[_guarded(value) for value in frame.iloc[:, place]] for place in range(frame.shape[1])]
    safe = pd.DataFrame(dict(enumerate(cells)), dtype=object)
    headings = [_guarded(str(name)) for name in frame.columns]
    text: str = safe.to_csv(index=False, header=headings, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def xlsx_bytes(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """Frames as a workbook, in sheets as of ``parts``; headings stand when scrolling and can be filtered by.

    Numbers stay numbers, dates are ISO text, lists joined. Every text is written as text and marked as such,
    so that it does not become a formula when it is edited either. A ``Link`` can be followed.
    """
    import xlsxwriter  # takes long to load, and a page is shown without it

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True})
        quoted = workbook.add_format({"quote_prefix": True})
        for name, frame in parts(sheets).items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(map(str, frame.columns)):
                cells = [_cell(value) for value in frame.iloc[:, place]]
                sheet.write_string(0, place, _cut(column), bold)
                _write_column(sheet, place, cells, quoted)
                sheet.set_column(place, place, _width(column, cells))
            if len(frame):
                sheet.autofilter(0, 0, len(frame), frame.shape[1] - 1)
    return target.getvalue()


def parts(sheets: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The frames under names that Excel takes, one with too many rows in several: ``name``, ``name (2)``."""
    found: dict[str, pd.DataFrame] = {}
    for name, frame in sheets.items():
        for first in range(0, max(1, len(frame)), MOST_ROWS):
            found[_unused(name, found)] = frame.iloc[first : first + MOST_ROWS]
    return found


def inside(sheet: str, text: str) -> Link:
    """A link to the beginning of another sheet of the workbook."""
    quoted = sheet.replace("'", "''")
    return Link(f"internal:'{quoted}'!A1", text)


def too_long(text: str) -> bool:
    """Whether Excel takes only the beginning of ``text`` in a cell."""
    return _units(text) > MOST_CHARACTERS


def _unused(name: str, used: Iterable[str]) -> str:
    """A name for a sheet like ``name``: without what Excel refuses, short enough, and not among ``used``."""
    taken = {each.casefold() for each in used} | {"history"}
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip().strip("'").strip() or NO_NAME
    number, ending = 1, ""
    while (made := _shortened(plain, LONGEST_NAME - len(ending)) + ending).casefold() in taken:
        number += 1
        ending = f" ({number})"
    return made


def _shortened(name: str, room: int) -> str:
    """The beginning of ``name`` that fits ``room`` UTF-16 units, with an ellipsis where it is cut."""
    if _units(name) <= room:
        return name
    kept = name.encode(*_UTF_16)[: 2 * (room - 1)].decode(*_UTF_16)
    return (kept[:-1] if "\ud800" <= kept[-1:] <= "\udbff" else kept) + "…"


def _units(text: str) -> int:
    return len(text.encode(*_UTF_16)) // 2


def _write_column(sheet: Worksheet, place: int, cells: Collection[Cell], quoted: Format) -> None:
    for row, cell in enumerate(cells, start=1):
        if isinstance(cell, Link):
            _write_link(sheet, row, place, cell)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, place, cell)
        elif isinstance(cell, str):
            sheet.write_string(row, place, cell, quoted if cell.startswith(_FORMULA) else None)
        elif cell is not None:
            sheet.write_number(row, place, cell)


def _write_link(sheet: Worksheet, row: int, place: int, link: Link) -> None:
    if row > MOST_LINKS or len(link.address) > LONGEST_ADDRESS:
        sheet.write_string(row, place, _cut(link.address))
    else:
        sheet.write_url(row, place, link.address, string=_cut(link.text))


def _cell(value: Any) -> Cell:
    """A value as Excel holds it."""
    if isinstance(value, Link):
        return value
    plain = _plain(value)
    if isinstance(plain, str):
        return _cut(plain)
    if isinstance(plain, float) and not isfinite(plain):
        return str(plain)
    if isinstance(plain, int) and abs(plain) >= 10**MOST_DIGITS:
        return str(plain)
    return plain


def _plain(value: Any) -> str | float | bool | None:
    """A value as text, number, truth or nothing."""
    if isinstance(value, Link):
        return value.address
    if isinstance(value, list | tuple):
        return SEPARATOR.join(map(str, value)) or None
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return str(value.date().isoformat())
    return value if isinstance(value, bool | int | float) else str(value)


def _cut(text: str) -> str:
    if not too_long(text):
        return text
    kept = len(_shortened(text, MOST_CHARACTERS - len(f"[+{len(text)}]"))) - 1
    return f"{text[:kept]}…[+{len(text) - kept}]"


def _guarded(value: Any) -> Any:
    plain = _plain(value)
    return f"'{plain}" if isinstance(plain, str) and plain.startswith(_FORMULA) else plain


def _width(heading: str, cells: Iterable[Cell]) -> float:
    """Characters that fit the column's first rows; a Han character takes the room of two."""
    shown = [heading, *_first_texts(cells)]
    return min(WIDEST, 2 + max(len(text) + sum(char > "\u2e7f" for char in text) for text in shown))


def _first_texts(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in islice(cells, MEASURED):
        if cell is not None:
            yield cell.text if isinstance(cell, Link) else str(cell)
