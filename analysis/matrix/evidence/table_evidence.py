"""Evidence from tables of features: the feature of a row, the product of a column, the status of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.evidence.status import StatusCues
from analysis.matrix.evidence.table_slots import Slot, slots
from analysis.matrix.features.discovery import Discovery
from analysis.matrix.features.feature_words import FeatureHit, FeatureWords
from analysis.reading.tables import Cell, Table, tables
from analysis.schema import Mention, Status

MARK_COLUMNS = ("mark", "status", "example")
LONGEST_NAME = 12
"""Characters of a feature that no lexicon holds."""

SOLID = "●"
VARIANT = "\ufe0f"
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


@dataclass(frozen=True)
class TableEvidence:
    """Reads tables in which products stand against features, in columns or in rows."""

    words: FeatureWords
    discovery: Discovery
    status: StatusCues
    marks: Mapping[str, str]

    @classmethod
    def load(
        cls,
        words: FeatureWords,
        discovery: Discovery,
        status: StatusCues,
        lexicons: Path = lexicon.FOLDER,
    ) -> Self:
        """Reads table_marks; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "table_marks.tsv", MARK_COLUMNS)
        return cls(words, discovery, status, {row["mark"]: row["status"] for row in rows})

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        hits: Sequence[FeatureHit],
        owners: Mapping[str, str],
    ) -> tuple[list[TableHit], list[Span]]:
        """What tables say, and where the tables are that were read; ``hits`` are features named in prose,
        ``owners`` maps a product to the one whose features its features are.

        The cell under a product beside a feature's heading gives that feature its status; a feature named
        in a product's cell is the product's own.
        """
        found: list[TableHit] = []
        read: list[Span] = []
        for table in tables(document.text, document.body):
            inside = [m for m in mentions if table.span.start <= m.start and m.end <= table.span.end]
            filled = slots(document.body, table, inside, owners)
            if filled:
                read.append(table.span)
                found += self._said(document.body, table, filled, hits)
        return found, read

    def _said(
        self, body: str, table: Table, slots: Sequence[Slot], hits: Sequence[FeatureHit]
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

    def _in_cell(self, body: str, slot: Slot, hits: Sequence[FeatureHit]) -> Iterator[TableHit]:
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
        gapped = self.words.gapped(body[heading.start : heading.end])[:1]
        return found or [
            _Named(hit.feature, heading.start + hit.start, heading.start + hit.end, known=True)
            for hit in gapped
        ]

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
        return self.status.of_phrase(body, Span(cell.start, cell.end))

    def _mark(self, body: str, cell: Cell) -> str | None:
        words = body[cell.start : cell.end].replace(VARIANT, "")
        for length in range(min(6, len(words)), 0, -1):
            mark, rest = words[:length], words[length : length + 1]
            if mark in self.marks and (not rest.isalnum() or not mark.isalnum()) and rest not in ("'", "-"):
                return self.marks[mark]
        return None


def _hit(slot: Slot, named: _Named, status: Status) -> TableHit:
    """A feature with its status; where its heading is in another row the mark is what is named."""
    inside = slot.row.start <= named.start and named.end <= slot.row.end
    place = (named.start, named.end) if inside else (slot.cell.start, slot.cell.end)
    return TableHit(slot.row, *place, named.feature, slot.product, status, named.known, "table_row")
