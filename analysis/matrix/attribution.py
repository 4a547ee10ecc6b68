"""Whose feature a named feature is: the product in its clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.discourse import HEADING_LENGTH, Discourse, is_chapter
from analysis.matrix.feature_words import FeatureHit, is_label
from analysis.matrix.references import Reference, References
from analysis.reading.clause_spans import by_sentence, clause_at, clauses
from analysis.schema import Mention

LIST_ITEM = re.compile(r"[【「『]|[-•·●▪◦*◆■]\s?|[(（]?\d{1,2}[.、)）]\s*")
OPENING = re.compile(
    r"[\s“‘「『(（]*"
    r"(?:(?:当然|于是|所以|因此|而|但|但是|不过|然后|事实上|首先|其次|最后|另外|此外|同时"
    r"|(?:值得|需要)(?:注意|一提|说明|强调)的是|与此同时|另一方面|除此之外|例如|比如)[,，]?\s*)?"
    r"(?:[\d年月日号底初末中上下旬起前后、,， ]+)?"
)
ANSWER = re.compile(r"(?:答|回答|A)\d*\s*[:：.、]")
TOPIC_ENDS = re.compile(
    r"的?(?:功能|能力|体验|管理|服务|领域|场景)?(?:方面|层面|上|这块|这一块)|的?(?:功能|能力|服务)"
)
EXAMPLE = re.compile(r"[^,，。;；]{0,4}[,，(（]?(?:比如|例如|譬如|诸如|如|像|包括|主要有)[:：]?[“「]?")
FRONTED = re.compile(r"(?:功能|方面|能力)?(?:目前)?(?:只有|仅有|仅|只|唯有|唯独)[“「]?")
LONGEST_HEAD = 12
"""Characters that may stand before the feature that opens a sentence as its topic."""

POSSESSIVE = re.compile(r"[的里中内上]{0,2}[“「]?")
NAMED_AS_KNOWN = re.compile(r"[”’」』]?(?:的?功能|也|还|则|方面)")


class Owner(NamedTuple):
    """Products a feature belongs to, the rule that says so, and the sentence that introduces its list."""

    products: tuple[str, ...]
    rule: str
    introduction: Span | None = None


class _Passage(NamedTuple):
    """A sentence, what it refers to and the features it names."""

    body: str
    sentence: Span
    references: list[Reference]
    hits: list[FeatureHit]


@dataclass(frozen=True)
class Attribution:
    """Gives every feature named in a document its owner."""

    references: References

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners and attribution_cues; raises ``LexiconError``."""
        return cls(References.load(lexicons))

    def __call__(
        self, document: Document, mentions: Sequence[Mention], hits: Sequence[FeatureHit]
    ) -> list[Owner | None]:
        """Owner of each hit, in order; None where no product owns it.

        Within a sentence the nearest name before it wins, in the clause first; then a name behind it; then
        a list's introduction; then the product spoken of before, if the sentence goes on about it. The
        name of a product that owns no features stops the search.
        """
        owners: dict[FeatureHit, Owner | None] = {}
        discourse = Discourse()
        parts = zip(
            document.sentences,
            by_sentence(document.sentences, mentions),
            by_sentence(document.sentences, hits),
            strict=True,
        )
        for sentence, named, here in parts:
            products = [mention for mention in named if mention.entity_type == "product"]
            references = self.references(document.body, sentence, named, discourse.named)
            passage = _Passage(document.body, sentence, _without_features(references, here), here)
            goes_on = None if is_chapter(document, sentence) else self._spoken_of_before(passage, discourse)
            found = self._owners(passage, goes_on)
            owners.update(found)
            discourse.go_on(
                document,
                sentence,
                passage.references,
                attributed=any(found.values()),
                within=self._subheads(document.body, sentence),
            )
            discourse.named = self.references.then(discourse.named, products)
        return [owners.get(hit) for hit in hits]

    def _owners(self, passage: _Passage, before: Owner | None) -> dict[FeatureHit, Owner | None]:
        return {
            hit: _in_name(passage, hit)
            or _in_bracketed_list(passage, before)
            or _of_topic(passage, hit)
            or _exemplified(passage, hit)
            or self._in_sentence(passage, hit)
            or (None if _taken(passage, hit, before) else before)
            for hit in passage.hits
        }

    def _in_sentence(self, passage: _Passage, hit: FeatureHit) -> Owner | None:
        """The nearest product before a feature, else one behind it; its part between semicolons first."""
        clause = clause_at(passage.body, passage.sentence, hit.start)
        references = _same_part(passage, hit)
        before = [r for r in references if r.end <= hit.start]
        behind = [r for r in references if r.start >= hit.end and r.owners]
        if _fronted(passage, clause, hit, behind):
            return Owner(behind[0].owners, "same_clause_later")
        for reference in reversed(before):
            if reference.owners and not _in_passing(passage, reference, before):
                rule = "same_clause" if reference.start >= clause.start else "same_sentence"
                return Owner(reference.owners, rule)
            if not reference.incidental or POSSESSIVE.fullmatch(passage.body, reference.end, hit.start):
                return None
        if behind and behind[0].start < clause.end:
            return Owner(behind[0].owners, "same_clause_later")
        if behind and self._opens(passage.body, clause, "preposed"):
            return Owner(behind[0].owners, "same_sentence_later")
        return None

    def _spoken_of_before(self, passage: _Passage, discourse: Discourse) -> Owner | None:
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

    def _continuation(self, passage: _Passage, *, profile: bool) -> str | None:
        """The rule by which a sentence goes on about the product spoken of; None where it does not."""
        if LIST_ITEM.match(passage.body, passage.sentence.start):
            return "list_item"
        if ANSWER.match(passage.body, passage.sentence.start):
            return "answer"
        if profile:
            return "section"
        if self._goes_on(passage) or any(_named_as_known(passage, hit) for hit in passage.hits):
            return "previous_sentence"
        return None

    def _subheads(self, body: str, sentence: Span) -> bool:
        """Whether a sentence, if it is a heading, is one within the section on a product: 核心优势."""
        heading = body[sentence.start : min(sentence.end, sentence.start + HEADING_LENGTH)]
        return any("subhead" in cue.value for cue in self.references.cues.find(heading))

    def _goes_on(self, passage: _Passage) -> bool:
        first = clauses(passage.body, passage.sentence)[:2]
        return any(self._opens(passage.body, clause, "continues") for clause in first)

    def _opens(self, body: str, clause: Span, kind: str) -> bool:
        """Whether a clause opens with a cue of the kind, connectives and dates passed over."""
        opening = OPENING.match(body, *clause)
        start = opening.end() if opening else clause.start
        cues = self.references.cues.find(body[start : min(clause.end, start + 8)])
        return any(kind in cue.value and cue.start == 0 for cue in cues)


