"""Dates over the columns of a table: they date the figures below them, and tell nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.claims.numbers.numerals import narrow
from analysis.document import Document
from analysis.reading.tables import Cell, Table, tables
from analysis.schema import Event

ASIDE = re.compile(r"\s*(?:\([^()]*\))?")
"""What a heading can say behind its date: 2024年(亿元)."""


def told(document: Document, events: Sequence[Event]) -> list[Event]:
    """The events of a document without those that only head columns, as 指标|2022年|2023年 does."""
    dated = {one.start: one for one in events}
    heads = {
        start for table in tables(document.text, document.body) for start in _heads(document, table, dated)
    }
    return [one for one in events if one.start not in heads]


def _heads(document: Document, table: Table, dated: dict[int, Event]) -> Iterator[int]:
    """Where the dates of a table's first row begin, if it has nothing else and no column lists dates."""
    top, *below = (row[1:] for row in table.rows)
    headings = [cell for cell in top if cell]
    lists_dates = any(cell.start in dated for row in below for cell in row if cell)
    if headings and not lists_dates and all(_is_date(document.body, cell, dated) for cell in headings):
        yield from (cell.start for cell in headings)


def _is_date(body: str, cell: Cell, dated: dict[int, Event]) -> bool:
    date = dated.get(cell.start)
    return date is not None and ASIDE.fullmatch(narrow(body[date.end : cell.end])) is not None
