"""Whether a sentence says that a product has a feature, lacks it or will have it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Span
from analysis.reading.clause_spans import clause_at
from analysis.schema import Status
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kind")
REACH_BEFORE = 24
REACH_AFTER = 14
BEFORE: dict[str, Status] = {"lacks": "lacks", "planned": "planned", "has": "has"}
AFTER: dict[str, Status] = {"lacks_after": "lacks", "planned_after": "planned"}


@dataclass(frozen=True)
class StatusCues:
    """Reads a status from the words around a feature's name."""

    cues: Gazetteer[tuple[str, ...]]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads status_cues; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "status_cues.tsv", CUE_COLUMNS)
        return cls(Gazetteer({row["cue"]: lexicon.values(row["kind"]) for row in rows}))

    def __call__(self, body: str, sentence: Span, hit: Span, introduction: Span | None) -> Status:
        """Status of what is named at ``hit``; ``introduction`` is the sentence that opens its list.

        The cue nearest before it in its clause decides; else one behind it; else, where the sentence or
        the introduction speaks of prospects, it is planned; a thing merely named is had.
        """
        clause = clause_at(body, sentence, hit.start)
        nearest = self._nearest_before(body[max(clause.start, hit.start - REACH_BEFORE) : hit.start])
        if nearest in {"lacks", "planned"}:
            return nearest
        behind = self._behind(body[hit.start : min(clause.end, hit.end + REACH_AFTER)])
        if behind:
            return behind
        if nearest is None and self._prospect(body[sentence.start : hit.start], body, introduction):
            return "planned"
        return "has"

    def of_phrase(self, phrase: str) -> Status:
        """What a few words say of the feature they stand beside, by their first clause: 最多300人."""
        first = clause_at(phrase, Span(0, len(phrase)), 0)
        kinds = [kind for cue in self.cues.find(phrase[first.start : first.end]) for kind in cue.value]
        statuses = [BEFORE.get(kind) or AFTER.get(kind) for kind in kinds]
        return "lacks" if "lacks" in statuses else "planned" if "planned" in statuses else "has"

    def only(self, body: str, sentence: Span, position: int) -> bool:
        """Whether a clause says that no other product has what it names at a position: 唯一支持直播的平台."""
        clause = clause_at(body, sentence, position)
        claimed = any("only" in cue.value for cue in self.cues.find(body[clause.start : position]))
        return claimed and "的" in body[position : clause.end]

    def _nearest_before(self, text: str) -> Status | None:
        statuses = [BEFORE[kind] for cue in self.cues.find(text) for kind in cue.value if kind in BEFORE]
        return statuses[-1] if statuses else None

    def _behind(self, text: str) -> Status | None:
        statuses = [AFTER[kind] for cue in self.cues.find(text) for kind in cue.value if kind in AFTER]
        return statuses[0] if statuses else None

    def _prospect(self, before: str, body: str, introduction: Span | None) -> bool:
        opened = body[introduction.start : introduction.end] if introduction else ""
        return any("prospect" in cue.value for text in (before, opened) for cue in self.cues.find(text))
