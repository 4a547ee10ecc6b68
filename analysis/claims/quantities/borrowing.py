"""Numbers without a unit of their own that have that of a neighbour: 3亿和1亿用户, 2014年为360万."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.claims.numbers.magnitudes import has_great_scale
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.quantities.quantity import Counted, Quantity, of_numeral
from analysis.claims.quantities.series import JOINED_NUMBERS
from analysis.claims.sentence import Sentence

CLAUSE_ENDS = ",，;；。:：!！?？\n、)）"
NEVER_REPEATED = {"share", "growth", "duration", "rank"}
NEVER_SHARED = {"duration", "rank"}
SMALL = 10
"""A number below this without 万 or 亿 shares no unit: 1、2季度."""


@dataclass(frozen=True)
class Borrowing:
    """Gives a number the unit of its neighbour; ``qualifiers`` are the words that bound it."""

    qualifiers: Qualifiers

    def __call__(
        self,
        sentence: Sentence,
        waiting: Sequence[Numeral],
        last: Quantity | None,
        following: Quantity | None,
    ) -> Iterator[Quantity]:
        """Those of the waiting numbers that have a unit after all, in order.

        ``last`` and ``following`` are the quantities before and behind them.
        """
        sharing = _sharing(sentence.text, waiting, following)
        for place, one in enumerate(waiting):
            if following is not None and place >= len(waiting) - sharing:
                yield self._like(sentence, one, following, "shared")
            elif last is not None and self._repeats(sentence.text, one, last):
                yield self._like(sentence, one, last, "repeated")

    def _repeats(self, text: str, numeral: Numeral, last: Quantity) -> bool:
        """Whether a great number ends its clause, as one that repeats a unit does."""
        if last.kind in NEVER_REPEATED or not has_great_scale(text, numeral):
            return False
        _, end = self.qualifiers.bounding(text, numeral, numeral.end, None)
        return text[end : end + 1] in CLAUSE_ENDS

    def _like(self, sentence: Sentence, one: Numeral, other: Quantity, rule: str) -> Quantity:
        before = self.qualifiers.before(sentence.text, one.start)
        qualifier, end = self.qualifiers.bounding(sentence.text, one, one.end, before)
        counted = Counted(end, other.unit, other.kind, other.period, qualifier, rule)
        return of_numeral(one, counted, sentence.clause(one.start))


def _sharing(text: str, waiting: Sequence[Numeral], following: Quantity | None) -> int:
    """How many of the last waiting numbers are joined to the quantity behind them: 3亿和1亿用户."""
    if following is None or following.kind in NEVER_SHARED:
        return 0
    count, start = 0, following.start
    for one in reversed(waiting):
        great = has_great_scale(text, one) or (one.value or 0) >= SMALL
        if not great or not JOINED_NUMBERS.fullmatch(text, one.end, start):
            break
        count, start = count + 1, one.start
    return count
