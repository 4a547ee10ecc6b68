"""Finding many names in a text at once, longest first.

An Aho-Corasick automaton (Aho and Corasick 1975) finds every pattern in one pass; of the hits that
overlap the leftmost is kept, and of those that begin together the longest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

Value = TypeVar("Value")

LETTERS_AND_DIGITS = [code for code in range(0x80) if chr(code).isalnum()]
FULL_WIDTH = {code + 0xFEE0: code for code in LETTERS_AND_DIGITS}
FOLD = {written: ord(chr(code).lower()) for code in LETTERS_AND_DIGITS for written in (code, code + 0xFEE0)}

WRITTEN_OTHERWISE = re.compile("[A-ZＡ-Ｚａ-ｚ０-９]+")

# A scraper's space between two Han characters, and characters that take no room at all; the class of
# both stands first because an expression that opens with one is searched for fastest.
GAP = re.compile(
    r"[ \u00a0\u3000\u00ad\u200b-\u200d\u2060\ufeff]"
    r"(?:(?<=[\u00ad\u200b-\u200d\u2060\ufeff])|(?<=[\u4e00-\u9fff][ \u00a0\u3000])(?=[\u4e00-\u9fff]))"
)
TO_FOLD_OR_SQUEEZE = re.compile("[A-ZＡ-Ｚａ-ｚ０-９ \u00a0\u3000\u00ad\u200b-\u200d\u2060\ufeff]")
LETTER_OR_DIGIT = re.compile(r"[a-z0-9]")
DIGIT = re.compile(r"[0-9]")
LONG_WORD = 4
EDGED = re.compile(r"[a-z0-9.,]|.*[a-z0-9.,]\Z", re.DOTALL)
NUMBERED = re.compile(rf"[a-z]{{{LONG_WORD}}}[0-9]\Z")

_Hit = tuple[int, int, int]
"""A pattern by its number, and where it begins and ends."""


class Match(NamedTuple, Generic[Value]):
    """A pattern found: half-open offsets into the text searched, and what the pattern stands for."""

    start: int
    end: int
    value: Value


class Gazetteer(Generic[Value]):
    """Patterns and what each stands for; ``find`` gives where they are in a text.

    Letters match in either case and in either width (``QQ`` is found in ``ｑｑ``), and Latin words and
    numbers only whole: ``Lark`` is not in ``Larkspur``, ``360`` neither in ``1,360`` nor in ``360.5``.
    A number may follow a word of four letters or more: ``Zoom2024财年``.
    One space between two Han characters and characters without width are passed over. Patterns are
    written in Simplified Chinese and so must be the text. A pattern that stands for nothing (None) keeps
    what it overlaps from being found. Raises ``ValueError`` for an empty pattern, or for two that differ
    only in case or width and stand for different things.
    """

    def __init__(self, patterns: Mapping[str, Value | None]) -> None:
        self._values: dict[str, Value | None] = {}
        for pattern, value in patterns.items():
            folded = fold_latin(pattern)
            if not folded.strip():
                raise ValueError("a pattern is empty")
            if self._values.setdefault(folded, value) != value:
                raise ValueError(f"{pattern} stands for two things")
        self._meant = list(self._values.values())
        self._edged = [bool(EDGED.match(pattern)) for pattern in self._values]
        self._whole_words = any(self._edged)
        self._latin = any(LETTER_OR_DIGIT.search(pattern) for pattern in self._values)
        self._beginning = lengths_by_character(self._values, 0)
        self._ending = lengths_by_character(self._values, -1)
        kind = MatchKind.Standard if self._whole_words else MatchKind.LeftmostLongest
        self._automaton = AhoCorasick(list(self._values), matchkind=kind)

    def find(self, text: str) -> list[Match[Value]]:
        """Matches in ``text``, in order, none overlapping another."""
        squeezed, cuts = self._squeezed(text)
        meant, hits = self._meant, self._hits(squeezed)
        found = [
            Match(start, end, value) for index, start, end in hits if (value := meant[index]) is not None
        ]
        if not cuts:
            return found
        return [Match(_place(start, cuts), _place(end - 1, cuts) + 1, value) for start, end, value in found]

    def whole(self, text: str) -> Value | None:
        """What ``text`` stands for where it is a pattern from end to end; else None."""
        return self._values.get(self._squeezed(text)[0])

    def at_start(self, text: str) -> Value | None:
        """What the longest pattern stands for that ``text`` begins with; None where it is none."""
        squeezed, _ = self._squeezed(text)
        lengths = self._beginning.get(squeezed[:1], ())
        return self._longest(squeezed, [(0, length) for length in lengths if length <= len(squeezed)])

    def at_end(self, text: str) -> Value | None:
        """What the longest pattern stands for that ``text`` ends with; None where it is none."""
        squeezed, _ = self._squeezed(text)
        end = len(squeezed)
        lengths = self._ending.get(squeezed[-1:], ())
        return self._longest(squeezed, [(end - length, end) for length in lengths if length <= end])

    def _squeezed(self, text: str) -> tuple[str, list[int]]:
        if not TO_FOLD_OR_SQUEEZE.search(text):
            return text, []
        if self._latin:
            text = fold_latin(text)
        return _without_gaps(text) if GAP.search(text) else (text, [])

    def _longest(self, text: str, places: Iterable[tuple[int, int]]) -> Value | None:
        """What the first place that holds a pattern stands for."""
        for start, end in places:
            pattern = text[start:end]
            if pattern in self._values and (not EDGED.match(pattern) or _is_whole(text, (0, start, end))):
                return self._values[pattern]
        return None

    def _hits(self, text: str) -> Iterable[_Hit]:
        """Hits in order: as the automaton finds them where none can be a part of a Latin word."""
        if not self._whole_words:
            return self._automaton.find_matches_as_indexes(text)
        every = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return _leftmost_longest([hit for hit in every if not self._edged[hit[0]] or _is_whole(text, hit)])


def fold_latin(text: str) -> str:
    """``text``, as long as before: its ASCII letters lower case, full-width letters and digits ASCII."""
    return WRITTEN_OTHERWISE.sub(lambda run: run[0].translate(FOLD), text)


def lengths_by_character(words: Iterable[str], place: int) -> dict[str, list[int]]:
    """For the character that words have at ``place``, how long these words are, the longest first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[place]].add(len(word))
    return {character: sorted(found, reverse=True) for character, found in lengths.items()}


