"""Whose feature a named feature is: the product in its clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.evidence.passage import (
    Owner,
    Passage,
    PassageCues,
    fronted,
    in_bracketed_list,
    in_name,
    in_passing,
    outside_brackets,
    same_part,
    taken,
    without_features,
)
from analysis.matrix.features.feature_contexts import is_label
from analysis.matrix.features.feature_words import FeatureHit
from analysis.matrix.references.discourse import HEADING_LENGTH, Discourse, is_chapter
from analysis.matrix.references.references import Reference, References
from analysis.reading.clause_spans import by_sentence, clause_at, clauses

LIST_ITEM = re.compile(r"[【「『]|[-•·●▪◦*◆■]\s?|[(（]?\d{1,2}[.、)）](?!\d)\s*")
ANSWER = re.compile(r"(?:答|回答|A)\d*\s*[:：.、]")
POSSESSIVE = re.compile(r"[的里中内上]{0,2}[“「]?")


@dataclass(frozen=True)
class Attribution:
    """Gives every feature named in a document its owner."""

    references: References
    passages: PassageCues

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads what References and PassageCues read; raises ``LexiconError``."""
        return cls(References.load(lexicons), PassageCues.load(lexicons))

    def __call__(
        self,
        document: Document,
        references: Sequence[Sequence[Reference]],
        hits: Sequence[FeatureHit],
    ) -> list[Owner | None]:
        """Owner of each hit, in order; None where no product owns it.

        ``references`` are what each sentence speaks of.
        Within a sentence the nearest name before it wins, in the clause first; then a name behind it; then
        a list's introduction; then the product spoken of before, if the sentence goes on about it. The
        name of a product that owns no features stops the search.
        """
        owners: dict[FeatureHit, Owner | None] = {}
        discourse = Discourse()
        parts = zip(document.sentences, references, by_sentence(document.sentences, hits), strict=True)
        for sentence, spoken_of, here in parts:
            about = [reference for reference in spoken_of if not reference.aside]
            passage = Passage(document.body, sentence, without_features(about, here), here)
            found = self._owners(document, passage, discourse) if here else {}
            owners.update(found)
            discourse.go_on(
                document,
                sentence,
                passage.references,
                attributed=any(found.values()),
                within=discourse.profile and self._subheads(document.body, sentence),
            )
        return [owners.get(hit) for hit in hits]

    def _owners(
        self, document: Document, passage: Passage, discourse: Discourse
    ) -> dict[FeatureHit, Owner | None]:
        chapter = is_chapter(document, passage.sentence)
        before = None if chapter else self._spoken_of_before(passage, discourse)
        return {
            hit: in_name(passage, hit)
            or in_bracketed_list(passage, before)
            or self.passages.of_topic(passage, hit)
            or self.passages.exemplified(passage, hit)
            or self._in_sentence(passage, hit, before)
            or (None if taken(passage, hit, before) else before)
            for hit in passage.hits
        }

    def _in_sentence(self, passage: Passage, hit: FeatureHit, goes_on: Owner | None) -> Owner | None:
        """The nearest product before a feature, else one behind it; its part between semicolons first.

        Where the sentence goes on about a product (``goes_on``) one that it only connects with is not behind.
        """
        clause = clause_at(passage.body, passage.sentence, hit.start)
        references = same_part(passage, hit)
        before = outside_brackets(passage.body, [r for r in references if r.end <= hit.start], hit)
        behind = [r for r in references if r.start >= hit.end and r.owners]
        if fronted(passage, clause, hit, behind):
            return Owner(behind[0].owners, "same_clause_later")
        for reference in reversed(before):
            if reference.owners and not in_passing(passage, reference, before, hit):
                rule = "same_clause" if reference.start >= clause.start else "same_sentence"
                return Owner(reference.owners, rule)
            if not reference.incidental or POSSESSIVE.fullmatch(passage.body, reference.end, hit.start):
                return None
        if behind and behind[0].start < clause.end:
            return Owner(behind[0].owners, "same_clause_later")
        behind = [reference for reference in behind if not (goes_on and reference.incidental)]
        if not behind or not self._opens(passage.body, clause, "preposed"):
            return None
        viewpoint = self.passages.is_viewpoint(passage.body, clause)
        return None if viewpoint else Owner(behind[0].owners, "same_sentence_later")

    def _spoken_of_before(self, passage: Passage, discourse: Discourse) -> Owner | None:
        """The product that a sentence goes on about without naming one."""
        spoken_of = discourse.spoken_of()
        bracketed = passage.body[passage.sentence.start] == "【"
        others = any(reference.owners not in ((), spoken_of) for reference in passage.references)
        if not spoken_of or (not bracketed and others):
            return None
        if discourse.introduction:
            return Owner(spoken_of, "list_header", discourse.introduction)
        if any(is_label(passage.body, passage.sentence, hit) for hit in passage.hits):
            return Owner(discourse.section or spoken_of, "label")
        rule = self._continuation(passage, profile=discourse.profile)
        return Owner(spoken_of, rule) if rule else None

    def _continuation(self, passage: Passage, *, profile: bool) -> str | None:
        """The rule by which a sentence goes on about the product spoken of; None where it does not."""
        if LIST_ITEM.match(passage.body, passage.sentence.start):
            return "list_item"
        if ANSWER.match(passage.body, passage.sentence.start):
            return "answer"
        if profile:
            return "section"
        if self._goes_on(passage) or any(self.passages.named_as_known(passage, hit) for hit in passage.hits):
            return "previous_sentence"
        return None

    def _of_a_kind(self, body: str, clause: Span) -> bool:
        """Whether a clause speaks of a kind of product: 任务管理型软件, 文档类工具."""
        return any(
            "thing" in cue.value and cue.start and body[clause.start + cue.start - 1] in "型类"
            for cue in self.references.cues.find(body[clause.start : clause.end])
        )

    def _subheads(self, body: str, sentence: Span) -> bool:
        """Whether a sentence, if it is a heading, is one within the section on a product: 核心优势."""
        heading = body[sentence.start : min(sentence.end, sentence.start + HEADING_LENGTH)]
        return any("subhead" in cue.value for cue in self.references.cues.find(heading))

    def _goes_on(self, passage: Passage) -> bool:
        first = clauses(passage.body, passage.sentence)[:2]
        continues = any(self._opens(passage.body, clause, "continues") for clause in first)
        return continues and not self._of_a_kind(passage.body, first[0])

    def _opens(self, body: str, clause: Span, kind: str) -> bool:
        """Whether a clause opens with a cue of the kind, connectives and dates passed over."""
        opening = self.passages.opening.match(body, *clause)
        starts = {clause.start, opening.end() if opening else clause.start}
        return any(
            kind in (self.references.cues.at_start(body[start : min(clause.end, start + 8)]) or ())
            for start in starts
        )
