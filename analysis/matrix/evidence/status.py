"""Whether a sentence says that a product has a feature, lacks it or will have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Span
from analysis.reading.clause_spans import clause_at
from analysis.schema import Status
from analysis.words.gazetteer import Gazetteer

CUE_COLUMNS = ("cue", "kind")
THING_COLUMNS = ("word", "roles", "example")
ADVERB_COLUMNS = ("word", "example")
HAN = "[\u4e00-\u9fff]"
REACH_BEFORE = 24
REACH_AFTER = 14
REACH_OF_ONLY = 4
CLOSERS = "”’」』》)） "
ANSWER = re.compile(r"(?:答|回答|A)\d*\s*[:：.、]\s*")
BEFORE: dict[str, Status] = {"lacks": "lacks", "planned": "planned", "has": "has"}
AFTER: dict[str, Status] = {"lacks_after": "lacks", "planned_after": "planned"}


@dataclass(frozen=True)
class StatusCues:
    """Reads a status from the words around a feature's name.

    ``of_another`` is what a denial goes on with if it denies another thing than the one before it;
    ``adverbs`` stand before a bare yes or no.
    """

    cues: Gazetteer[tuple[str, ...]]
    of_another: re.Pattern[str]
    adverbs: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads status_cues, denied_things and status_adverbs; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "status_cues.tsv", CUE_COLUMNS)
        things = lexicon.read(lexicons / "denied_things.tsv", THING_COLUMNS)
        points, party, handling = (
            lexicon.pattern_of(things, role) for role in ("points", "party", "handling")
        )
        adverbs = lexicon.read(lexicons / "status_adverbs.tsv", ADVERB_COLUMNS)
        return cls(
            Gazetteer({row["cue"]: lexicon.values(row["kind"]) for row in rows}),
            re.compile(f"(?!{points}{HAN}|{HAN}{{0,4}}{party}|{handling}){HAN}{{2}}"),
            re.compile(rf"^\s*{lexicon.any_of(row['word'] for row in adverbs)}*"),
        )

    def __call__(self, body: str, sentence: Span, hit: Span, introduction: Span | None) -> Status:
        """Status of what is named at ``hit``; ``introduction`` is the sentence that opens its list.

        The cue nearest before it in its clause decides; else one behind it; else, where the sentence or
        the introduction speaks of prospects, it is planned; a thing merely named is had.
        """
        clause = clause_at(body, sentence, hit.start)
        nearest = self._nearest_before(body[max(clause.start, hit.start - REACH_BEFORE) : hit.start])
        if nearest in {"lacks", "planned"}:
            return "has" if self._not_for_good(body, sentence, clause) else nearest
        behind = self._behind(body[hit.start : min(clause.end, hit.end + REACH_AFTER)])
        if behind or self._denied(body[hit.end : clause.end]):
            return behind or "lacks"
        if self._among("lost", body[clause.end : sentence.end]):
            return "lacks"
        if nearest is None and self._prospect(body[sentence.start : hit.start], body, introduction):
            return "planned"
        return "has"

    def of_phrase(self, body: str, phrase: Span) -> Status:
        """What a few words say of the feature they stand beside, by their first clause: 最多300人."""
        first = clause_at(body, phrase, phrase.start)
        kinds = [kind for cue in self.cues.find(body[first.start : first.end]) for kind in cue.value]
        statuses = [BEFORE.get(kind) or AFTER.get(kind) for kind in kinds]
        return "lacks" if "lacks" in statuses else "planned" if "planned" in statuses else "has"

    def asked(self, body: str, sentence: Span) -> bool:
        """Whether a sentence asks if something is so: 有没有直播?, 支持直播吗?."""
        text = body[sentence.start : sentence.end].rstrip(CLOSERS)
        return text.endswith(("?", "？")) and (
            "吗" in text[-4:] or any("asks" in cue.value for cue in self.cues.find(text))
        )

    def answered(self, body: str, answer: Span) -> Status | None:
        """What an answer says by its first words; None where that is neither yes nor no."""
        opening = ANSWER.match(body, *answer)
        start = opening.end() if opening else answer.start
        kinds = self.cues.at_start(body[start : min(answer.end, start + REACH_AFTER)]) or ()
        return "has" if "yes" in kinds else "lacks" if "no" in kinds else None

    def bare(self, words: str) -> Status | None:
        """What a clause says that has only a yes or a no behind its subject: 飞书也没有."""
        rest = self.adverbs.sub("", words.strip(CLOSERS)).rstrip("的了" + CLOSERS)
        kinds = self.cues.whole(rest) or ()
        return "has" if "yes" in kinds else "lacks" if "no" in kinds else None

    def alone(self, body: str, clause: Span, product: Span) -> bool:
        """Whether a clause says that only this product has something: 只有钉钉支持直播."""
        before = body[max(clause.start, product.start - REACH_OF_ONLY) : product.start].rstrip("“「 ")
        return "only_before" in (self.cues.at_end(before) or ())

    def only(self, body: str, sentence: Span, position: int) -> bool:
        """Whether a clause says that no other product has what it names at a position: 唯一支持直播的平台."""
        clause = clause_at(body, sentence, position)
        if "的" not in body[position : clause.end]:
            return False
        return any("only" in cue.value for cue in self.cues.find(body[clause.start : position]))

    def _nearest_before(self, text: str) -> Status | None:
        statuses = [BEFORE[kind] for cue in self.cues.find(text) for kind in cue.value if kind in BEFORE]
        return statuses[-1] if statuses else None

    def _behind(self, text: str) -> Status | None:
        """What is said behind a feature, unless of something else: 免费版不支持录制 denies the recording."""
        statuses = [
            AFTER[kind]
            for cue in self.cues.find(text)
            for kind in cue.value
            if kind in AFTER and not ("lacks" in cue.value and self.of_another.match(text, cue.end))
        ]
        return statuses[0] if statuses else None

    def _denied(self, text: str) -> bool:
        """Whether a clause ends with a denial: 知识库目前没有."""
        return "lacks_end" in (self.cues.at_end(text.rstrip(CLOSERS)) or ())

    def _not_for_good(self, body: str, sentence: Span, clause: Span) -> bool:
        """Whether what a clause says is lacking came later, or is only down for a while: 宕机后无法开会."""
        gained = self._among("gained", body[clause.end : sentence.end])
        return gained or self._among("outage", body[sentence.start : clause.end])

    def _among(self, kind: str, text: str) -> bool:
        """Whether words have a cue of the kind: …,后来取消了这项服务 (lost)."""
        return len(text) > 1 and any(kind in cue.value for cue in self.cues.find(text))

    def _prospect(self, before: str, body: str, introduction: Span | None) -> bool:
        opened = body[introduction.start : introduction.end] if introduction else ""
        return self._among("prospect", before) or self._among("prospect", opened)
