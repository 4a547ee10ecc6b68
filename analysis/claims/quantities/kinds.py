"""What kind of figure a quantity is, and per what time it is counted: told by the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Self, get_args

from analysis import lexicon
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.quantities.units import BETWEEN, Bound
from analysis.claims.sentence import Sentence
from analysis.claims.wordlist import Entry, Hit, WordList, characters
from analysis.document import Span
from analysis.schema import Kind

NEAR = 40
"""Characters on either side of a number in which a word may change its kind or name its period."""
PERIOD_REACH = 8
"""Characters before a head in which its period begins: 日关键词搜索数."""
PERIOD_MARKS = {"日": "day", "周": "week", "月": "month", "年": "year"}
PERIOD_OF_HEAD = re.compile("(?:^|[,、。;“的])(日|周|月|年)[\u4e00-\u9fff]{0,4}$")
SPOKEN_REACH = 60
"""Characters of the sentences before in which it is said what people are counted."""
LONGEST_OPENING = 30
"""Characters of a clause that says no more than when and how many."""
HEADCOUNT_REACH = 20
"""Characters between a firm and the number of its people: 飞书一度超过8000人, 腾讯在2022年有10万人."""
STAFFED = re.compile("(?:左右|上下|以上|以下|规模)?的[\u4e00-\u9fff]{0,6}?(?:公司|企业|团队|大厂|工厂|机构)")
"""What follows the number of people in a firm without a name: 40人左右的跨境电商公司."""
STARTING = ("从", "由")
"""Before a share from which something rose or fell: 从11.8%下降了1.2个百分点."""
WORKFORCE = 1_000_000
"""No firm has as many people: so many are users."""


Reach = Literal["", "clause"]
Place = Literal["", "beside", "head"]


class KindCue(NamedTuple):
    """What a word makes of the figure nearest to it, or of every one in its clause (增速降至8%)."""

    kind: Kind
    reach: Reach


class Period(NamedTuple):
    """A length of time, and where its word stands: anywhere, beside the number or in the head."""

    period: str
    place: Place


@dataclass(frozen=True)
class Kinds:
    """Words that change the kind of a figure, and words that say per what time it is counted."""

    cues: dict[Kind, WordList[KindCue]]
    periods: WordList[Period]
    linking: frozenset[str]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read ``kind_cues.tsv``, ``periods.tsv`` and ``particles.tsv``; raises ``LexiconError``."""
        return cls(
            _cues(lexicons / "kind_cues.tsv"),
            _periods(lexicons / "periods.tsv"),
            characters(lexicons / "particles.tsv", "linking"),
        )

    def kind(self, sentence: Sentence, numeral: Numeral, bound: Bound, last: Quantity | None) -> Kind:
        """The kind of the number's unit, or what the word nearest to it makes of a percentage or of people.

        The words of a name are no cue: 会议 in 腾讯会议 makes nobody a participant. People who are counted
        right behind a name work there (飞书8000人). ``last`` is the quantity before it.
        """
        kind = bound.unit.kind
        if kind != "share" and bound.unit.unit != "people":
            return kind
        if kind == "share" and sentence.text.startswith(STARTING, numeral.start - 1):
            return kind
        near = _near(numeral, sentence.clause(numeral.start))
        around = "".join(" " if place in sentence.covered else sentence.text[place] for place in range(*near))
        nearest = self._nearest(around, kind, Span(numeral.start - near.start, numeral.end - near.start))
        great = (numeral.value or numeral.high or 0) >= WORKFORCE
        if nearest or kind != "count_other":
            return kind if nearest is None or (nearest == "staff" and great) else nearest
        people = last.kind if last and last.unit == "people" else self.spoken_of(sentence, numeral)
        if people in {"staff", "user_count", "capacity"}:
            return people
        if self._is_headcount(sentence, numeral, bound):
            return "user_count" if great else "staff"
        return kind

    def spoken_of(self, sentence: Sentence, numeral: Numeral) -> Kind | None:
        """What people are whom a clause counts without saying so: 团队很大。现在是300人."""
        opening = sentence.text[sentence.clause(numeral.start).start : numeral.start]
        if len(opening) > LONGEST_OPENING or not set(BETWEEN.sub("", opening)) <= self.linking:
            return None
        hits = list(self.cues["count_other"].every(sentence.before[-SPOKEN_REACH:]))
        return hits[-1].value.kind if hits else None

    def period(self, sentence: Sentence, numeral: Numeral, bound: Bound, end: int) -> str | None:
        """Day, week, month, quarter or year: said behind the unit, before the number, or in its head."""
        text, clause = sentence.text, sentence.clause(numeral.start)
        behind = self.periods.at(text, end + text.startswith(" ", end))
        if behind and behind.value.place != "head":
            return behind.value.period
        beside = self.periods.behind(text, numeral.start)
        if beside and text[beside.start - 1 : beside.start].isdigit():
            beside = None
        before = beside or self._before(text, _near(numeral, clause).start, numeral.start)
        own = None if bound.head is None else self.periods.at(text, bound.head)
        found = own or before or self.periods.last_in(text, numeral.end, end)
        if bound.unit.kind in {"share", "growth"}:
            return found.value.period if found and found.value.place != "head" else None
        if found:
            return found.value.period
        if bound.head is None:
            return None
        named = (place + 1 for place in sentence.covered if place < bound.head)
        opening = PERIOD_OF_HEAD.search(text[max(bound.head - PERIOD_REACH, *named, 0) : bound.head])
        return PERIOD_MARKS[opening[1]] if opening else None

    def _before(self, text: str, start: int, end: int) -> Hit[Period] | None:
        """The last period before a number that does not have to stand beside it."""
        while (found := self.periods.last_in(text, start, end)) and found.value.place == "beside":
            end = found.start
        return found

    def _nearest(self, around: str, kind: Kind, number: Span) -> Kind | None:
        """What a cue of its clause makes of a number, or else the nearest; of two as near the first."""
        cues = self.cues.get(kind)
        hits = list(cues.every(around)) if cues else []
        for hit in hits:
            if hit.value.reach == "clause":
                return hit.value.kind
        distance = {max(number.start - hit.end, hit.start - number.end): hit for hit in reversed(hits)}
        return distance[min(distance)].value.kind if distance else None

    def _is_headcount(self, sentence: Sentence, numeral: Numeral, bound: Bound) -> bool:
        """Whether people are counted right behind or before the name of a firm: 飞书8000人, 16万人的字节."""
        text, names = sentence.text, sentence.covered
        if text.startswith("的", bound.end) and bound.end + 1 in names:
            return True
        if STAFFED.match(text, bound.end):
            return True
        for place in range(numeral.start, max(0, numeral.start - HEADCOUNT_REACH), -1):
            if names.get(place - 1) == place:
                return set(BETWEEN.sub("", text[place : numeral.start])) <= self.linking
        return False


def _cues(path: Path) -> dict[Kind, WordList[KindCue]]:
    """The words by the kind of figure that they change."""
    entries: defaultdict[Kind, list[Entry[KindCue]]] = defaultdict(list)
    for row in lexicon.read(path, ("word", "of", "kind", "reach", "example")):
        of, kind = (lexicon.choice(path, row, column, get_args(Kind)) for column in ("of", "kind"))
        cue = KindCue(kind, lexicon.choice(path, row, "reach", get_args(Reach)))
        entries[of].append(Entry(row["word"], cue))
    return {of: WordList(found) for of, found in entries.items()}


def _periods(path: Path) -> WordList[Period]:
    rows = lexicon.read(path, ("word", "period", "place", "example"))
    places = get_args(Place)
    return WordList(
        Entry(row["word"], Period(row["period"], lexicon.choice(path, row, "place", places))) for row in rows
    )


def _near(numeral: Numeral, clause: Span) -> Span:
    return Span(max(clause.start, numeral.start - NEAR), min(clause.end, numeral.end + NEAR))
