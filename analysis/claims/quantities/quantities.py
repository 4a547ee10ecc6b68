"""Numbers that count something: a number with its unit, what bounds it and per what time it is counted.

A number alone is no quantity. It becomes one through a measure right behind it (3周, 80%, 120万元), through
the noun of the phrase it opens (250万真实企业用户, 1000所“未来校园”示范学校), through a head before it in
its clause (DAU突破3.2亿, 日关键词搜索数接近2万), or through what says later what it was (3000万，指的是用户
数). Places in a ranking and words that are figures themselves (过半, 翻倍) are found beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analysis import lexicon
from analysis.claims.numbers import numerals, values
from analysis.claims.numbers.magnitudes import has_great_scale, is_order_of_magnitude
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.borrowing import Borrowing
from analysis.claims.quantities.candidates import Candidates, marked, outside
from analysis.claims.quantities.changes import Changes
from analysis.claims.quantities.figure_words import FigureWords
from analysis.claims.quantities.kinds import Kinds
from analysis.claims.quantities.measuring import Measuring
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.quantities.quantity import Counted, Quantity, of_numeral, of_rank, of_word
from analysis.claims.quantities.ranks import Ranks
from analysis.claims.quantities.series import in_series, with_own_heads
from analysis.claims.quantities.units import Bound, Units
from analysis.claims.sentence import Sentence
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Span
from analysis.schema import Qualifier

LATIN_HEAD = re.compile("(?:DAU|MAU|WAU|GMV|ARR|PV|RMB)$")
TENTH = 10
"""What one of a unit of tenths (成) is worth in percent."""
LATIN_UNIT = re.compile("[GTMP]B|G(?![A-Za-z0-9])|APP|App")


class Measured(NamedTuple):
    """A number in its unit, the words that say so, where they end, and how it is bounded."""

    numeral: Numeral
    bound: Bound
    end: int
    qualifier: Qualifier


@dataclass(frozen=True)
class Quantities:
    """What is known of units, qualifiers and the words beside them; a call reads one sentence."""

    qualifiers: Qualifiers
    units: Units
    kinds: Kinds
    measuring: Measuring
    borrowing: Borrowing
    ranks: Ranks
    figure_words: FigureWords
    changes: Changes
    idioms: WordList[None]

    @classmethod
    def load(cls, lexicons: Path) -> Quantities:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        idioms = lexicon.read(lexicons / "numeral_idioms.tsv", ("word", "unless", "example"))
        qualifiers, kinds = Qualifiers.load(lexicons), Kinds.load(lexicons)
        return cls(
            qualifiers=qualifiers,
            units=Units.load(lexicons, qualifiers),
            kinds=kinds,
            measuring=Measuring.load(lexicons, kinds),
            borrowing=Borrowing(qualifiers),
            ranks=Ranks.load(lexicons),
            figure_words=FigureWords.load(lexicons),
            changes=Changes.load(lexicons, qualifiers),
            idioms=WordList(Entry(row["word"], None, lexicon.values(row["unless"])) for row in idioms),
        )

    def __call__(self, sentence: Sentence, taken: Sequence[Span] = ()) -> list[Quantity]:
        """Quantities of a sentence, in order, outside its names and what is taken."""
        closed = [*sentence.names, *taken]
        return self.read(self.candidates(sentence.text).outside(closed, len(sentence.text)), sentence)

    def candidates(self, text: str) -> Candidates:
        """What may be a figure in a narrowed, Simplified text, as far as it tells itself."""
        return Candidates(
            list(self._numerals(text)), list(self.ranks.find(text)), list(self.figure_words.find(text))
        )

    def read(self, candidates: Candidates, sentence: Sentence) -> list[Quantity]:
        """Those of a sentence's candidates that are quantities, in order, none overlapping another."""
        text = sentence.text
        found = [of_rank(rank, sentence.clause(rank.start)) for rank in candidates.ranks]
        found += [
            self._bounded(text, of_word(word, sentence.clause(word.start))) for word in candidates.words
        ]
        closed = marked((Span(one.start, one.surface_end) for one in found), len(text))
        free = [one for one in outside(candidates.numerals, closed) if _is_free(sentence, one)]
        numbers = [(one, self._measured(sentence, one)) for one in free]
        if not found and not any(measured for _, measured in numbers):
            return []
        found += self._counted(sentence, numbers)
        ordered = in_series(text, sorted(found, key=lambda one: one.start))
        return self.changes(sentence, with_own_heads(text, ordered, self.units, self.kinds))

    def _bounded(self, text: str, word: Quantity) -> Quantity:
        """A word that is a figure with what bounds it: 不到一半的, 不足两位数."""
        before = self.qualifiers.before(text, word.start)
        return word._replace(qualifier=before.value) if before and word.qualifier == "exact" else word

    def _counted(
        self, sentence: Sentence, numbers: Sequence[tuple[Numeral, Measured | None]]
    ) -> Iterator[Quantity]:
        """Numbers with their units; those without wait for one behind them, or repeat the one before."""
        waiting: list[Numeral] = []
        last: Quantity | None = None
        for numeral, measured in numbers:
            if measured is None:
                waiting.append(numeral)
                continue
            quantity = self._quantity(sentence, measured, last)
            yield from self.borrowing(sentence, waiting, last, quantity)
            yield quantity
            waiting, last = [], quantity
        yield from self.borrowing(sentence, waiting, last, None)

    def _numerals(self, text: str) -> Iterator[Numeral]:
        """Numbers that are not part of a set phrase."""
        place = 0
        while numeral := numerals.first(text, place, len(text), self.units.number_opening):
            idiom = self.idioms.covering(text, numeral.start)
            place = max(idiom.end, numeral.start + 1) if idiom else numeral.end
            if not idiom:
                yield numeral

    def _measured(self, sentence: Sentence, numeral: Numeral) -> Measured | None:
        """A number with its unit, if it measures."""
        text = sentence.text
        bound = self.units.bind(sentence, numeral)
        measures = self.measuring.measures(text, numeral, bound) if bound else "never"
        if bound is None or measures == "never":
            return None
        opening = self.units.opening(text, numeral)
        before = self.qualifiers.before(text, opening)
        if before is None and is_order_of_magnitude(text, numeral):
            return None
        counted, end = _in_unit(text, numeral, bound)
        qualifier, end = self.qualifiers.bounding(text, numeral, end, before)
        if qualifier == "exact" and bound.unit.kind in {"share", "growth"}:
            qualifier = self.qualifiers.over_standard(text, opening) or qualifier
        bounded = before or (qualifier != "exact" and bound.unit.kind != "duration")
        return Measured(counted, bound, end, qualifier) if bounded or measures == "always" else None

    def _quantity(self, sentence: Sentence, measured: Measured, last: Quantity | None) -> Quantity:
        """A number that measures as a quantity; ``last`` is the one before it."""
        numeral, bound, end, qualifier = measured
        kind = self.kinds.kind(sentence, numeral, bound, last)
        period = self.kinds.period(sentence, numeral, bound, end)
        unit = bound.unit.unit
        if kind == "frequency" and period and bound.rule == "head":
            unit = f"{unit}/{period}"
        period = None if kind == "duration" else period
        counted = Counted(end, unit, kind, period, qualifier, bound.rule)
        return of_numeral(numeral, counted, sentence.clause(numeral.start))


