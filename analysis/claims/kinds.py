"""What kind of figure a quantity is, and per what time it is counted: told by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

from analysis import lexicon
from analysis.claims.numerals import Numeral
from analysis.claims.units import Bound, Names
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Span
from analysis.schema import Kind

NEAR = 40
"""Characters on either side of a number in which a word may change its kind or name its period."""
PERIOD_REACH = 8
"""Characters before a head in which its period begins: 日关键词搜索数."""
PERIOD_MARKS = {"日": "day", "周": "week", "月": "month", "年": "year"}
PERIOD_OF_HEAD = re.compile("(?:^|[,、。;“的])(日|周|月|年)[\u4e00-\u9fff]{0,4}$")


class KindCue(NamedTuple):
    """A word near a number that turns one kind of figure into another."""

    word: str
    of: Kind
    kind: Kind


@dataclass(frozen=True)
class Kinds:
    """Words that change the kind of a figure, and words that say per what time it is counted."""

    cues: tuple[KindCue, ...]
    periods: WordList[str]

    @classmethod
    def load(cls, lexicons: Path) -> Kinds:
        """Read ``kind_cues.tsv`` and ``periods.tsv``; raises ``LexiconError`` for a broken one."""
        cues = lexicon.read(lexicons / "kind_cues.tsv", ("word", "of", "kind", "example"))
        periods = lexicon.read(lexicons / "periods.tsv", ("word", "period", "example"))
        return cls(
            tuple(KindCue(row["word"], cast(Kind, row["of"]), cast(Kind, row["kind"])) for row in cues),
            WordList(Entry(row["word"], row["period"]) for row in periods),
        )

    def kind(self, text: str, numeral: Numeral, bound: Bound, names: Names, clause: Span) -> Kind:
        """The kind of the number's unit, or what a word near it makes of a percentage or of people.

        The words of a name are no cue: 会议 in 腾讯会议 makes nobody a participant.
        """
        kind = bound.unit.kind
        if kind != "share" and bound.unit.unit != "people":
            return kind
        near = _near(numeral, clause)
        around = "".join(" " if place in names else text[place] for place in range(*near))
        return next((cue.kind for cue in self.cues if cue.of == kind and cue.word in around), kind)

    def period(self, text: str, numeral: Numeral, bound: Bound, clause: Span, end: int) -> str | None:
        """Day, week, month, quarter or year: said behind the unit, before the number, or in its head."""
        found = (
            self.periods.at(text, end)
            or self.periods.last_in(text, _near(numeral, clause).start, numeral.start)
            or self.periods.last_in(text, numeral.end, end)
        )
        if found:
            return found.value
        if bound.head is None:
            return None
        opening = PERIOD_OF_HEAD.search(text, max(0, bound.head - PERIOD_REACH), bound.head)
        return PERIOD_MARKS[opening[1]] if opening else None


def _near(numeral: Numeral, clause: Span) -> Span:
    return Span(max(clause.start, numeral.start - NEAR), min(clause.end, numeral.end + NEAR))
