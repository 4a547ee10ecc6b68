"""An article with every span that was found in it and the rule that found it, for the terminal."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from analysis.document import Span
from analysis.reading.tables import divider
from analysis.storage import store

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

HEADER = ("title", "author", "source", "published", "published_basis", "script", "encoding", "body_chars")
"""Columns of the article itself, shown before its text."""

COLOURS = {
    "article": "0",
    "sentence": "1",
    "removed": "2",
    "mentions": "34",
    "metrics": "32",
    "events": "35",
    "evidence": "36",
    "comparisons": "33",
}
"""ANSI attributes by kind of line."""

LEFT_OUT = "\0"
"""Stands for a character of a sentence that was removed from it."""

LONGEST_REMOVED = 120
"""Characters of a removed passage that are shown."""

LONGEST_SENTENCE = 240
"""Characters of a sentence in one line of the explanation."""

_STOP = re.compile("[，,；;、 ]")


class Mark(NamedTuple):
    """A span found in the text of a line: offsets into that text, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Line:
    """A line of the explanation: of the article, a sentence, what was removed, or a span found.

    ``text`` is what stands there, ``marks`` are the spans in it; ``result`` is what was made of it.
    """

    kind: str
    start: int
    end: int
    result: str = ""
    rule: str = ""
    text: str = ""
    marks: tuple[Mark, ...] = ()

    def shown(self, colour: bool) -> str:
        """The line as printed, control characters blank; ``colour`` wraps it in ANSI attributes."""
        place = f"{self.start}-{self.end}"
        attribute = COLOURS[self.kind]
        if self.kind == "article":
            return _coloured(f"{self.result}: {_plain(self.text)}", attribute, colour)
        if self.kind in RESULTS:
            line = f"  {place:<11} {self.kind:<11} {_plain(self.text)}  →  {self.result}  [{self.rule}]"
            return _coloured(line, attribute, colour)
        if self.kind == "removed":
            text = _plain(self.text)
            text = text if len(text) <= LONGEST_REMOVED else f"{text[:LONGEST_REMOVED]}…"
            return _coloured(f"{place:<11} removed ({self.result}): {text}", attribute, colour)
        return _coloured(f"{place:<11} {self._marked(colour)}", attribute, colour)

    def _marked(self, colour: bool) -> str:
        """The text with each of its marks in the colour of its kind; of two at one place the first."""
        pieces: list[str] = []
        position = 0
        for mark in self.marks if colour else ():
            if mark.start >= position:
                words = _printable(self.text[mark.start : mark.end])
                pieces += (
                    _printable(self.text[position : mark.start]),
                    f"\x1b[{COLOURS[mark.kind]}m{words}\x1b[39m",
                )
                position = mark.end
        return _spaced("".join((*pieces, _printable(self.text[position:]))))


def explain(folder: Path, article: str) -> list[Line]:
    """The lines for an article of the store in ``folder``, in order of place.

    First what the article says of itself; then each sentence or removed passage, followed by the spans
    that begin in it. Tags are left out, as passages and inside sentences. Raises ``KeyError`` for an
    article that the store does not hold, ``StoreError`` for an unusable store.
    """
    texts = _rows(folder, "texts", article)
    if not texts:
        raise KeyError(article)
    text = texts[0]["text"]
    removed = _rows(folder, "removed", article)
    spans = sorted(_spans(folder, article, text), key=_order)
    left = _without(text, removed)
    sentences = (
        _sentence(piece, left, spans)
        for row in _rows(folder, "sentences", article)
        for piece in _pieces(left, Span(row["start"], row["end"]))
    )
    passages = (
        Line("removed", row["start"], row["end"], row["reason"], text=text[row["start"] : row["end"]])
        for row in removed
        if row["reason"] != "markup"
    )
    lines = sorted([*sentences, *passages, *spans], key=_order)
    return [*_header(_rows(folder, "articles", article)), *lines]


def articles(folder: Path) -> list[str]:
    """Names of the articles in the store in ``folder``."""
    names: list[str] = store.read(folder, "articles")["article"].to_pylist()
    return names


def _header(rows: Iterable[Row]) -> Iterator[Line]:
    for row in rows:
        for column in HEADER:
            if row[column] is not None:
                yield Line("article", 0, 0, column, text=str(row[column]))


def _spans(folder: Path, article: str, text: str) -> Iterator[Line]:
    for kind, columns in RESULTS.items():
        start, end = PLACES.get(kind, ("start", "end"))
        for row in _rows(folder, kind, article):
            given = (column for column in columns if row[column] not in (None, []))
            result = ", ".join(f"{column} {_word(row[column])}" for column in given)
            yield Line(kind, row[start], row[end], result, row["rule"], text[row[start] : row[end]])


def _without(text: str, removed: Iterable[Row]) -> str:
    """``text``, as long as before, with a mark for each character that was removed and bars between cells."""
    pieces: list[str] = []
    position = 0
    for row in removed:
        bar = divider(text[row["start"] : row["end"]])
        pieces += text[position : row["start"]], bar.rjust(row["end"] - row["start"], LEFT_OUT)
        position = row["end"]
    return "".join((*pieces, text[position:]))


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence as it is, or a long one in pieces that end behind a mark if they can."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        stops = [found.end() for found in _STOP.finditer(text, start, start + LONGEST_SENTENCE)]
        end = stops[-1] if stops else start + LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _sentence(place: Span, text: str, spans: Sequence[Line]) -> Line:
    """A sentence, or a piece of one, with the spans that begin in it; ``spans`` are in order."""
    start, end = place
    first, last = (bisect_left(spans, edge, key=lambda line: line.start) for edge in place)
    marks = (Mark(span.start - start, span.end - start, span.kind) for span in spans[first:last])
    return Line("sentence", start, end, text=text[start:end], marks=tuple(marks))


def _word(cell: Any) -> str:
    if isinstance(cell, list):
        return "+".join(cell)
    return f"{cell:.12g}" if isinstance(cell, float) else str(cell)


def _coloured(text: str, attribute: str, colour: bool) -> str:
    return f"\x1b[{attribute}m{text}\x1b[0m" if colour else text


def _printable(text: str) -> str:
    """``text`` without what was left out, other control characters blank."""
    return "".join(each if each.isprintable() else " " for each in text.replace(LEFT_OUT, ""))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return _spaced(_printable(text))


def _order(line: Line) -> tuple[int, bool, int]:
    """A frame before what begins in it."""
    return line.start, line.kind in RESULTS, line.end


def _rows(folder: Path, name: str, article: str) -> list[Row]:
    rows: list[Row] = store.rows_of(folder, name, [article]).to_pylist()
    return rows
