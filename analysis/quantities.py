"""Numbers that count something: a number with its unit, what bounds it and per what time it is counted.

A number alone is no quantity. It becomes one through a measure right behind it (3周, 80%, 120万元), through
the noun of the phrase it opens (250万真实企业用户, 1000所“未来校园”示范学校), or through a head before it in
its clause (DAU突破3.2亿, 日关键词搜索数接近2万). Places in a ranking and words that are figures themselves
(过半, 翻倍) are found beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, cast

from analysis import lexicon, numerals
from analysis.clause_spans import clauses
from analysis.document import Span
from analysis.numerals import Numeral
from analysis.ranks import Rank, Ranks
from analysis.schema import Kind, Qualifier
from analysis.units import Bound, Names, Units, has_great_scale, is_order_of_magnitude
from analysis.wordlist import Entry, Hit, WordList

NEAR = 40
"""Characters on either side of a number in which a word may change its kind or name its period."""
PERIOD_REACH = 8
"""Characters before a head in which its period begins: 日关键词搜索数."""
AFTER = 8
"""Characters behind a length of time that tell a place in time."""
PERIOD_MARKS = {"日": "day", "周": "week", "月": "month", "年": "year"}
PERIOD_OF_HEAD = re.compile("(?:^|[,、。;“的])(日|周|月|年)[\u4e00-\u9fff]{0,4}$")
HAN_DETERMINER = re.compile("[零〇一二两三四五六七八九几数]+")
LATIN_HEAD = re.compile("(?:DAU|MAU|WAU|GMV|PV|RMB)$")
LATIN_UNIT = re.compile("[GTMP]B|G(?![A-Za-z0-9])|APP|App")
LENGTH = re.compile("(?:的)?时间|之?内|以内")
CLAUSE_ENDS = ",，;；。:：!！?？\n、)）"
NEVER_REPEATED = {"share", "growth", "duration", "rank"}


class Fixed(NamedTuple):
    """The figure a word is."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    kind: Kind
    qualifier: Qualifier


