"""Which quantities are changes, by how much something grew or shrank, and not how much there is.

A verb of change stands right before the number, before what bounds it (减少了近3000人) or before the noun of
what is counted (增加员工300人). What it was or became has another word before it: 增加到, 从…减至.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, get_args

from analysis import lexicon
from analysis.claims.quantities.qualifiers import Qualifiers
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.sentence import Sentence
from analysis.claims.wordlist import Entry, Hit, WordList
from analysis.schema import Kind

LEVELS: frozenset[Kind] = frozenset(
    {"user_count", "enterprise_count", "staff", "money", "capacity", "count_other"}
)
"""The kinds of figures that say how much there is."""
COMPARED = re.compile("(?<![同环占])比|较")
PASSED = "突破"
"""With it a number is reached, whatever stands before: 增长突破3亿."""
BETWEEN = re.compile(
    "[了 ]*(?:[^到至为达是有从由的]{0,4}(?:员工|人员|雇员|用户|客户|会员|商家|门店|企业|岗位|人数))?"
)
"""What may stand between the verb and the number: 增加了付费用户3000万."""
REACH = 10
"""Characters between the verb and the number."""

Role = Literal["own", "compared"]


@dataclass(frozen=True)
class Changes:
    """The words of change and those that bound a number behind them; a call marks the changes."""

    words: WordList[Role]
    qualifiers: Qualifiers

    @classmethod
    def load(cls, lexicons: Path, qualifiers: Qualifiers) -> Self:
        """Read ``change_words.tsv``; raises ``LexiconError`` for a broken one."""
        path = lexicons / "change_words.tsv"
        rows = lexicon.read(path, ("word", "role", "unless", "example"))
        entries = (
            Entry(
                row["word"],
                lexicon.choice(path, row, "role", get_args(Role)),
                lexicon.values(row["unless"]),
            )
            for row in rows
        )
        return cls(WordList(entries), qualifiers)

    def __call__(self, sentence: Sentence, quantities: Sequence[Quantity]) -> list[Quantity]:
        """The quantities of a sentence, in their own units; the kind of a change is ``growth``, that of what
        one entity has more or less than another ``count_other``.
        """
        return [
            one._replace(kind=self._kind(sentence, one)) if one.kind in LEVELS else one for one in quantities
        ]

    def _kind(self, sentence: Sentence, quantity: Quantity) -> Kind:
        text, start = sentence.text, quantity.clause.start
        word = self._word(text, quantity)
        if word is None:
            return quantity.kind
        compared = COMPARED.search(text, start, word.start)
        if compared and not sentence.covered.keys().isdisjoint(range(compared.end(), word.start)):
            return "count_other"
        return "growth" if compared or word.value == "own" else quantity.kind

    def _word(self, text: str, quantity: Quantity) -> Hit[Role] | None:
        """The word of change before a number, or before what bounds it."""
        start = quantity.turn.start if quantity.turn else quantity.start
        bound = self.qualifiers.before(text, start)
        if bound and PASSED.endswith(text[bound.start : bound.end]):
            return None
        for end in (start, bound.start) if bound else (start,):
            word = self.words.last_in(text, max(quantity.clause.start, end - REACH), end)
            if word and BETWEEN.fullmatch(text, word.end, end):
                return word
        return None
