"""Numbers that count something: a number with its unit, what bounds it and per what time it is counted.

A number alone is no quantity. It becomes one through a measure right behind it (3周, 80%, 120万元), through
the noun of the phrase it opens (250万真实企业用户, 1000所“未来校园”示范学校), or through a head before it in
its clause (DAU突破3.2亿, 日关键词搜索数接近2万). Places in a ranking and words that are figures themselves
(过半, 翻倍) are found beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analysis import lexicon
from analysis.claims import numerals
from analysis.claims.figure_words import FigureWord, FigureWords
from analysis.claims.kinds import Kinds
from analysis.claims.lengths import Lengths
from analysis.claims.numerals import Numeral
from analysis.claims.qualifiers import Qualifiers
from analysis.claims.ranks import Rank, Ranks
from analysis.claims.units import Bound, Names, Units, has_great_scale, is_order_of_magnitude
from analysis.claims.wordlist import Entry, Hit, WordList
from analysis.document import Span
from analysis.reading.clause_spans import clauses
from analysis.schema import Kind, Qualifier

SMALL = 10
"""Below this a number before a classifier and its noun is a determiner unless something bounds it."""
HAN_DETERMINER = re.compile("[零〇一二两三四五六七八九几数]+")
LATIN_HEAD = re.compile("(?:DAU|MAU|WAU|GMV|PV|RMB)$")
LATIN_UNIT = re.compile("[GTMP]B|G(?![A-Za-z0-9])|APP|App")
CLAUSE_ENDS = ",，;；。:：!！?？\n、)）"
NEVER_REPEATED = {"share", "growth", "duration", "rank"}


@dataclass(frozen=True)
class Quantity:
    """A quantity in a text: ``start``, ``end`` are the number's; with its unit it ends at ``surface_end``.

    ``clause`` is the clause it stands in.
    """

    start: int
    end: int
    surface_end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: Kind
    qualifier: Qualifier
    period: str | None
    rule: str
    clause: Span


@dataclass(frozen=True)
class _Cut:
    """A sentence cut into clauses."""

    spans: list[Span]

    def clause(self, place: int) -> Span:
        """The clause that holds a place."""
        return self.spans[max(0, bisect_right(self.spans, place, key=lambda span: span.start) - 1)]


@dataclass(frozen=True)
class Quantities:
    """What is known of units, qualifiers and the words beside them; a call reads one sentence."""

    qualifiers: Qualifiers
    units: Units
    kinds: Kinds
    lengths: Lengths
    ranks: Ranks
    figure_words: FigureWords
    idioms: WordList[None]

    @classmethod
    def load(cls, lexicons: Path) -> Quantities:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        idioms = lexicon.read(lexicons / "numeral_idioms.tsv", ("word", "unless", "example"))
        qualifiers = Qualifiers.load(lexicons)
        return cls(
            qualifiers=qualifiers,
            units=Units.load(lexicons, qualifiers),
            kinds=Kinds.load(lexicons),
            lengths=Lengths.load(lexicons),
            ranks=Ranks.load(lexicons),
            figure_words=FigureWords.load(lexicons),
            idioms=WordList(Entry(row["word"], None, lexicon.values(row["unless"])) for row in idioms),
        )

    def __call__(self, text: str, names: Sequence[Span], taken: Sequence[Span]) -> list[Quantity]:
        """Quantities of one narrowed, Simplified sentence, in order, none overlapping another.

        ``names`` are spans of entities: a numeral in one counts nothing, and one in a phrase is not its
        noun. ``taken`` are spans of dates and of whatever else no quantity may touch.
        """
        closed = bytearray(len(text))
        _close(closed, [*names, *taken])
        cut = _Cut(clauses(text, Span(0, len(text))))
        found = [
            *(_of_rank(rank, cut) for rank in self.ranks.find(text) if not _touches(rank, closed)),
            *(_of_word(hit, cut) for hit in self.figure_words.find(text) if not _touches(hit, closed)),
        ]
        _close(closed, [Span(one.start, one.surface_end) for one in found])
        covered = {place: name.end for name in names for place in range(name.start, name.end)}
        found += self._counted(text, covered, closed, cut)
        return sorted(found, key=lambda one: one.start)

    def _counted(self, text: str, names: Names, closed: bytearray, cut: _Cut) -> Iterator[Quantity]:
        place = 0
        last: Quantity | None = None
        while (numeral := next(numerals.find(text, place), None)) is not None:
            idiom = self.idioms.covering(text, numeral.start)
            place = max(idiom.end, numeral.start + 1) if idiom else numeral.end
            if idiom or _touches(numeral, closed) or _in_latin_name(text, numeral):
                continue
            quantity = self._quantity(text, numeral, names, cut.clause(numeral.start), last)
            if quantity:
                last = quantity
                yield quantity

    def _quantity(
        self, text: str, numeral: Numeral, names: Names, clause: Span, last: Quantity | None
    ) -> Quantity | None:
        opening = self.units.opening(text, numeral)
        bounded = self.qualifiers.before(text, opening) is not None
        if not bounded and is_order_of_magnitude(text, numeral):
            return None
        bound = self.units.bind(text, numeral, names, clause)
        if bound is None:
            return self._elliptic(text, numeral, clause, last)
        counted, end = _in_unit(text, numeral, bound)
        qualifier, end = self.qualifiers.bounding(text, replace(counted, start=opening), end)
        bounded = bounded or (qualifier != "exact" and bound.unit.kind != "duration")
        if not self._measures(text, numeral, bound, bounded=bounded):
            return None
        numeral = counted
        kind = self.kinds.kind(text, numeral, bound, names, clause)
        if kind == "count_other" and self._is_headcount(text, numeral, bound, names, last):
            kind = "staff"
        period = self.kinds.period(text, numeral, bound, clause, end)
        unit = bound.unit.unit
        if kind == "frequency" and period and bound.rule == "head":
            unit = f"{unit}/{period}"
        return Quantity(
            start=numeral.start,
            end=numeral.end,
            surface_end=end,
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            unit=unit,
            kind=kind,
            qualifier=qualifier,
            period=None if kind == "duration" else period,
            rule=bound.rule,
            clause=clause,
        )

    def _elliptic(self, text: str, numeral: Numeral, clause: Span, last: Quantity | None) -> Quantity | None:
        """A great number that ends its clause and repeats the unit of the one before it: 2014年为360万."""
        if last is None or last.kind in NEVER_REPEATED or not has_great_scale(text, numeral):
            return None
        qualifier, end = self.qualifiers.bounding(text, numeral, numeral.end)
        if text[end : end + 1] not in CLAUSE_ENDS:
            return None
        return replace(
            last,
            start=numeral.start,
            end=numeral.end,
            surface_end=end,
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            qualifier=qualifier,
            rule="elliptic",
            clause=clause,
        )

    def _measures(self, text: str, numeral: Numeral, bound: Bound, *, bounded: bool) -> bool:
        """Whether the number measures; a small number is often only a determiner (两款产品, 2种版本)."""
        kind = bound.unit.kind
        if numeral.value == 0 or text.endswith("第", 0, numeral.start):
            return False
        if kind == "duration":
            return self.lengths.is_length(text, numeral, bound.end, bounded=bounded)
        if kind == "frequency" and self.kinds.periods.behind(text, numeral.start):
            return True
        surface = text[numeral.start : numeral.end]
        if bound.rule == "classifier_noun" and kind == "count_other" and (numeral.value or SMALL) < SMALL:
            return bounded
        if not HAN_DETERMINER.fullmatch(surface) or kind in {"share", "growth"}:
            return True
        return surface != "一" and bounded

    def _is_headcount(
        self, text: str, numeral: Numeral, bound: Bound, names: Names, last: Quantity | None
    ) -> bool:
        """Whether the people counted work somewhere: behind its name (飞书8000人), or in a list of staff."""
        if bound.unit.unit != "people":
            return False
        hit = self.qualifiers.words_before.behind(text, numeral.start)
        place = hit.start if hit else numeral.start
        listed = last is not None and last.unit == "people" and last.kind == "staff"
        return listed or names.get(place - 1) == place


def _figure(found: Rank | Hit[FigureWord], figure: FigureWord, rule: str, cut: _Cut) -> Quantity:
    return Quantity(
        start=found.start,
        end=found.end,
        surface_end=found.end,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        kind=figure.kind,
        qualifier=figure.qualifier,
        period=None,
        rule=rule,
        clause=cut.clause(found.start),
    )


def _of_rank(rank: Rank, cut: _Cut) -> Quantity:
    return _figure(rank, FigureWord(rank.place, None, None, "rank", "rank", "exact"), "rank", cut)


def _of_word(hit: Hit[FigureWord], cut: _Cut) -> Quantity:
    return _figure(hit, hit.value, "figure_word", cut)


def _close(closed: bytearray, spans: Sequence[Span]) -> None:
    """Mark the places of a sentence that no quantity may touch."""
    for span in spans:
        start, end = max(0, span.start), min(len(closed), span.end)
        closed[start:end] = b"\1" * (end - start)


def _touches(one: Numeral | Rank | Hit[FigureWord], closed: bytearray) -> bool:
    return any(closed[one.start : one.end])


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
    """The number in its unit (三成 is 30 percent), with 半 behind the unit (两年半), and where that ends."""
    half = bound.unit.kind == "duration" and text.startswith("半", bound.end)
    end = bound.end + half
    value, low, high = (
        None if number is None else round(number * bound.unit.factor, 6) + half / 2
        for number in (numeral.value, numeral.low, numeral.high)
    )
    return replace(numeral, value=value, low=low, high=high), end