class KindCue(NamedTuple):
    """A word near a number that turns one kind of figure into another."""

    word: str
    of: Kind
    kind: Kind


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

    units: Units
    ranks: Ranks
    fixed: WordList[Fixed]
    idioms: WordList[None]
    before: WordList[Qualifier]
    behind: WordList[Qualifier]
    light: frozenset[str]
    places_before: WordList[None]
    places_behind: WordList[None]
    lengths: WordList[None]
    periods: WordList[str]
    kinds: tuple[KindCue, ...]

    @classmethod
    def load(cls, lexicons: Path) -> Quantities:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        particles = _particles(lexicons)
        places = lexicon.read(lexicons / "relative_times.tsv", ("word", "place", "example"))
        periods = lexicon.read(lexicons / "periods.tsv", ("word", "period", "example"))
        idioms = lexicon.read(lexicons / "numeral_idioms.tsv", ("word", "unless", "example"))
        kinds = lexicon.read(lexicons / "kind_cues.tsv", ("word", "of", "kind", "example"))
        behind = _qualifiers(lexicons, "behind")
        return cls(
            units=Units.load(lexicons, behind, particles),
            ranks=Ranks.load(lexicons),
            fixed=_fixed(lexicons),
            idioms=WordList(Entry(row["word"], None, lexicon.values(row["unless"])) for row in idioms),
            before=_qualifiers(lexicons, "before"),
            behind=behind,
            light=particles["light"],
            places_before=_words(row["word"] for row in places if row["place"] in {"before", "either"}),
            places_behind=_words(row["word"] for row in places if row["place"] in {"behind", "either"}),
            lengths=_words(row["word"] for row in places if row["place"] == "length"),
            periods=WordList(Entry(row["word"], row["period"]) for row in periods),
            kinds=tuple(
                KindCue(row["word"], cast(Kind, row["of"]), cast(Kind, row["kind"])) for row in kinds
            ),
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
            *(_of_word(hit, cut) for hit in self._figure_words(text) if not _touches(hit, closed)),
        ]
        _close(closed, [Span(one.start, one.surface_end) for one in found])
        covered = {place: name.end for name in names for place in range(name.start, name.end)}
        found += self._counted(text, covered, closed, cut)
        return sorted(found, key=lambda one: one.start)

    def _figure_words(self, text: str) -> Iterator[Hit[Fixed]]:
        place = 0
        while place < len(text):
            hit = self.fixed.at(text, place)
            if hit:
                yield hit
            place = hit.end if hit else place + 1

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
        before = self._qualifier_before(text, numeral.start)
        if before is None and is_order_of_magnitude(text, numeral):
            return None
        bound = self.units.bind(text, numeral, names, clause)
        if bound is None:
            return self._elliptic(text, numeral, clause, last)
        if not self._measures(text, numeral, bound):
            return None
        near = Span(max(clause.start, numeral.start - NEAR), min(clause.end, numeral.end + NEAR))
        numeral, end = _in_unit(text, numeral, bound)
        qualifier, end = self._qualifier(text, numeral, end)
        kind = self._kind(_without(text, names, near), bound, last)
        if kind == "count_other" and self._is_headcount(text, numeral, bound, names):
            kind = "staff"
        period = self._period(text, numeral, bound, near, end)
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
        qualifier, end = self._qualifier(text, numeral, numeral.end)
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

    def _measures(self, text: str, numeral: Numeral, bound: Bound) -> bool:
        """Whether the number measures; a small Han numeral is often only a determiner (两款产品)."""
        kind = bound.unit.kind
        if numeral.value == 0 or text.endswith("第", 0, numeral.start):
            return False
        if kind == "duration":
            return self._is_length(text, numeral, bound)
        surface = text[numeral.start : numeral.end]
        if not HAN_DETERMINER.fullmatch(surface) or kind in {"share", "growth"}:
            return True
        return surface != "一" and self._qualifier_before(text, numeral.start) is not None

    def _is_length(self, text: str, numeral: Numeral, bound: Bound) -> bool:
        """Whether a length of time is one, and no place in time (过去两年, 三年后, 下一个三年, 有一天)."""
        after = text[bound.end : bound.end + AFTER].lstrip(" ")
        named = LENGTH.match(after) or text.endswith("时间", 0, bound.end)
        if text[numeral.start : numeral.end] in {"一", "一两"} and not named:
            told = self.lengths.behind(text, numeral.start) or self._qualifier_before(text, numeral.start)
            return told is not None
        if named:
            return not text.endswith(("下一个", "上一个"), 0, numeral.start)
        if self.places_behind.at(after, 0):
            return False
        return self.places_before.behind(text, numeral.start) is None

    def _qualifier(self, text: str, numeral: Numeral, end: int) -> tuple[Qualifier, int]:
        """What bounds the number, and where the unit with a qualifier behind it ends."""
        inside: Qualifier = "over" if "多" in text[numeral.end : end] else "exact"
        after = self.behind.at(text, end) or self.behind.at(text, numeral.end)
        end = max(end, after.end) if after else end
        if numeral.qualifier == "several":
            return "several", end
        before = self._qualifier_before(text, numeral.start)
        if before:
            return before, end
        if after and after.value != "exact":
            return after.value, end
        return numeral.qualifier or inside, end

    def _qualifier_before(self, text: str, place: int) -> Qualifier | None:
        """A qualifier right before the number, or before light words between: 超过了3亿, 约为30%."""
        while place > 0:
            hit = self.before.behind(text, place)
            if hit:
                return hit.value
            if text[place - 1] not in self.light and text[place - 1] != " ":
                return None
            place -= 1
        return None

    def _kind(self, near: str, bound: Bound, last: Quantity | None) -> Kind:
        """The kind of the unit, or what a word in the clause makes of it; a list of staff goes on."""
        kind, people = bound.unit.kind, bound.unit.unit == "people"
        if kind != "share" and not people:
            return kind
        cued = next((cue.kind for cue in self.kinds if cue.of == kind and cue.word in near), None)
        staff = last is not None and last.unit == "people" and last.kind == "staff"
        return cued or ("staff" if staff and kind == "count_other" else kind)

    def _is_headcount(self, text: str, numeral: Numeral, bound: Bound, names: Names) -> bool:
        """Whether a number of people stands right behind a name and so counts who works there: 飞书8000人."""
        hit = self.before.behind(text, numeral.start)
        place = hit.start if hit else numeral.start
        return bound.unit.unit == "people" and names.get(place - 1) == place

    def _period(self, text: str, numeral: Numeral, bound: Bound, near: Span, end: int) -> str | None:
        found = self.periods.at(text, end) or self.periods.last_in(text, near.start, numeral.start)
        found = found or self.periods.last_in(text, numeral.end, end)
        if found:
            return found.value
        if bound.head is None:
            return None
        opening = PERIOD_OF_HEAD.search(text, max(0, bound.head - PERIOD_REACH), bound.head)
        return PERIOD_MARKS[opening[1]] if opening else None