def _fronted(passage: _Passage, clause: Span, hit: FeatureHit, behind: Sequence[Reference]) -> bool:
    """Whether a feature opens its clause and 只有, 仅 or 唯独 with its owner follow: 云文档只有飞书有."""
    if not behind or behind[0].start >= clause.end or hit.start > clause.start + 1:
        return False
    return FRONTED.fullmatch(passage.body, hit.end, behind[0].start) is not None


def _in_passing(passage: _Passage, reference: Reference, before: Sequence[Reference]) -> bool:
    """Whether a product behind a preposition follows the subject of its clause: 它捆绑在Office里."""
    clause = clause_at(passage.body, passage.sentence, reference.start)
    return reference.incidental and any(
        other.owners and not other.incidental and clause.start <= other.start < reference.start
        for other in before
    )


def _of_topic(passage: _Passage, hit: FeatureHit) -> Owner | None:
    """Products that a sentence goes through under a feature named at its head: 直播方面,钉钉…,飞书…."""
    clause = clause_at(passage.body, passage.sentence, hit.start)
    if clause.start > passage.sentence.start + 1 or hit.start - passage.sentence.start > LONGEST_HEAD:
        return None
    behind = [r for r in passage.references if r.start >= hit.end and r.owners and not r.incidental]
    headed = is_label(passage.body, passage.sentence, hit) or TOPIC_ENDS.fullmatch(
        passage.body, hit.end, clause.end
    )
    if not headed or not behind or any(r.end <= hit.start for r in passage.references):
        return None
    return Owner(tuple(dict.fromkeys(owner for r in behind for owner in r.owners)), "topic")


def _exemplified(passage: _Passage, hit: FeatureHit) -> Owner | None:
    """Products named as examples of what a feature's word says they are: 办公软件,如钉钉、飞书."""
    clause = clause_at(passage.body, passage.sentence, hit.start)
    if any(r.owners and clause.start <= r.start < hit.start for r in passage.references):
        return None
    behind = next((r for r in passage.references if r.start >= hit.end and r.owners), None)
    if behind and EXAMPLE.fullmatch(passage.body, hit.end, behind.start):
        return Owner(behind.owners, "example")
    return None


def _without_features(references: Sequence[Reference], hits: Sequence[FeatureHit]) -> list[Reference]:
    """References; a product that is itself the feature named (小程序) takes no other feature."""
    return [
        reference
        for reference in references
        if reference.owners
        or not any(hit.start < reference.end and reference.start < hit.end for hit in hits)
    ]


def _in_name(passage: _Passage, hit: FeatureHit) -> Owner | None:
    """The product that a feature's own name holds: 钉钉运动, 微盘."""
    if hit.product:
        return Owner((hit.product,), "feature_name")
    inside = [r for r in passage.references if hit.start <= r.start and r.end <= hit.end and r.owners]
    return Owner(inside[0].owners, "feature_name") if inside else None


def _in_bracketed_list(passage: _Passage, before: Owner | None) -> Owner | None:
    """In 【考勤】、【审批】 the owner is what introduces the list, whatever other items name."""
    return before if passage.body[passage.sentence.start] == "【" else None


def _same_part(passage: _Passage, hit: FeatureHit) -> list[Reference]:
    """References between the semicolons around a hit, if a product with features is among them, else all."""
    body, (start, end) = passage.body, passage.sentence
    left = max(start, *(body.rfind(mark, start, hit.start) for mark in ";；"))
    right = min(place if place >= 0 else end for place in (body.find(mark, hit.end, end) for mark in ";；"))
    part = [r for r in passage.references if left <= r.start and r.end <= right]
    return part if any(reference.owners for reference in part) else passage.references


def _taken(passage: _Passage, hit: FeatureHit, before: Owner | None) -> bool:
    """Whether a product without features stands before a feature and takes it; not among a list's items."""
    in_list = before is not None and before.rule in {"list_header", "list_item"}
    return not in_list and any(
        not reference.owners and not reference.incidental and reference.end <= hit.start
        for reference in passage.references
    )


def _named_as_known(passage: _Passage, hit: FeatureHit) -> bool:
    """Whether a feature is named as a thing already known: 视频会议也…, “…”的功能, 「…」,这是…."""
    opening = OPENING.match(passage.body, *passage.sentence)
    at_head = opening is not None and opening.end() == hit.start
    around = passage.body[hit.start - 1 : hit.start] + passage.body[hit.end : hit.end + 1]
    known = NAMED_AS_KNOWN.match(passage.body, hit.end, passage.sentence.end)
    if known is None:
        return at_head and around in {"“”", "「」", "『』"}
    return at_head or "功能" in known[0]
