"""Evidence from tables of features: the feature of a row, the product of a column, the status of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.discovery import Discovery
from analysis.matrix.feature_words import FeatureHit, FeatureWords
from analysis.matrix.status import StatusCues
from analysis.reading.tables import Cell, Table, tables
from analysis.schema import Mention, Status

Item = TypeVar("Item")
MARK_COLUMNS = ("mark", "status", "example")
HEADING_ROWS = 3
"""Rows at the top of a table among which the one that names the products is looked for."""

BESIDE_THE_NAME = 8
"""Characters that a heading may have besides a product's name (飞书商业版)."""

LONGEST_NAME = 12
"""Characters of a feature that no lexicon holds."""

SOLID = "●"
VARIANT = "\ufe0f"
BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
EXPLAINS = re.compile(r"(?:功能)?(?:说明|描述|备注|简介|含义|注释|编号|序号)")
AROUND_A_WEAK_WORD = re.compile(r"(?:^|[、/和与及或\s+&(（：:])$")
AFTER_A_WEAK_WORD = re.compile(
    r"(?:功能|管理|能力|系统|服务|应用|工具|支持|模块|插件|板块|设置)?(?:$|[、/和与及或\s+&)）(（：:])"
)


class TableHit(NamedTuple):
    """What a table says of a product: the row to quote, the words or the mark, feature, product, status."""

    row: Span
    start: int
    end: int
    feature: str
    product: str
    status: Status
    known: bool
    rule: str


class _Named(NamedTuple):
    """A feature in a heading: its key and where it stands."""

    feature: str
    start: int
    end: int
    known: bool


class _Slot(NamedTuple):
    """A cell of the table under a product and a feature's heading, and the row that it stands in."""

    cell: Cell
    product: str
    heading: Cell | None
    row: Span


