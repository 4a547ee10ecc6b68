"""The products with features that an article names, sentence by sentence, and the rivals named beside one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from analysis.document import Span
from analysis.schema import Mention

REACH_BACK = 30
"""Names before a sentence among which the rival is looked for that it understands."""


@dataclass(frozen=True)
class NamedProducts:
    """What an article names; ``owners`` maps a product to the one whose features its features are."""

    mentions: Sequence[Mention]
    owners: Mapping[str, str]

    def of(self, sentence: Span) -> dict[str, Span]:
        """Where each product is named last in a sentence."""
        inside = self.mentions[self._before(sentence.start) : self._before(sentence.end)]
        return {self.owners[m.entity]: Span(m.start, m.end) for m in inside if m.entity in self.owners}

    def rivals(self, product: str, sentence: Span) -> list[str]:
        """Products that a sentence sets this one against: its own others, else the one named last."""
        beside = set(self.of(sentence)) - {product}
        if beside:
            return sorted(beside)
        end = self._before(sentence.start)
        before = (
            self.owners.get(self.mentions[place].entity)
            for place in range(end - 1, max(-1, end - REACH_BACK), -1)
        )
        return [owner for owner in before if owner not in (None, product)][:1]

    def _before(self, position: int) -> int:
        return bisect_left(self.mentions, position, key=attrgetter("start"))