def _particles(lexicons: Path) -> dict[str, frozenset[str]]:
    rows = lexicon.read(lexicons / "particles.tsv", ("character", "roles"))
    return {
        role: frozenset(row["character"] for row in rows if role in lexicon.values(row["roles"]))
        for role in ("boundary", "linking", "light")
    }


def _qualifiers(lexicons: Path, place: str) -> WordList[Qualifier]:
    columns = ("word", "qualifier", "place", "unless", "example")
    return WordList(
        Entry(row["word"], cast(Qualifier, row["qualifier"]), lexicon.values(row["unless"]))
        for row in lexicon.read(lexicons / "qualifiers.tsv", columns)
        if row["place"] == place
    )


def _fixed(lexicons: Path) -> WordList[Fixed]:
    columns = ("word", "value", "low", "high", "unit", "kind", "qualifier", "unless", "example")
    return WordList(
        Entry(
            row["word"],
            Fixed(
                value=_number(row["value"]),
                low=_number(row["low"]),
                high=_number(row["high"]),
                unit=row["unit"],
                kind=cast(Kind, row["kind"]),
                qualifier=cast(Qualifier, row["qualifier"]),
            ),
            lexicon.values(row["unless"]),
        )
        for row in lexicon.read(lexicons / "fixed_figures.tsv", columns)
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _words(words: Iterable[str]) -> WordList[None]:
    return WordList(Entry(word, None) for word in words)


def _figure(found: Rank | Hit[Fixed], figure: Fixed, rule: str, cut: _Cut) -> Quantity:
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
    return _figure(rank, Fixed(rank.place, None, None, "rank", "rank", "exact"), "rank", cut)


def _of_word(hit: Hit[Fixed], cut: _Cut) -> Quantity:
    return _figure(hit, hit.value, "figure_word", cut)


def _close(closed: bytearray, spans: Sequence[Span]) -> None:
    """Mark the places of a sentence that no quantity may touch."""
    for span in spans:
        start, end = max(0, span.start), min(len(closed), span.end)
        closed[start:end] = b"\1" * (end - start)


def _touches(one: Numeral | Rank | Hit[Fixed], closed: bytearray) -> bool:
    return any(closed[one.start : one.end])


def _in_latin_name(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is part of a Latin name or a version: S2b2C, V3, 5G."""
    before = text[numeral.start - 1 : numeral.start]
    if before.isascii() and before.isalpha():
        return LATIN_HEAD.search(text[max(0, numeral.start - 4) : numeral.start]) is None
    after = text[numeral.end : numeral.end + 1]
    if not (after.isascii() and after.isalpha()):
        return False
    generation = after == "G" and (numeral.value or 0) < 10
    return generation or LATIN_UNIT.match(text, numeral.end) is None


def _without(text: str, names: Names, near: Span) -> str:
    """A stretch of text with the names in it blank, so that no word of a name is taken for a cue."""
    return "".join(" " if place in names else text[place] for place in range(*near))


def _in_unit(text: str, numeral: Numeral, bound: Bound) -> tuple[Numeral, int]:
    """The number in its unit (三成 is 30 percent), with 半 behind the unit (两年半), and where that ends."""
    half = bound.unit.kind == "duration" and text.startswith("半", bound.end)
    end = bound.end + half
    value, low, high = (
        None if number is None else round(number * bound.unit.factor, 6) + half / 2
        for number in (numeral.value, numeral.low, numeral.high)
    )
    return replace(numeral, value=value, low=low, high=high), end