def _is_free(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number is no part of a Latin name; a great one may stand right behind an entity's."""
    if not _in_latin_name(sentence.text, numeral):
        return True
    return numeral.start - 1 in sentence.covered and has_great_scale(sentence.text, numeral)


def _in_latin_name(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is part of a Latin name or a version: S2b2C, V3, 5G."""
    before = text[numeral.start - 1 : numeral.start]
    if before.isascii() and before.isalpha():
        return LATIN_HEAD.search(text[max(0, numeral.start - 4) : numeral.start]) is None
    after = text[numeral.end : numeral.end + 1]
    if not (after.isascii() and after.isalpha()):
        return False
    generation = after == "G" and (numeral.value or 0) < 10 and not text.startswith("GB", numeral.end)
    return generation or LATIN_UNIT.match(text, numeral.end) is None


def _in_unit(text: str, numeral: Numeral, bound: Bound) -> tuple[Numeral, int]:
    """The number in its unit (三成 is 30 percent) with what is behind it (两年半, 九成五), and its end."""
    factor, rest = bound.unit.factor, _rest(text, bound)
    in_unit = numeral._replace(
        value=_times(numeral.value, factor, rest),
        low=_times(numeral.low, factor, rest),
        high=_times(numeral.high, factor, rest),
    )
    return in_unit, bound.end + (rest > 0)


def _times(number: float | None, factor: float, rest: float) -> float | None:
    return None if number is None else round(number * factor, 6) + rest


def _rest(text: str, bound: Bound) -> float:
    """What a character behind a unit adds: 半 to years and tenths, a digit to tenths."""
    behind = text[bound.end : bound.end + 1]
    if bound.unit.kind == "duration":
        return 0.5 * (behind == "半")
    if bound.unit.factor != TENTH:
        return 0
    return TENTH / 2 if behind == "半" else values.DIGITS.get(behind, 0)
