"""What pages print around an article, as patterns over one line; the patterns are data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self, cast

from analysis import lexicon
from analysis.document import Span
from analysis.reading import byline_names
from analysis.reading.facts import FIELDS, Fact
from analysis.schema import Reason

COLUMNS = ("name", "kind", "reason", "pattern", "example", "cue")
KINDS = (
    *("line", "caption", "beside", "near"),
    *("top", "below", "bottom", "start", "end", "frame", "tail", "comments"),
)
_PARTS = ("line", "caption", "beside", "near")
_HEADINGS = ("comments", "tail")
_SEPARATORS = re.compile(r"[\s|｜丨·•●■・/,，;；。:：<>«»‹›+&_—–▲▼△▽↑↓-]*")
_NAMED = re.compile(r"\(\?P<\w+>")
_LONGEST_LINE = 200
_LONGEST_HEADING = 30
_LONGEST_MENU = 120
_MENU_SHARE = 0.6
MENU_WORDS = 5
"""Words of menus in one line from which on it is a menu of its own."""

_LAST_WORDS = 60


@dataclass(frozen=True)
class Pattern:
    """A rule of ``lexicons/boilerplate.tsv``, or all words of ``lexicons/site_words.tsv``."""

    name: str
    reason: Reason
    words: re.Pattern[str]
    cues: tuple[str, ...] = ()


class Part(NamedTuple):
    """Where a pattern fits in a line, and the kind it is."""

    pattern: Pattern
    found: re.Match[str]
    kind: str

    @property
    def length(self) -> int:
        """Characters of the line that it takes up."""
        return self.found.end() - self.found.start()

    def facts(self) -> Iterator[Fact]:
        """What it states of the article."""
        for field, value in self.found.groupdict().items():
            if value and field in FIELDS:
                yield Fact(field, value, Span(*self.found.span(field)), "byline")


def compiled(pattern: str, blanks: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of the lexicon, its blanks ({date}, {name}) filled with the patterns of ``blanks``."""
    for blank, filled in blanks.items():
        pattern = pattern.replace(f"{{{blank}}}", filled)
    return re.compile(pattern)