@dataclass(frozen=True)
class TableEvidence:
    """Reads tables in which products stand against features, in columns or in rows."""

    words: FeatureWords
    discovery: Discovery
    status: StatusCues
    owners: Mapping[str, str]
    marks: Mapping[str, str]

    @classmethod
    def load(
        cls,
        words: FeatureWords,
        discovery: Discovery,
        status: StatusCues,
        owners: Mapping[str, str],
        lexicons: Path = lexicon.FOLDER,
    ) -> Self:
        """Reads table_marks; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "table_marks.tsv", MARK_COLUMNS)
        return cls(words, discovery, status, owners, {row["mark"]: row["status"] for row in rows})

    def __call__(
        self, document: Document, mentions: Sequence[Mention], hits: Sequence[FeatureHit]
    ) -> tuple[list[TableHit], list[Span]]:
        """What tables say, and where the tables are that were read; ``hits`` are features named in prose.

        The cell under a product beside a feature's heading gives that feature its status; a feature named
        in a product's cell is the product's own.
        """
        found: list[TableHit] = []
        read: list[Span] = []
        for table in tables(document.text, document.body):
            inside = [m for m in mentions if table.span.start <= m.start and m.end <= table.span.end]
            slots = list(self._slots(document.body, table, inside))
            if slots:
                read.append(table.span)
                found += self._said(document.body, table, slots, hits)
        return found, read

    def _slots(self, body: str, table: Table, mentions: Sequence[Mention]) -> Iterator[_Slot]:
        named = [[self._product(body, cell, mentions) for cell in row] for row in table.rows]
        down = max((0, 1), key=lambda column: sum(bool(_at(row, column)) for row in named))
        products = [_at(row, down) for row in named]
        for number, row in enumerate(named[:HEADING_ROWS]):
            columns = {column: name for column, name in enumerate(row) if column and name is not None}
            if any(columns.values()) and sum(map(bool, row)) >= sum(map(bool, products)):
                yield from _in_columns(body, table, number, columns)
                return
        if any(products):
            yield from _in_rows(table, down, products)

    def _product(self, body: str, cell: Cell | None, mentions: Sequence[Mention]) -> str | None:
        """The product that a heading names: empty for one that owns no features, None for none."""
        if cell is None:
            return None
        inside = [m for m in mentions if cell.start <= m.start and m.end <= cell.end]
        named = [m for m in inside if m.entity_type == "product"]
        rest = len(BRACKETED.sub("", body[cell.start : cell.end])) - sum(m.end - m.start for m in inside)
        if not named or rest > BESIDE_THE_NAME:
            return None
        owners = {self.owners.get(mention.entity, "") for mention in named}
        return owners.pop() if len(owners) == 1 else ""

    def _said(
        self, body: str, table: Table, slots: Sequence[_Slot], hits: Sequence[FeatureHit]
    ) -> Iterator[TableHit]:
        solid = any(cell and body[cell.start] == SOLID for row in table.rows for cell in row)
        statuses = [self._status(body, slot.cell, solid=solid) for slot in slots]
        marked = {
            slot.heading
            for slot, status in zip(slots, statuses, strict=True)
            if status == "has" and self._mark(body, slot.cell)
        }
        for slot, status in zip(slots, statuses, strict=True):
            named = self._features(body, slot.heading) if slot.heading else []
            if status and named:
                yield from (_hit(slot, each, status) for each in named)
            elif status and slot.heading and slot.heading in marked and self._mark(body, slot.cell):
                yield from (_hit(slot, each, status) for each in self._discovered(body, slot.heading))
            yield from self._in_cell(body, slot, hits)

    def _in_cell(self, body: str, slot: _Slot, hits: Sequence[FeatureHit]) -> Iterator[TableHit]:
        """Features named in a product's cell, words with other meanings where they stand alone."""
        cell = Span(slot.cell.start, slot.cell.end)
        named = [hit for hit in hits if cell.start <= hit.start and hit.end <= cell.end]
        known = {hit.start for hit in named}
        alone = (
            FeatureHit(each.start, each.end, each.feature, None)
            for each in self._features(body, slot.cell)
            if each.start not in known and not self._mark(body, slot.cell)
        )
        for hit in (*named, *alone):
            said = self.status(body, cell, Span(hit.start, hit.end), None)
            product = hit.product or slot.product
            yield TableHit(slot.row, hit.start, hit.end, hit.feature, product, said, hit.known, "table_cell")

    def _features(self, body: str, heading: Cell) -> list[_Named]:
        """Known features that a heading names; a word with other meanings only if it stands alone."""
        found = []
        for match in self.words.gazetteer.find(body[heading.start : heading.end]):
            start, end = heading.start + match.start, heading.start + match.end
            whole = AROUND_A_WEAK_WORD.search(body[heading.start : start]) and AFTER_A_WEAK_WORD.match(
                body[end : heading.end]
            )
            if match.value.feature and (whole or not match.value.weak):
                found.append(_Named(match.value.feature, start, end, known=True))
        gapped = (
            _Named(feature, *match.span(), known=True)
            for pattern, feature in self.words.gapped
            for match in pattern.finditer(body, heading.start, heading.end)
        )
        return found or list(gapped)[:1]

    def _discovered(self, body: str, heading: Cell) -> Iterator[_Named]:
        """A heading that no lexicon holds, where it is short and names nothing else."""
        name = body[heading.start : heading.end]
        if 1 < len(name) <= LONGEST_NAME and name.isalnum() and self.discovery.sensible(name):
            yield _Named(name, heading.start, heading.end, known=False)

    def _status(self, body: str, cell: Cell, *, solid: bool) -> Status | None:
        mark = self._mark(body, cell)
        if mark == "hollow":
            return "lacks" if solid else "has"
        if mark == "unknown":
            return None
        if mark in {"has", "lacks", "planned"}:
            return mark  # type: ignore[return-value]
        return self.status.of_phrase(body[cell.start : cell.end])

    def _mark(self, body: str, cell: Cell) -> str | None:
        words = body[cell.start : cell.end].replace(VARIANT, "")
        for length in range(min(6, len(words)), 0, -1):
            mark, rest = words[:length], words[length : length + 1]
            if mark in self.marks and (not rest.isalnum() or not mark.isalnum()) and rest not in ("'", "-"):
                return self.marks[mark]
        return None


def _in_columns(body: str, table: Table, heading_row: int, columns: Mapping[int, str]) -> Iterator[_Slot]:
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
                yield _Slot(cell, product, heading, _row_span(row))


def _in_rows(table: Table, column: int, products: Sequence[str | None]) -> Iterator[_Slot]:
    """Slots of a table with a product at the head of each row, features in its first row."""
    for row, product in zip(table.rows[1:], products[1:], strict=True):
        for place in range(column + 1, len(row)):
            cell = _at(row, place)
            if cell and product:
                yield _Slot(cell, product, _at(table.rows[0], place), _row_span(row))


def _hit(slot: _Slot, named: _Named, status: Status) -> TableHit:
    """A feature with its status; where its heading is in another row the mark is what is named."""
    inside = slot.row.start <= named.start and named.end <= slot.row.end
    place = (named.start, named.end) if inside else (slot.cell.start, slot.cell.end)
    return TableHit(slot.row, *place, named.feature, slot.product, status, named.known, "table_row")


def _at(row: Sequence[Item | None], column: int) -> Item | None:
    return row[column] if column < len(row) else None


def _row_span(row: Sequence[Cell | None]) -> Span:
    """From the first cell that begins in a row to the end of the last."""
    own = [cell for cell in row if cell and not cell.continued]
    return Span(min(cell.start for cell in own), max(cell.end for cell in own)) if own else Span(0, 0)
