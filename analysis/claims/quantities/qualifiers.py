"""What bounds a number: 近, 超过 or 不到 before it, 左右, 以上 or + behind it, 几 or 多 in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from analysis import lexicon
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.wordlist import Entry, Hit, WordList, characters
from analysis.schema import Qualifier

BOUNDS = "(?:大约|将近|接近|超过|突破|不到|约|近|超|逾)?"
"""For patterns that reach up to a number: the words that bound one most often, if any stands there."""
PLACES = ("before", "behind", "reaching")
REACH = 8
"""Characters before a number in which a word that reaches over a verb ends: 最多可同时召开5场."""
STANDARD_REACH = 16
"""Characters before a multiple in which the word that bounds it ends, before its standard."""
STANDARD = re.compile("[\u4e00-\u9fffA-Za-z ]")
BRIDGE = re.compile("[\u4e00-\u9fff]*")
LONGEST_CLASSIFIER = 2
"""Characters of the classifier that a qualifier may stand behind."""


@dataclass(frozen=True)
class Qualifiers:
    """Words before and behind a number, and the light characters that may part the first from it."""

    words_before: WordList[Qualifier]
    words_behind: WordList[Qualifier]
    words_reaching: WordList[Qualifier]
    light: frozenset[str]

    @classmethod
    def load(cls, lexicons: Path) -> Qualifiers:
        """Read ``qualifiers.tsv`` and ``particles.tsv``; raises ``LexiconError`` for a broken one."""
        columns = ("word", "qualifier", "place", "unless", "example")
        path = lexicons / "qualifiers.tsv"
        rows = lexicon.read(path, columns)
        before, behind, reaching = (
            WordList(
                Entry(
                    row["word"],
                    lexicon.choice(path, row, "qualifier", get_args(Qualifier)),
                    lexicon.values(row["unless"]),
                )
                for row in rows
                if lexicon.choice(path, row, "place", PLACES) == place
            )
            for place in PLACES
        )
        return cls(before, behind, reaching, characters(lexicons / "particles.tsv", "light"))

    def before(self, text: str, place: int) -> Hit[Qualifier] | None:
        """The qualifier right before ``place``, before light words (超过了3亿), or reaching over a verb."""
        return self._adjacent(text, place) or self._reaching(text, place)

    def _adjacent(self, text: str, place: int) -> Hit[Qualifier] | None:
        while place > 0:
            hit = self.words_before.behind(text, place) or self.words_reaching.behind(text, place)
            if hit or (text[place - 1] not in self.light and text[place - 1] != " "):
                return hit
            place -= 1
        return None

    def _reaching(self, text: str, place: int) -> Hit[Qualifier] | None:
        hit = self.words_reaching.last_in(text, max(0, place - REACH), place)
        between = text[hit.end : place].rstrip(" ") if hit else ""
        return hit if hit and BRIDGE.fullmatch(between) and "的" not in between else None

    def over_standard(self, text: str, place: int) -> Qualifier | None:
        """What bounds a multiple or a share before the standard it is taken of: 不到飞书的三倍."""
        if not text.endswith("的", 0, place):
            return None
        for end in range(place - 1, max(0, place - STANDARD_REACH), -1):
            hit = self.words_before.behind(text, end)
            if hit and hit.end - hit.start > 1:
                return hit.value
            if not STANDARD.match(text[end - 1]):
                return None
        return None

    def behind(self, text: str, place: int) -> Hit[Qualifier] | None:
        """The qualifier that begins at ``place``, or behind one space."""
        return self.words_behind.at(text, place + text.startswith(" ", place))

    def bounding(
        self, text: str, numeral: Numeral, end: int, before: Hit[Qualifier] | None
    ) -> tuple[Qualifier, int]:
        """What bounds a number whose unit ends at ``end``, and where the words behind it end.

        ``before`` is the qualifier before the number.
        """
        inside: Qualifier = "over" if "多" in text[numeral.end : end] else "exact"
        after = self.behind(text, end) or self.behind(text, numeral.end) or self._inside(text, numeral, end)
        end = max(end, after.end) if after else end
        if numeral.qualifier == "several":
            return "several", end
        if before and before.value != "exact":
            return before.value, end
        if after and after.value != "exact":
            return after.value, end
        return numeral.qualifier or inside, end

    def _inside(self, text: str, numeral: Numeral, end: int) -> Hit[Qualifier] | None:
        """A qualifier of two characters or more between a classifier and its noun: 3款以上应用."""
        for place in range(numeral.end + 1, min(end, numeral.end + LONGEST_CLASSIFIER + 1)):
            hit = self.words_behind.at(text, place)
            if hit and hit.end - hit.start > 1:
                return hit
        return None
