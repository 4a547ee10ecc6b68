"""Lines that a page prints around an article: found by patterns that are data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, Self, cast

from analysis import lexicon
from analysis.document import Span
from analysis.reading.facts import FIELDS, Fact
from analysis.reading.removal import Cut, in_order
from analysis.reading.written_dates import DATE, TIME
from analysis.schema import Reason

COLUMNS = ("name", "kind", "reason", "pattern", "example")
KINDS = ("line", "beside", "near", "top", "below", "bottom", "start", "end", "tail", "comments")
_PARTS = ("line", "beside", "near")

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SEPARATORS = re.compile(r"[\s|｜丨·•●■・/,，;；。:：<>«»‹›+&_—–▲▼△▽↑↓-]*")
_LONGEST_LINE = 200
_LAST_WORDS = 60
_PROSE_CHARS = 20
_BELOW_THE_TITLE = 3
"""Lines between the title and the first prose in which a byline may stand without naming itself."""

_LONGEST_TAIL = 0.3
"""Share of the text that a closing list of other articles can be."""


@dataclass(frozen=True)
class Pattern:
    """A rule of ``lexicons/boilerplate.tsv``."""

    name: str
    reason: Reason
    words: re.Pattern[str]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the lexicon, in which ``{date}`` and ``{time}`` stand for any way to write them."""
    return re.compile(pattern.replace("{date}", DATE).replace("{time}", TIME))


class Part(NamedTuple):
    """Where a pattern fits in a line, and the kind it is."""

    pattern: Pattern
    found: re.Match[str]
    kind: str


