"""Words that are a figure in themselves: 过半, 翻倍, 两位数."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from analysis import lexicon
from analysis.claims.wordlist import Entry, Hit, WordList
from analysis.schema import Kind, Qualifier


class FigureWord(NamedTuple):
    """The figure a word is; ``after`` are the words of which one must stand right before it, if any."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    kind: Kind
    qualifier: Qualifier
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureWords:
    """The words with their figures."""

    words: WordList[FigureWord]

    @classmethod
    def load(cls, lexicons: Path) -> FigureWords:
        """Read ``fixed_figures.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        columns = ("word", "value", "low", "high", "unit", "kind", "qualifier", "after", "unless", "example")
        path = lexicons / "fixed_figures.tsv"
        return cls(
            WordList(
                Entry(row["word"], _figure(path, row), lexicon.values(row["unless"]))
                for row in lexicon.read(path, columns)
            )
        )

    def find(self, text: str) -> Iterator[Hit[FigureWord]]:
        """Every such word in a narrowed, Simplified text, in order."""
        for hit in self.words.every(text):
            if not hit.value.after or text.endswith(hit.value.after, 0, hit.start):
                yield hit


def _figure(path: Path, row: Mapping[str, str]) -> FigureWord:
    value, low, high = (
        lexicon.number(path, row, name) if row[name] else None for name in ("value", "low", "high")
    )
    return FigureWord(
        value,
        low,
        high,
        row["unit"],
        lexicon.choice(path, row, "kind", get_args(Kind)),
        lexicon.choice(path, row, "qualifier", get_args(Qualifier)),
        lexicon.values(row["after"]),
    )
