"""Words with what each stands for, looked up at one place of a text: longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from analysis import lexicon
from analysis.words.gazetteer import lengths_by_character

Value = TypeVar("Value")


class Hit(NamedTuple, Generic[Value]):
    """A word found: half-open offsets and what it stands for."""

    start: int
    end: int
    value: Value


class Entry(NamedTuple, Generic[Value]):
    """A word, what it stands for, and the neighbours that make it another word."""

    word: str
    value: Value
    unless: tuple[str, ...] = ()


class WordList(Generic[Value]):
    """``at`` and ``behind`` ask which word stands at a place; only ``every`` searches.

    ``unless`` of an entry is what must not follow the word (``at``) or stand before it (``behind``).
    """

    def __init__(self, entries: Iterable[Entry[Value]]) -> None:
        self._entries = {entry.word: entry for entry in entries}
        self._longest = max(map(len, self._entries), default=0)
        self._parts = {part for word in self._entries for part in _parts(word)}
        self._beginning = lengths_by_character(self._entries, 0)
        self._ending = lengths_by_character(self._entries, -1)
        self._any = re.compile("|".join(map(re.escape, self._entries)) or "(?!)")

    @property
    def beginnings(self) -> str:
        """The characters that words begin with."""
        return "".join(self._beginning)

    @property
    def endings(self) -> str:
        """The characters that words end with."""
        return "".join(self._ending)

    def at(self, text: str, place: int) -> Hit[Value] | None:
        """The longest word that begins at ``place``."""
        for length in self._beginning.get(text[place : place + 1], ()):
            entry = self._entries.get(text[place : place + length])
            if entry and not text.startswith(entry.unless, place + len(entry.word)):
                return Hit(place, place + len(entry.word), entry.value)
        return None

    def behind(self, text: str, place: int) -> Hit[Value] | None:
        """The longest word that ends at ``place``."""
        for length in self._ending.get(text[place - 1 : place], ()):
            start = place - length
            entry = self._entries.get(text[start:place]) if start >= 0 else None
            if entry and not text.endswith(entry.unless, 0, start):
                return Hit(start, place, entry.value)
        return None

    def every(self, text: str) -> Iterator[Hit[Value]]:
        """The words in a text from left to right, none overlapping another."""
        found = self._any.search(text)
        while found:
            hit = self.at(text, found.start())
            if hit:
                yield hit
            found = self._any.search(text, hit.end if hit else found.start() + 1)

    def covering(self, text: str, place: int) -> Hit[Value] | None:
        """The longest word that begins at or before ``place`` and ends after it."""
        around = (text[place - 1 : place + 1], text[place : place + 2], text[place : place + 1])
        if self._parts.isdisjoint(around):
            return None
        for start in range(max(0, place - self._longest + 1), place + 1):
            hit = self.at(text, start)
            if hit and hit.end > place:
                return hit
        return None

    def last_in(self, text: str, start: int, end: int) -> Hit[Value] | None:
        """The word in ``text[start:end]`` that ends last, the longest of those."""
        for place in range(end, start, -1):
            if text[place - 1] in self._ending:
                hit = self.behind(text, place)
                if hit and hit.start >= start:
                    return hit
        return None


def _parts(word: str) -> Iterable[str]:
    """The pairs of characters that follow each other in a word, or the only one it has."""
    return map("".join, pairwise(word)) if len(word) > 1 else (word,)


def characters(path: Path, role: str) -> frozenset[str]:
    """Characters of a lexicon of ``character`` and ``roles`` that have the role.

    Raises ``LexiconError`` for a broken file.
    """
    rows = lexicon.read(path, ("character", "roles"))
    return frozenset(row["character"] for row in rows if role in lexicon.values(row["roles"]))


def with_roles(path: Path, roles: Sequence[lexicon.Option]) -> WordList[lexicon.Option]:
    """The words of a lexicon of ``word``, ``role`` and ``example``, each with its role.

    Raises ``LexiconError`` for a broken file, or for a role that is none of ``roles``.
    """
    rows = lexicon.read(path, ("word", "role", "example"))
    return WordList(Entry(row["word"], lexicon.choice(path, row, "role", roles)) for row in rows)
