"""Cutting text into words.

Names that are known are cut out first, whole, so that they are counted as often as they are found.
Runs of Han characters between them are cut by jieba's algorithm (a unigram model over its dictionary,
and a hidden Markov model for what is not in it) as ``rjieba`` implements it. Everything else is cut by
one rule: a word is a run of letters and digits, held together by single marks such as those of
``V2.4.16``, ``3-4`` and ``e-mail``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from rjieba import Jieba

from analysis.words.gazetteer import Gazetteer

HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}]+")
NOT_HAN = re.compile(f"[^{HAN}]")
OTHER_RUN = re.compile(rf"[^\W_{HAN}]+(?:[.\-_'’&+][^\W_{HAN}]+|(?<=\d),\d{{3}}(?!\d))*")
NUMBER, FOREIGN = "m", "eng"
EVERYDAY = 1000
"""Frequency in jieba's dictionary of an everyday word."""


class Word(NamedTuple):
    """A word: half-open offsets into the text, the word as it stands there, its ICTCLAS tag."""

    start: int
    end: int
    surface: str
    pos: str


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

    def __call__(self, text: str) -> list[Word]:
        """Words of ``text`` in order; what lies between them has no letter, digit or Han character."""
        whole = [Word(start, end, text[start:end], pos) for start, end, pos in self._whole.find(text) if pos]
        rest = _blank(text, whole)
        return sorted(chain(whole, self._han_words(rest), _other_words(rest)))

    @cached_property
    def _whole(self) -> Gazetteer[str | None]:
        mixed = {word: pos for word, pos in self.words.items() if not HAN_RUN.fullmatch(word)}
        return Gazetteer(mixed | dict(self.names))

    @cached_property
    def _jieba(self) -> Jieba:
        jieba = Jieba()
        for word, pos in self.words.items():
            if HAN_RUN.fullmatch(word):
                jieba.add_word(word, max(jieba.suggest_freq(word), EVERYDAY), pos)
        return jieba

    def _han_words(self, text: str) -> Iterator[Word]:
        start = 0
        for surface, pos in self._jieba.tag(NOT_HAN.sub("\n", text)):
            end = start + len(surface)
            if surface != "\n":
                yield Word(start, end, surface, pos)
            start = end


def _other_words(text: str) -> Iterator[Word]:
    for run in OTHER_RUN.finditer(text):
        yield Word(run.start(), run.end(), run[0], FOREIGN if is_word(run[0]) else NUMBER)


def is_word(surface: str) -> bool:
    """Whether ``surface`` has a letter or a Han character: ``V2`` has, ``3-4`` has not."""
    return surface.isalpha() or any(character.isalpha() for character in surface)


def _blank(text: str, words: list[Word]) -> str:
    """``text``, as long as before, with ``words`` made white space."""
    pieces, reached = [], 0
    for word in words:
        pieces += [text[reached : word.start], "\n" * (word.end - word.start)]
        reached = word.end
    return "".join([*pieces, text[reached:]])
