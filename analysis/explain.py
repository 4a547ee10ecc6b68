"""An article with every span that was found in it and the rule that found it, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from analysis import store

Row = dict[str, Any]

RESULTS: dict[str, tuple[str, ...]] = {
    "mentions": ("entity", "entity_type"),
    "metrics": ("value", "low", "high", "unit", "kind", "qualifier", "subject", "via", "as_of", "modality"),
    "events": ("iso", "precision", "basis", "entities"),
    "evidence": ("feature", "product", "status", "as_of"),
    "comparisons": ("products", "favours", "aspect", "holder"),
}
"""Tables whose rows are explained, and the columns that say what was made of the span."""

PLACES = {"evidence": ("mention_start", "mention_end"), "comparisons": ("marker_start", "marker_end")}
"""Where a table's ``start`` and ``end`` are those of the sentence: the columns of the span itself."""

COLOURS = {
    "sentence": "1",
    "removed": "2",
    "mentions": "34",
    "metrics": "32",
    "events": "35",
    "evidence": "36",
    "comparisons": "33",
}
"""ANSI attributes by kind of line."""


@dataclass(frozen=True)
class Line:
    """A line of the explanation: a sentence, a removed passage, or a span found in a sentence."""

    kind: str
    start: int
    end: int
    result: str = ""
    rule: str = ""
    text: str = ""

    def shown(self, colour: bool) -> str:
        """The line as printed, control characters blank; ``colour`` wraps it in ANSI attributes."""
        place = f"{self.start}-{self.end}"
        text = " ".join("".join(each if each.isprintable() else " " for each in self.text).split())
        if self.kind in RESULTS:
            line = f"  {place:<11} {self.kind:<11} {text}  {self.result}  [{self.rule}]"
        elif self.kind == "removed":
            line = f"{place:<11} removed ({self.result}): {text}"
        else:
            line = f"{place:<11} {text}"
        return f"\x1b[{COLOURS[self.kind]}m{line}\x1b[0m" if colour else line


def explain(folder: Path, article: str) -> list[Line]:
    """The lines for an article of the store in ``folder``, in order of place.

    Each sentence or removed passage is followed by the spans that begin in it. Raises ``KeyError`` for
    an article that the store does not hold, ``StoreError`` for an unusable store.
    """
    texts = _rows(folder, "texts", article)
    if not texts:
        raise KeyError(article)
    text = texts[0]["text"]
    sentences = [Line("sentence", row["start"], row["end"]) for row in _rows(folder, "sentences", article)]
    removed = [
        Line("removed", row["start"], row["end"], row["reason"]) for row in _rows(folder, "removed", article)
    ]
    lines = sorted([*sentences, *removed, *_spans(folder, article)], key=_order)
    return [replace(line, text=text[line.start : line.end]) for line in lines]


def articles(folder: Path) -> list[str]:
    """Names of the articles in the store in ``folder``."""
    names: list[str] = store.read(folder, "articles")["article"].to_pylist()
    return names


def _spans(folder: Path, article: str) -> Iterator[Line]:
    for kind, columns in RESULTS.items():
        start, end = PLACES.get(kind, ("start", "end"))
        for row in _rows(folder, kind, article):
            yield Line(kind, row[start], row[end], _result(row[column] for column in columns), row["rule"])


def _result(cells: Iterable[Any]) -> str:
    return " ".join(_word(cell) for cell in cells if cell not in (None, []))


def _word(cell: Any) -> str:
    if isinstance(cell, list):
        return "+".join(cell)
    return f"{cell:.12g}" if isinstance(cell, float) else str(cell)


def _order(line: Line) -> tuple[int, bool, int]:
    """A frame before what begins in it."""
    return line.start, line.kind in RESULTS, line.end


def _rows(folder: Path, name: str, article: str) -> list[Row]:
    table = store.read(folder, name)
    rows: list[Row] = table.filter(pc.equal(table["article"], article)).to_pylist()
    return rows
