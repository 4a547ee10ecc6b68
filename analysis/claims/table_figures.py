"""Figures in tables: a cell is read as if the heading of its column or row stood right before it.

``| 钉钉 | 6亿 |`` under ``| 产品 | 用户数 |`` is 用户数6亿, and it is about what the other heading names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.claims.dates import dates
from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.sentence import Sentence
from analysis.document import Document, Span
from analysis.reading.clause_spans import Row
from analysis.reading.tables import Cell, tables
from analysis.schema import Event, Mention

LONGEST_CELL = 24
"""Characters of a cell that is nothing but a figure."""
LONGEST_HEADING = 30
"""Characters of a heading that says what its cells count; what is longer is prose."""
OPENING = 6
"""Characters of a cell before its number: 约, 超过, ¥."""
CLOSING = 6
"""Characters of a cell behind its figure: 以上, /人/月."""

GIVEN_UNIT = re.compile(r"\((?:单位[::]?)?(?P<scale>[十百千万亿]*)(?P<unit>[^()]{0,8})\)")
ASIDE = re.compile(r"\([^()]*\)")
NEGATIVE = re.compile("[-−–—][0-9]")
SCALED = re.compile("[十百千万亿%]")


class CellFigure(NamedTuple):
    """A quantity with the article's offsets, the entity its headings name, and the date they state.

    ``table`` is where its table begins.
    """

    quantity: Quantity
    subject: str | None
    as_of: str | None
    table: int


def find(
    document: Document, mentions: Sequence[Mention], events: Sequence[Event], quantities: Quantities
) -> Iterator[CellFigure]:
    """Figures of the cells below the first row and behind the first column, table by table."""
    for table in tables(document.text, document.body):
        top = table.rows[0]
        for row in table.rows[1:]:
            for column, cell in enumerate(row[1:], start=1):
                if cell is None or cell.continued or cell.end - cell.start > LONGEST_CELL:
                    continue
                headings = [one for one in (*top[column : column + 1], row[0]) if one]
                headings.sort(key=lambda one: _first(mentions, [one]) is not None)
                quantity = _quantity(document.body, headings, cell, quantities)
                if quantity:
                    named = _first(mentions, headings)
                    dated = _first(events, headings)
                    yield CellFigure(quantity, named and named.entity, dated and dated.iso, table.span.start)


def _quantity(body: str, headings: Sequence[Cell], cell: Cell, quantities: Quantities) -> Quantity | None:
    """The figure of a cell under the first of its headings that makes it one; names come last.

    A heading that says per what time it is counted goes first.
    """
    short = [one for one in headings if one.end - one.start <= LONGEST_HEADING]
    under = [_under(narrow(body[one.start : one.end]), body, cell, quantities) for one in short]
    found = [one for one in under if one]
    return next((one for one in found if one.period), found[0] if found else None)


def _under(heading: str, body: str, cell: Cell, quantities: Quantities) -> Quantity | None:
    words = narrow(body[cell.start : cell.end])
    bare = ASIDE.sub("", heading).strip()
    text = bare + _with_unit(words, heading)
    taken = [Span(one.start, one.end) for one in dates.find(text)]
    for one in quantities(Sentence(text), taken):
        whole = one.start <= len(bare) + OPENING and one.surface_end >= len(bare) + len(words) - CLOSING
        if one.start >= len(bare) and whole:
            offset = cell.start - len(bare)
            found = one._replace(
                start=one.start + offset,
                end=min(one.end + offset, cell.end),
                surface_end=min(one.surface_end + offset, cell.end),
                clause=Span(cell.start, cell.end),
                rule=f"{one.rule}_in_table",
            )
            return _negative(found, cell) if NEGATIVE.match(words) else found
    return None


def _negative(quantity: Quantity, cell: Cell) -> Quantity:
    """The figure of a cell that begins with a minus, which is a part of it."""
    return quantity._replace(start=cell.start, value=-quantity.value) if quantity.value else quantity


def _with_unit(words: str, heading: str) -> str:
    """The words of a cell with the unit that its heading gives in brackets: 2,000+ under 月活(万)."""
    given = GIVEN_UNIT.search(heading)
    if given is None or SCALED.search(words):
        return words
    number = words.rstrip("+ ")
    return number + given["scale"] + given["unit"] + words[len(number) :]


def _first(rows: Sequence[Row], cells: Sequence[Cell]) -> Row | None:
    """The first row that begins in one of the cells."""
    for cell in cells:
        place = bisect_left(rows, cell.start, key=lambda one: one.start)
        if place < len(rows) and rows[place].start < cell.end:
            return rows[place]
    return None
