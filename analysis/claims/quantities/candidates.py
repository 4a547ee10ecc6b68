"""What may be a figure in a text, before it is asked what it counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.figure_words import FigureWord
from analysis.claims.quantities.ranks import Rank
from analysis.claims.wordlist import Hit
from analysis.document import Span
from analysis.reading.clause_spans import Placed

Candidate = TypeVar("Candidate", Numeral, Rank, Hit[FigureWord])


class Candidates(NamedTuple):
    """Numbers, places in a ranking, and words that are figures, each in order."""

    numerals: Sequence[Numeral] = ()
    ranks: Sequence[Rank] = ()
    words: Sequence[Hit[FigureWord]] = ()

    def outside(self, closed: Iterable[Placed], length: int) -> Candidates:
        """Those that touch nothing of what is ``closed`` in a text of some length."""
        marks = marked(closed, length)
        return Candidates(
            outside(self.numerals, marks), outside(self.ranks, marks), outside(self.words, marks)
        )

    def by_sentence(self, sentences: Sequence[Span]) -> dict[int, Candidates]:
        """Those of each sentence that has any, by its place, with offsets into the sentence."""
        starts = [sentence.start for sentence in sentences]
        numerals, ranks, words = (
            _by_sentence(self.numerals, sentences, starts),
            _by_sentence(self.ranks, sentences, starts),
            _by_sentence(self.words, sentences, starts),
        )
        return {
            place: Candidates(numerals.get(place, ()), ranks.get(place, ()), words.get(place, ()))
            for place in numerals.keys() | ranks.keys() | words.keys()
        }


def marked(spans: Iterable[Placed], length: int) -> bytearray:
    """A text of some length, a 1 at every place that a span covers."""
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return marks


def outside(found: Sequence[Candidate], marks: bytearray) -> list[Candidate]:
    """Those that hold no place that is marked."""
    return [one for one in found if marks.find(1, one.start, one.end) < 0]


def _by_sentence(
    found: Sequence[Candidate], sentences: Sequence[Span], starts: Sequence[int]
) -> dict[int, list[Candidate]]:
    held: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in found:
        place = bisect_right(starts, one.start) - 1
        if place >= 0 and one.end <= sentences[place].end:
            held[place].append(one._replace(start=one.start - starts[place], end=one.end - starts[place]))
    return held