@dataclass(frozen=True)
class Boilerplate:
    """Patterns by kind; a call finds what they describe in a text without markup."""

    patterns: dict[str, tuple[Pattern, ...]]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The patterns from a folder of lexicon files; raises ``LexiconError`` for one that is broken."""
        path = lexicons / "boilerplate.tsv"
        by_kind: dict[str, list[Pattern]] = {kind: [] for kind in KINDS}
        for row in lexicon.read(path, COLUMNS):
            if row["kind"] not in by_kind:
                raise lexicon.LexiconError(path, _line_of(path, row), f"no such kind: {row['kind']}")
            try:
                words = compiled(row["pattern"])
            except re.error as error:
                raise lexicon.LexiconError(path, _line_of(path, row), str(error)) from None
            by_kind[row["kind"]].append(Pattern(row["name"], cast("Reason", row["reason"]), words))
        return cls({kind: tuple(found) for kind, found in by_kind.items()})

    def __call__(self, text: str) -> tuple[list[Cut], list[Fact]]:
        """Cuts in order, and what the lines cut say of the article.

        ``text`` is folded and its markup blank. A line goes as a whole, when nothing is left of it beside
        the patterns and separators, or stays but for its end.
        """
        lines = [span for found in _LINE.finditer(text) if (span := _trimmed(text, *found.span()))]
        going = self._going(text, lines)
        tail = self._tail(text, lines)
        cuts: list[Cut] = []
        facts: list[Fact] = []
        for line, parts in zip(lines, going, strict=True):
            if parts:
                cuts.append(Cut(*line, max(parts, key=_length).pattern.reason))
                facts += (fact for part in parts for fact in _stated(part.found))
            elif line.start >= tail:
                cuts.append(Cut(*line, "boilerplate"))
            else:
                cuts += self._end(text, line)
        stays = (line for line, parts in zip(lines, going, strict=True) if not parts and line.start < tail)
        opening, stated = self._start(text, next(stays, None))
        return in_order((*opening, *cuts)), [*facts, *stated]

    def _start(self, text: str, line: Span | None) -> tuple[list[Cut], list[Fact]]:
        """The part that begins the first line that stays, and what it says of the article."""
        matches = (pattern.words.match(text, *line) for pattern in self.patterns["start"]) if line else ()
        found = next((match for match in matches if match), None)
        if found is None:
            return [], []
        return [Cut(*found.span(), "byline")], list(_stated(found))

    def _going(self, text: str, lines: Sequence[Span]) -> list[list[Part]]:
        """The parts of each line that goes; an empty list for one that stays."""
        parts = [self._parts(text, line) for line in lines]
        sure = [_any_is("line", found) for found in parts]
        prose = [at for at, line in enumerate(lines) if _is_prose(text, line)] or [len(lines)]
        going: list[list[Part]] = []
        for at, found in enumerate(parts):
            beside = [parts[place] for place in (at - 1, at + 1) if 0 <= place < len(lines) and sure[place]]
            at_an_edge = not prose[0] <= at <= prose[-1]
            goes = sure[at] or (beside and _any_is("near", found))
            dated = at_an_edge and _is_byline(found) and any(map(_is_byline, beside))
            going.append(found if goes or dated else [])
        self._add_edges(text, lines, going)
        title = next((at for at, found in enumerate(going) if not found), len(lines))
        for at in range(title + 1, min(title + 1 + _BELOW_THE_TITLE, prose[0], len(lines))):
            dated_parts = parts[at] if any(part.pattern.reason == "byline" for part in parts[at]) else []
            going[at] = going[at] or dated_parts or self._whole("below", text, lines[at])
        return going

    def _add_edges(self, text: str, lines: Sequence[Span], going: list[list[Part]]) -> None:
        """Adds what goes above the first line that stays, and below the last."""
        for kind, order in (("top", range(len(lines))), ("bottom", reversed(range(len(lines))))):
            for at in order:
                going[at] = going[at] or self._whole(kind, text, lines[at])
                if not going[at]:
                    break

    def _parts(self, text: str, line: Span) -> list[Part]:
        """The parts a line consists of; none where anything else stands in it."""
        parts: list[Part] = []
        position = _after_separators(text, line.start, line.end)
        while position < line.end and line.end - line.start <= _LONGEST_LINE:
            matches = [
                Part(pattern, found, kind)
                for kind in _PARTS
                for pattern in self.patterns[kind]
                if (found := pattern.words.match(text, position, line.end)) and found.end() > position
            ]
            if not matches:
                return []
            parts.append(max(matches, key=_length))
            position = _after_separators(text, parts[-1].found.end(), line.end)
        return parts

    def _whole(self, kind: str, text: str, line: Span) -> list[Part]:
        """The pattern of a kind that takes up the whole line."""
        matches = ((pattern, pattern.words.fullmatch(text, *line)) for pattern in self.patterns[kind])
        return [Part(pattern, found, kind) for pattern, found in matches if found]

    def _end(self, text: str, line: Span) -> Iterator[Cut]:
        """The part that ends a line."""
        end = line.end
        start = max(line.start, end - _LAST_WORDS)
        for pattern in self.patterns["end"]:
            for found in pattern.words.finditer(text, start, end):
                if found.end() == end:
                    yield Cut(*found.span(), pattern.reason)
                    return

    def _tail(self, text: str, lines: Sequence[Span]) -> int:
        """Where the list of other articles, or the comments, begin that close the page."""
        lengths = list(accumulate(line.end - line.start for line in lines))
        last_prose = max((line.start for line in lines if _is_prose(text, line)), default=-1)
        for line, read in zip(lines, lengths, strict=True):
            heading = (text, _after_separators(text, line.start, line.end), line.end)
            tail = line.start > last_prose and read >= lengths[-1] * (1 - _LONGEST_TAIL)
            if tail and self._is("tail", heading):
                return line.start
            if read * 2 > lengths[-1] and self._is("comments", heading):
                return line.start
        return len(text)

    def _is(self, kind: str, heading: tuple[str, int, int]) -> bool:
        """Whether a pattern of the kind takes up the whole heading; separators may follow."""
        text, _, end = heading
        found = (pattern.words.match(*heading) for pattern in self.patterns[kind])
        return any(match and _after_separators(text, match.end(), end) == end for match in found)


def _is_byline(parts: Sequence[Part]) -> bool:
    """Whether a line consists of nothing but a date, a name or other parts of a byline."""
    return bool(parts) and all(part.pattern.reason == "byline" for part in parts)


def _any_is(kind: str, parts: Sequence[Part]) -> bool:
    return any(part.kind == kind for part in parts)


def _line_of(path: Path, row: dict[str, str]) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(
        number for number, line in enumerate(lines, start=1) if line.split("\t")[0].strip() == row["name"]
    )


def _length(part: Part) -> int:
    return part.found.end() - part.found.start()


def _stated(found: re.Match[str]) -> Iterator[Fact]:
    for field, value in found.groupdict().items():
        if value and field in FIELDS:
            yield Fact(field, value, Span(*found.span(field)), "byline")


def _after_separators(text: str, start: int, end: int) -> int:
    found = _SEPARATORS.match(text, start, end)
    return found.end() if found else start


def _is_prose(text: str, line: Span) -> bool:
    return line.end - line.start >= _PROSE_CHARS and "。" in text[line.start : line.end]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end].strip()
    if not words:
        return None
    first = text.index(words[0], start)
    return Span(first, first + len(words))