@dataclass(frozen=True)
class Patterns:
    """The patterns by kind, and the words of menus."""

    by_kind: dict[str, tuple[Pattern, ...]]
    menu: Pattern

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The patterns from a folder of lexicon files; raises ``LexiconError`` for one that is broken."""
        path = lexicons / "boilerplate.tsv"
        blanks = byline_names.blanks(lexicons)
        by_kind: dict[str, list[Pattern]] = {kind: [] for kind in KINDS}
        for row in lexicon.read(path, COLUMNS):
            if row["kind"] not in by_kind:
                raise lexicon.LexiconError(path, _line_of(path, row), f"no such kind: {row['kind']}")
            try:
                words = compiled(row["pattern"], blanks)
            except re.error as error:
                raise lexicon.LexiconError(path, _line_of(path, row), str(error)) from None
            cues = tuple(filter(None, row["cue"].split("|")))
            by_kind[row["kind"]].append(Pattern(row["name"], cast("Reason", row["reason"]), words, cues))
        menu = _any_word(row["word"] for row in lexicon.read(lexicons / "site_words.tsv", ("word",)))
        site_words = Pattern("site_word", "boilerplate", menu)
        return cls({kind: tuple(found) for kind, found in by_kind.items()}, site_words)

    def parts(self, text: str, line: Span) -> list[Part]:
        """The parts a line consists of; none where anything else stands in it."""
        parts: list[Part] = []
        if line.end - line.start > _LONGEST_LINE:
            return parts
        cued = self._cued(text, line)
        position = after_separators(text, line.start, line.end)
        while position < line.end:
            part = self._part_at(text, position, line, cued)
            if part is None:
                return []
            parts.append(part)
            position = after_separators(text, part.found.end(), line.end)
        return parts

    def menu_words(self, text: str, line: Span) -> list[Part]:
        """The words of a menu that make up most of a line with other words in it."""
        if line.end - line.start > _LONGEST_MENU:
            return []
        words = [Part(self.menu, found, "site_word") for found in self.menu.words.finditer(text, *line)]
        taken = sum(word.length for word in words)
        return words if len(words) >= MENU_WORDS and taken >= (line.end - line.start) * _MENU_SHARE else []

    def whole(self, kind: str, text: str, line: Span) -> list[Part]:
        """The pattern of a kind that takes up the whole line."""
        if self._any[kind].fullmatch(text, *line) is None:
            return []
        matches = ((pattern, pattern.words.fullmatch(text, *line)) for pattern in self.by_kind[kind])
        return [Part(pattern, found, kind) for pattern, found in matches if found]

    def heading(self, text: str, line: Span) -> str | None:
        """The kind of heading (``tail``, ``comments``) that takes up the line, with separators around it."""
        if line.end - line.start > _LONGEST_HEADING:
            return None
        if self._any_heading.match(text, *line) is None:
            return None
        start = after_separators(text, line.start, line.end)
        for kind in _HEADINGS:
            matches = (pattern.words.match(text, start, line.end) for pattern in self.by_kind[kind])
            if any(found and after_separators(text, found.end(), line.end) == line.end for found in matches):
                return kind
        return None

    def at_start(self, text: str, line: Span) -> Part | None:
        """The part that begins a line of the text."""
        matches = ((pattern, pattern.words.match(text, *line)) for pattern in self.by_kind["start"])
        return next((Part(pattern, found, "start") for pattern, found in matches if found), None)

    def at_end(self, text: str, line: Span) -> Part | None:
        """The part that ends a line, behind its last full stop."""
        end = line.end
        start = max(text.rfind("。", *line) + 1, line.start, end - _LAST_WORDS)
        if start == end or self._end_cue.search(text, start, end) is None:
            return None
        for pattern in self.by_kind["end"]:
            for found in pattern.words.finditer(text, start, end):
                if found.end() == end:
                    return Part(pattern, found, "end")
        return None

    @cached_property
    def _cue(self) -> re.Pattern[str]:
        return self._any_cue(*_PARTS)

    @cached_property
    def _end_cue(self) -> re.Pattern[str]:
        return self._any_cue("end")

    def _any_cue(self, *kinds: str) -> re.Pattern[str]:
        return _any_word({cue for kind in kinds for pattern in self.by_kind[kind] for cue in pattern.cues})

    @cached_property
    def _cues(self) -> list[tuple[str, Pattern]]:
        """Each cue of a pattern for parts."""
        patterns = (pattern for kind in _PARTS for pattern in self.by_kind[kind])
        return [(cue, pattern) for pattern in patterns for cue in pattern.cues]

    @cached_property
    def _any_uncued(self) -> re.Pattern[str]:
        """All patterns for parts without a cue as one."""
        return _any_of(pattern for kind in _PARTS for pattern in self.by_kind[kind] if not pattern.cues)

    def _cued(self, text: str, line: Span) -> list[Pattern]:
        """The patterns for parts that have a cue in the line."""
        if self._cue.search(text, *line) is None:
            return []
        words = text[line.start : line.end]
        return list({pattern.name: pattern for cue, pattern in self._cues if cue in words}.values())

    @cached_property
    def _any(self) -> dict[str, re.Pattern[str]]:
        """All patterns of each kind as one, which is found out at once where none of them fits."""
        return {kind: _any_of(patterns) for kind, patterns in self.by_kind.items()}

    @cached_property
    def _any_heading(self) -> re.Pattern[str]:
        headings = "|".join(self._any[kind].pattern for kind in _HEADINGS)
        return re.compile(rf"{_SEPARATORS.pattern}(?:{headings})")

    def _part_at(self, text: str, start: int, line: Span, cued: Sequence[Pattern]) -> Part | None:
        """The longest part that begins at ``start`` in a line with cues of ``cued``; of equals the first."""
        short = line.end - line.start <= _LONGEST_MENU
        word = self.menu.words.match(text, start, line.end) if short else None
        menu = Part(self.menu, word, "site_word") if word else None
        uncued = self._any_uncued.match(text, start, line.end)
        if not (uncued or any(pattern.words.match(text, start, line.end) for pattern in cued)):
            return menu
        parts = [
            Part(pattern, found, kind)
            for kind in _PARTS
            for pattern in self.by_kind[kind]
            if (found := pattern.words.match(text, start, line.end)) and found.end() > start
        ]
        return max((*parts, menu) if menu else parts, key=lambda part: part.length, default=None)


def after_separators(text: str, start: int, end: int) -> int:
    """Where the first character stands that separates nothing."""
    found = _SEPARATORS.match(text, start, end)
    return found.end() if found else start


def _any_of(patterns: Iterable[Pattern]) -> re.Pattern[str]:
    """What matches wherever one of the patterns does."""
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', pattern.words.pattern)})" for pattern in patterns))


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    """What matches the longest of the words; by their first characters, so that few are tried."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items()))


def _line_of(path: Path, row: dict[str, str]) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(
        number for number, line in enumerate(lines, start=1) if line.split("\t")[0].strip() == row["name"]
    )
