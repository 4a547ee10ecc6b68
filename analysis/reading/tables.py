"""Tables in an article, of HTML and of lines divided by bars, tabs or spaces: cells with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from analysis.document import Span

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>table|tr|td|th)\b(?P<given>[^<>]*)>", re.IGNORECASE)
_SPANNED = re.compile(r"(?P<name>rowspan|colspan)\s*=\s*[\"']?(?P<number>\d{1,3})", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[\s|｜│┃:+┌┬┐├┼┤└┴┘]*[-=─━]{2}[\s|｜│┃:+=─━┌┬┐├┼┤└┴┘-]*")
"""A line that is drawn between rows: ``|---|:--:|``, ``+----+----+``, ``----  ----``."""

_PIPED = re.compile(r"\s*[|｜│┃].*[|｜│┃]\s*")
_DIVIDED = {
    "|": re.compile(r"[|｜│┃]"),
    "\t": re.compile(r"\t+"),
    "  ": re.compile(r"[ \u00a0]*\u3000[ \u00a0\u3000]*|[ \u00a0]{2,}"),
}
"""What divides the cells of a line, by name; columns aligned with spaces are the last to be thought of."""

_MAY_DIVIDE = re.compile(r"[|｜│┃\t\u3000]|[ \u00a0]{2}")
"""What stands in every line that one of these divides, and in few others."""

_FEWEST_ALIGNED = 3
"""Lines from which columns aligned with spaces are a table."""

_LONGEST_ALIGNED = 16
"""Characters of a cell in such a table: what is longer is a sentence with gaps."""

_WIDEST = 60
"""Columns and rows that one cell can span: what is more is a mistake of the page."""


class Cell(NamedTuple):
    """What a cell holds, without white space at its ends; ``continued`` where it began in a row above."""

    start: int
    end: int
    continued: bool = False


@dataclass(frozen=True)
class Table:
    """A grid; a cell that spans several columns or rows stands in each of them, None where there is none."""

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def span(self) -> Span:
        """From the first cell to the end of the last."""
        cells = [cell for row in self.rows for cell in row if cell]
        return Span(min(cell.start for cell in cells), max(cell.end for cell in cells))


def divider(markup: str) -> str:
    """What a quote has in the place of ``markup``: a bar if a cell begins in it, else nothing."""
    return " | " if _CELL.search(markup) else ""


@lru_cache(maxsize=1)
def tables(text: str, body: str) -> tuple[Table, ...]:
    """Tables of at least two rows and two columns, in order; those of the article read last are kept.

    ``text`` is the article as decoded, ``body`` the same with its markup blank: structure is read from the
    one, the cells from the other. A table that holds another one is only the layout of a page.
    """
    found = [*_in_html(text, body), *_in_lines(text, body)]
    kept = [Table(rows) for rows in found if len(rows) > 1 and max(map(len, rows)) > 1]
    filled = (table for table in kept if any(map(any, table.rows)))
    return tuple(sorted(filled, key=lambda table: table.span))


def _in_html(text: str, body: str) -> Iterator[tuple[tuple[Cell | None, ...], ...]]:
    tags = list(_TAG.finditer(text))
    opened: int | None = None
    for number, tag in enumerate(tags):
        if tag["name"].lower() != "table":
            continue
        if tag["closing"] and opened is not None:
            yield _grid(tags[opened + 1 : number + 1], body)
        opened = None if tag["closing"] else number


def _grid(tags: Sequence[re.Match[str]], body: str) -> tuple[tuple[Cell | None, ...], ...]:
    """Rows of the cells that the tags between ``<table>`` and ``</table>`` open, spans filled in."""
    rows: list[list[Cell | None]] = []
    hanging: dict[int, tuple[Cell | None, int]] = {}
    for tag, following in pairwise(tags):
        name = tag["name"].lower()
        if tag["closing"] or name == "table":
            continue
        if name == "tr" or not rows:
            rows.append([])
        if name != "tr":
            hanging = _continued(rows[-1], hanging)
            given = {match["name"].lower(): int(match["number"]) for match in _SPANNED.finditer(tag["given"])}
            cell = _cell(body, tag.end(), following.start())
            for _ in range(max(1, min(given.get("colspan", 1), _WIDEST))):
                below = min(given.get("rowspan", 1), _WIDEST) - 1
                if below > 0:
                    hanging[len(rows[-1])] = (cell and cell._replace(continued=True), below + 1)
                rows[-1].append(cell)
        elif len(rows) > 1:
            _continued(rows[-2], hanging)
            hanging = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
    if rows:
        _continued(rows[-1], hanging)
    return tuple(tuple(row) for row in rows)


def _continued(
    row: list[Cell | None], hanging: dict[int, tuple[Cell | None, int]]
) -> dict[int, tuple[Cell | None, int]]:
    """Adds the cells that hang down from above at the end of a row so far; gives ``hanging`` back."""
    while len(row) in hanging:
        row.append(hanging[len(row)][0])
    return hanging


class _Line(NamedTuple):
    """A line with its first character, what divides it into cells, and whether it is drawn between rows."""

    start: int
    words: str
    mark: str | None
    is_rule: bool


def _in_lines(text: str, body: str) -> Iterator[tuple[tuple[Cell | None, ...], ...]]:
    """Tables of consecutive lines that the same mark divides, rules drawn between them or not."""
    run: list[_Line] = []
    for found in _LINE.finditer(text):
        line = _line(found)
        if run and _goes_on(text, run, line):
            run.append(line)
            continue
        yield from _lines_as_rows(run, body)
        run = [line] if line.mark or line.is_rule else []
    yield from _lines_as_rows(run, body)


def _line(found: re.Match[str]) -> _Line:
    words = found[0]
    if _RULE.fullmatch(words):
        return _Line(found.start(), words, None, is_rule=True)
    if not _MAY_DIVIDE.search(words):
        return _Line(found.start(), words, None, is_rule=False)
    bare = words.strip()
    mark = next((mark for mark, divided in _DIVIDED.items() if divided.search(bare)), None)
    return _Line(found.start(), words, mark, is_rule=False)


def _goes_on(text: str, run: Sequence[_Line], line: _Line) -> bool:
    """Whether a line follows on a run, divided as its first or last line is."""
    last = run[-1]
    if text.count("\n", last.start + len(last.words), line.start) > 1:
        return False
    if line.is_rule:
        return True
    known = last.mark or run[0].mark or (run[-2].mark if len(run) > 1 else None)
    return line.mark is not None and known in (None, line.mark)


def _lines_as_rows(run: Sequence[_Line], body: str) -> Iterator[tuple[tuple[Cell | None, ...], ...]]:
    lines = [line for line in run if not line.is_rule]
    if len(lines) < 2:
        return
    mark = lines[0].mark or "|"
    ruled = any(line.is_rule for line in run[1:-1])
    if mark == "  ":
        yield from _aligned(lines, body)
    elif mark == "\t" or ruled or all(_PIPED.fullmatch(line.words) for line in lines):
        yield tuple(tuple(_cells(line, mark, body)) for line in lines)


def _aligned(lines: Sequence[_Line], body: str) -> Iterator[tuple[tuple[Cell | None, ...], ...]]:
    """Columns aligned with spaces: as many short cells in every line; the first may lack its first one."""
    if len(lines) < _FEWEST_ALIGNED:
        return
    rows: list[list[Cell | None]] = []
    for line in lines:
        rows.append(list(_cells(line, "  ", body)))
        if any(cell and cell.end - cell.start > _LONGEST_ALIGNED for cell in rows[-1]):
            return
    if len(rows[0]) + 1 == len(rows[1]) and lines[0].words[:1].isspace():
        rows[0].insert(0, None)
    if len({len(row) for row in rows}) == 1:
        yield tuple(map(tuple, rows))


def _cells(line: _Line, mark: str, body: str) -> Iterator[Cell | None]:
    """Cells between the marks; those at a line's very ends that only close it are none."""
    marks = list(_DIVIDED[mark].finditer(line.words))
    edges = [0, *(edge for found in marks for edge in found.span()), len(line.words)]
    for number, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        at_an_end = mark != "\t" and number in (0, len(marks))
        if not (at_an_end and not line.words[start:end].strip()):
            yield _cell(body, line.start + start, line.start + end)


def _cell(body: str, start: int, end: int) -> Cell | None:
    words = body[start:end].strip()
    if not words:
        return None
    first = body.index(words, start)
    return Cell(first, first + len(words))
