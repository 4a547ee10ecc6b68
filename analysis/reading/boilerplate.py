"""Lines that a page prints around an article: found by patterns that are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, Self, cast

from analysis import lexicon
from analysis.document import Span
from analysis.reading.facts import FIELDS, Fact
from analysis.reading.lines import lines_of
from analysis.reading.removal import Cut, in_order
from analysis.reading.written_dates import DATE, TIME
from analysis.schema import Reason

COLUMNS = ("name", "kind", "reason", "pattern", "example")
KINDS = ("line", "beside", "near", "top", "below", "bottom", "start", "end", "tail", "comments")
_PARTS = ("line", "beside", "near")

_SEPARATORS = re.compile(r"[\s|｜丨·•●■・/,，;；。:：<>«»‹›+&_—–▲▼△▽↑↓-]*")
_NAMED = re.compile(r"\(\?P<\w+>")
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
        lines = list(lines_of(text))
        prose = [at for at, line in enumerate(lines) if _is_prose(text, line)]
        going = self._going(text, lines, prose)
        tail = self._tail(text, lines, prose)
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

    @cached_property
    def _any_part(self) -> re.Pattern[str]:
        """All patterns for parts as one, which is found out at once where none of them fits."""
        return _any_of(pattern for kind in _PARTS for pattern in self.patterns[kind])

    @cached_property
    def _any_end(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_any_of(self.patterns['end']).pattern})\Z")

    def _start(self, text: str, line: Span | None) -> tuple[list[Cut], list[Fact]]:
        """The part that begins the first line that stays, and what it says of the article."""
        matches = (pattern.words.match(text, *line) for pattern in self.patterns["start"]) if line else ()
        found = next((match for match in matches if match), None)
        if found is None:
            return [], []
        return [Cut(*found.span(), "byline")], list(_stated(found))

    def _going(self, text: str, lines: Sequence[Span], prose: Sequence[int]) -> list[list[Part]]:
        """The parts of each line that goes; an empty list for one that stays, as all ``prose`` does."""
        parts = [self._parts(text, line) for line in lines]
        first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
        going: list[list[Part]] = [[] for _ in lines]
        for at, found in enumerate(parts):
            around = [parts[place] for place in (at - 1, at + 1) if found and 0 <= place < len(lines)]
            beside = [others for others in around if _any_is("line", others)]
            goes = _any_is("line", found) or (beside and _any_is("near", found))
            dated = not first <= at <= last and _is_byline(found) and any(map(_is_byline, beside))
            going[at] = found if goes or dated else []
        self._add_edges(text, lines, going)
        title = next((at for at, found in enumerate(going) if not found), len(lines))
        for at in range(title + 1, min(title + 1 + _BELOW_THE_TITLE, first, len(lines))):
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
        if line.end - line.start > _LONGEST_LINE:
            return parts
        position = _after_separators(text, line.start, line.end)
        while position < line.end:
            matches = list(self._parts_at(text, position, line.end))
            if not matches:
                return []
            parts.append(max(matches, key=_length))
            position = _after_separators(text, parts[-1].found.end(), line.end)
        return parts

    def _parts_at(self, text: str, start: int, end: int) -> Iterator[Part]:
        """Every part that begins at ``start`` in a line that ends at ``end``."""
        if self._any_part.match(text, start, end) is None:
            return
        for kind in _PARTS:
            for pattern in self.patterns[kind]:
                found = pattern.words.match(text, start, end)
                if found and found.end() > start:
                    yield Part(pattern, found, kind)

    def _whole(self, kind: str, text: str, line: Span) -> list[Part]:
        """The pattern of a kind that takes up the whole line."""
        matches = ((pattern, pattern.words.fullmatch(text, *line)) for pattern in self.patterns[kind])
        return [Part(pattern, found, kind) for pattern, found in matches if found]

    def _end(self, text: str, line: Span) -> Iterator[Cut]:
        """The part that ends a line, behind its last full stop."""
        end = line.end
        start = max(text.rfind("。", *line) + 1, line.start, end - _LAST_WORDS)
        if start == end or self._any_end.search(text, start, end) is None:
            return
        for pattern in self.patterns["end"]:
            for found in pattern.words.finditer(text, start, end):
                if found.end() == end:
                    yield Cut(*found.span(), pattern.reason)
                    return

    def _tail(self, text: str, lines: Sequence[Span], prose: Sequence[int]) -> int:
        """Where the list of other articles, or the comments, begin that close the page."""
        lengths = list(accumulate(line.end - line.start for line in lines))
        last_prose = prose[-1] if prose else -1
        for at, (line, read) in enumerate(zip(lines, lengths, strict=True)):
            if read * 2 <= lengths[-1]:
                continue
            heading = (text, _after_separators(text, line.start, line.end), line.end)
            closing = at > last_prose and read >= lengths[-1] * (1 - _LONGEST_TAIL)
            if (closing and self._is("tail", heading)) or self._is("comments", heading):
                return line.start
        return len(text)

    def _is(self, kind: str, heading: tuple[str, int, int]) -> bool:
        """Whether a pattern of the kind takes up the whole heading; separators may follow."""
        text, _, end = heading
        found = (pattern.words.match(*heading) for pattern in self.patterns[kind])
        return any(match and _after_separators(text, match.end(), end) == end for match in found)


def _any_of(patterns: Iterable[Pattern]) -> re.Pattern[str]:
    """What matches wherever one of the patterns does."""
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', pattern.words.pattern)})" for pattern in patterns))


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