def _without_gaps(text: str) -> tuple[str, list[int]]:
    """``text`` without its gaps, each one character, and the places in what is left where one was cut."""
    cuts = [match.start() - before for before, match in enumerate(GAP.finditer(text))]
    return GAP.sub("", text), cuts


def _place(squeezed: int, cuts: list[int]) -> int:
    """Where a character stood before the gaps were cut out."""
    return squeezed + bisect_right(cuts, squeezed)


def _word_goes_on(text: str, place: int) -> bool:
    """Whether a Latin word or a number goes on across ``place``."""
    before, after = text[max(place - 1, 0) : place], text[place : place + 1]
    if LETTER_OR_DIGIT.match(before) and LETTER_OR_DIGIT.match(after):
        return True
    if DIGIT.match(before) and after and after in ".,":
        return bool(DIGIT.match(text[place + 1 : place + 2]))
    if DIGIT.match(after) and before and before in ".,":
        return bool(DIGIT.match(text[place - 2 : place - 1]))
    return False


def _is_whole(text: str, hit: _Hit) -> bool:
    """Whether a hit is no part of a longer Latin word or number."""
    _, start, end = hit
    numbered = NUMBERED.search(text, max(start, end - LONG_WORD), end + 1)
    return not _word_goes_on(text, start) and bool(numbered or not _word_goes_on(text, end))


def _leftmost_longest(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    """Of hits in order of their ends, from left to right the longest of each place; none overlaps another."""
    longest = {hit[1]: hit for hit in hits}
    reached = 0
    for start in sorted(longest):
        if start >= reached:
            yield longest[start]
            reached = longest[start][2]
