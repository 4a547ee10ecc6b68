"""Where a date lies as its article is written, by the words beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from analysis import lexicon
from analysis.claims.dates.context import Direction

REACH = 6
"""Characters before a date in which a word may stand that says it lies ahead."""

_COLUMNS = ("word", "place", "direction", "example")
_PLACES = ("before", "touching", "behind")


@dataclass(frozen=True)
class Directions:
    """The words of ``lexicons/date_directions.tsv`` by the place where they stand."""

    words: Mapping[str, Mapping[str, Direction]]

    @classmethod
    def load(cls, lexicons: Path) -> Directions:
        """The words from a folder of lexicon files; raises ``LexiconError`` for one that is broken."""
        path = lexicons / "date_directions.tsv"
        rows = lexicon.read(path, _COLUMNS)
        return cls(
            {
                place: {
                    row["word"]: lexicon.choice(path, row, "direction", get_args(Direction))
                    for row in rows
                    if place in lexicon.values(row["place"])
                }
                for place in _PLACES
            }
        )

    def of(self, text: str, start: int, end: int) -> Direction:
        """Where the date in ``text[start:end]`` (narrowed, Simplified) lies; the past where no word says."""
        before = text[max(0, start - REACH) : start].rstrip()
        behind = text[end : end + REACH].lstrip()
        ahead = [word for word in self.words["before"] if word in before]
        after = [word for word in self.words["behind"] if behind.startswith(word)]
        touching = [word for word in self.words["touching"] if before.endswith(word)]
        for place, found in (("before", ahead), ("behind", after), ("touching", touching)):
            if found:
                return self.words[place][max(found, key=len)]
        return "past"
