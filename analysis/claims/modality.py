"""How a figure is put: asserted, planned (计划服务5万家), counterfactual (如果有3亿) or disputed (号称)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Self, get_args

from analysis import lexicon
from analysis.claims.quantities.qualifiers import BOUNDS
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.wordlist import Entry, Hit, WordList
from analysis.document import Span
from analysis.schema import Modality

REACH = 120
"""Characters on either side of a figure in which a word may say how it is put."""

DONE = re.compile(f"了{BOUNDS}[ ]?$")
"""Right before a figure, what says that it is done: 缩短了30%."""


Place = Literal["before", "behind", "either", "agent"]


class ModalityCue(NamedTuple):
    """What a word makes of a figure, and where it stands: before it, behind it or on either side.

    That of an agent (计划) stands before it too, but does not reach into a later clause that has a subject
    of its own. ``asserted`` takes a plan back: 原计划做三年，目前已有3亿用户.
    """

    modality: Modality
    place: Place


@dataclass(frozen=True)
class Modalities:
    """The words of plan, condition and doubt."""

    cues: WordList[ModalityCue]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read ``modality_cues.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        path = lexicons / "modality_cues.tsv"
        rows = lexicon.read(path, ("word", "modality", "place", "unless", "example"))
        return cls(
            WordList(
                Entry(
                    row["word"],
                    ModalityCue(
                        lexicon.choice(path, row, "modality", get_args(Modality)),
                        lexicon.choice(path, row, "place", get_args(Place)),
                    ),
                    lexicon.values(row["unless"]),
                )
                for row in rows
            )
        )

    def __call__(self, body: str, sentence: Span, quantity: Quantity, *, has_subject: bool) -> Modality:
        """What the nearest word that fits says: one behind the figure in its clause, or one before it.

        ``has_subject`` says whether an entity is named before the figure in its clause.
        """
        end = min(quantity.clause.end, quantity.surface_end + REACH)
        behind = [hit.value for hit in self.cues.every(body[quantity.surface_end : end])]
        for cue in behind:
            if cue.place in {"behind", "either"}:
                return cue.modality
        return next(self._before(body, sentence, quantity, has_subject=has_subject), "asserted")

    def _before(
        self, body: str, sentence: Span, quantity: Quantity, *, has_subject: bool
    ) -> Iterator[Modality]:
        """What the words before a figure in its sentence say, the nearest first."""
        start = max(sentence.start, quantity.start - REACH)
        hits: list[Hit[ModalityCue]] = list(self.cues.every(body[start : quantity.start]))
        real = DONE.search(body[start : quantity.start]) is not None
        for hit in reversed(hits):
            modality, place = hit.value
            elsewhere = place == "agent" and has_subject and start + hit.start < quantity.clause.start
            real = real or modality == "asserted"
            taken_back = real and modality == "planned"
            if modality != "asserted" and place != "behind" and not elsewhere and not taken_back:
                yield modality
