"""Cutting text into words.

Names that are known are cut out first, whole, so that they are counted as often as they are found.
Runs of Han characters between them are cut by jieba's algorithm (a unigram model over its dictionary,
and a hidden Markov model for what is not in it) as ``rjieba`` implements it. Everything else is cut by
one rule: a word is a run of letters and digits, held together by single marks such as those of
``V2.4.16``, ``3-4`` and ``e-mail``.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, count, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rjieba import Jieba

from analysis.reading import characters
from analysis.words.gazetteer import Gazetteer

HAN_CODES = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
"""First and last code points of the blocks of Han characters."""

HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_CODES)
HAN_RUN = re.compile(f"[{HAN}]+")
OTHER_RUN = re.compile(rf"[^\W_{HAN}]+(?:[.\-_'’&+][^\W_{HAN}]+|(?<=\d),\d{{3}}(?!\d))*")
NUMBER, FOREIGN = "m", "eng"
EVERYDAY = 1000
"""Frequency in jieba's dictionary of an everyday word."""

MOST_KNOWN = 200_000
"""Words whose tags are kept: 30 MB."""

BLANK = "\n"
"""Stands for every character that jieba is not to see; it gives it back as a token of its own."""

Entry = tuple[str, str]
"""A word and its tag."""


class Word(NamedTuple):
    """A word: half-open offsets into the text, the word as it stands there, its ICTCLAS tag."""

    start: int
    end: int
    surface: str
    pos: str


@dataclass(frozen=True)
class Words:
    """Words of a text in order, as columns.

    ``starts`` and ``ends`` are half-open offsets into the text. ``numbers`` say which of ``vocabulary``
    stands there: a word as it is written and its ICTCLAS tag (a name's where it is one anywhere in the text),
    in order of first appearance. ``not_han`` are the numbers of those that jieba has not cut.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    numbers: NDArray[np.int32]
    vocabulary: list[Entry]
    not_han: list[int]

    def __iter__(self) -> Iterator[Word]:
        places = zip(self.starts.tolist(), self.ends.tolist(), self.numbers.tolist(), strict=True)
        return (Word(start, end, *self.vocabulary[number]) for start, end, number in places)


@dataclass(frozen=True)
class Segmentation:
    """Cuts text into words.

    ``words`` are added to jieba's dictionary, each with its tag, as everyday words or as frequent as it
    takes for jieba's model to prefer them to their parts; one with a letter, digit or space in it
    (``B端``) is cut out whole. ``names`` are cut out whole too, each with its tag; None is for a longer
    expression that only looks as if it held a name (``小程序员``) and is cut like any text.
    """

    words: Mapping[str, str]
    names: Mapping[str, str | None]

    def __call__(self, text: str) -> Words:
        """Words of ``text`` in order; what lies between them has no letter, digit or Han character."""
        whole = self._whole.find(text)
        rest = _blank(text, whole)
        own = [*whole, *_other_words(rest)]
        han = _only_han(rest)
        tokens = self._jieba.cut(han)
        starts, ends = _spans(tokens)
        places = starts.searchsorted([start for start, _, _ in own])
        ends[places] = [end for _, end, _ in own]
        own_tags: dict[str, str] = {}
        for place, (start, end, tag) in zip(places.tolist(), own, strict=True):
            surface = tokens[place] = text[start:end]
            own_tags.setdefault(surface, tag)
        numbers, number = _numbered(tokens)
        kept = numbers >= 0
        not_han = [number[surface] for surface in own_tags]
        vocabulary = list(zip(number, self._tags(number, own_tags, han), strict=True))
        return Words(starts[kept], ends[kept], numbers[kept], vocabulary, not_han)

    @cached_property
    def _whole(self) -> Gazetteer[str]:
        mixed = {word: pos for word, pos in self.words.items() if not HAN_RUN.fullmatch(word)}
        return Gazetteer(mixed | dict(self.names))

    @cached_property
    def _jieba(self) -> Jieba:
        jieba = Jieba()
        for word, pos in self.words.items():
            if HAN_RUN.fullmatch(word):
                jieba.add_word(word, max(jieba.suggest_freq(word), EVERYDAY), pos)
        return jieba

    @cached_property
    def _known(self) -> dict[str, str]:
        """Tags of words that have been met, so that each is looked up once."""
        return {}

    def _tags(self, words: Mapping[str, int], own_tags: Mapping[str, str], text: str) -> list[str]:
        """Tags of numbered words: those of their own, or else jieba's, which has cut them from ``text``."""
        known = self._known
        tags = list(map(known.get, words, repeat("")))
        for word, tag in own_tags.items():
            tags[words[word]] = tag
        if "" not in tags:
            return tags
        found = self._new_tags([word for word, tag in zip(words, tags, strict=True) if not tag], text)
        if len(known) < MOST_KNOWN:
            known.update(found)
        return [tag or found[word] for word, tag in zip(words, tags, strict=True)]

    def _new_tags(self, words: Collection[str], text: str) -> dict[str, str]:
        """Jieba's tags of words that it has cut from ``text``; a tag depends on nothing but the word.

        Few words come out in pieces where they stand alone; then all of the text is tagged.
        """
        found = dict(chain.from_iterable(map(self._jieba.tag, words)))
        if not found.keys() >= set(words):
            found.update(self._jieba.tag(text))
        return {word: sys.intern(found[word]) for word in words}


def _spans(tokens: list[str]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Where tokens begin and end that follow upon each other."""
    lengths = np.fromiter(map(len, tokens), np.int32, len(tokens))
    ends = lengths.cumsum(dtype=np.int32)
    return ends - lengths, ends


def _numbered(tokens: list[str]) -> tuple[NDArray[np.int32], dict[str, int]]:
    """The number of each token, -1 for a blank, and the numbers of all others in order of appearance."""
    number: defaultdict[str, int] = defaultdict(count(-1).__next__)
    number[BLANK]
    numbers = np.fromiter(map(number.__getitem__, tokens), np.int32, len(tokens))
    del number[BLANK]
    return numbers, number


def _other_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of letters and digits: where they stand, and their tags."""
    for run in OTHER_RUN.finditer(text):
        yield run.start(), run.end(), FOREIGN if is_word(run[0]) else NUMBER


def is_word(surface: str) -> bool:
    """Whether ``surface`` has a letter or a Han character: ``V2`` has, ``3-4`` has not."""
    return surface.isalpha() or any(map(str.isalpha, surface))


def _blank(text: str, words: Iterable[tuple[int, int, str]]) -> str:
    """``text``, as long as before, with ``words`` blank."""
    pieces, reached = [], 0
    for start, end, _ in words:
        pieces += [text[reached:start], BLANK * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])


def _only_han(text: str) -> str:
    """``text``, as long as before, with all that is no Han character blank."""
    return characters.written(_han_or_blank().take(characters.codes(text)))


@cache
def _han_or_blank() -> characters.Codes:
    """For every code point itself where it is of a Han character, else that of a blank."""
    codes = np.full(sys.maxunicode + 1, ord(BLANK), np.uint32)
    for first, last in HAN_CODES:
        codes[first : last + 1] = np.arange(first, last + 1)
    return codes
