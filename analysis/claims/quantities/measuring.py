"""Whether a number with a unit measures: 两款产品, 第三天 and 有一天 do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis.claims.numbers.numerals import Numeral
from analysis.claims.numbers.openings import HAN_DIGITS
from analysis.claims.quantities.kinds import Kinds
from analysis.claims.quantities.lengths import Lengths, Measures
from analysis.claims.quantities.units import Bound

SMALL = 10
"""Below this a number before a classifier and its noun is a determiner unless something bounds it."""
HAN_DETERMINER = re.compile(f"[{HAN_DIGITS}几数]+")


@dataclass(frozen=True)
class Measuring:
    """What is known of lengths of time and of periods."""

    lengths: Lengths
    kinds: Kinds

    @classmethod
    def load(cls, lexicons: Path, kinds: Kinds) -> Self:
        """Read the lexicon of lengths in that folder; raises ``LexiconError`` for a broken one."""
        return cls(Lengths.load(lexicons), kinds)

    def measures(self, text: str, numeral: Numeral, bound: Bound) -> Measures:
        """Whether the number measures, be it bounded or not (约, 以上).

        A small number is often only a determiner (两款产品, 2种版本), and what happened a few times (三次
        涨价) is an account of events, not a figure, unless it is per a period (每周三次).
        """
        kind = bound.unit.kind
        if numeral.value == 0 or text.endswith("第", 0, numeral.start):
            return "never"
        if kind == "duration":
            return self.lengths.measures(text, numeral, bound.end)
        if kind == "frequency" and self.kinds.periods.behind(text, numeral.start):
            return "always"
        surface = text[numeral.start : numeral.end]
        if bound.rule == "classifier_noun" and kind == "count_other" and (numeral.value or SMALL) < SMALL:
            return "bounded"
        if not HAN_DETERMINER.fullmatch(surface) or kind in {"share", "growth"}:
            return "always"
        return "never" if surface == "一" else "bounded"
