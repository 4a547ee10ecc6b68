"""Whose features the constructions of a sentence name, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Span
from analysis.matrix.features.feature_contexts import is_announced, is_label
from analysis.matrix.features.feature_words import FeatureHit
from analysis.matrix.references.references import Reference
from analysis.reading.clause_spans import clause_at

CUE_COLUMNS = ("word", "roles", "example")
SEMICOLON = re.compile("[;；]")
OPEN_BRACKET = re.compile(r"[(（][^)）]*$")
CLOSING_BRACKET = re.compile(r"[)）]")
FRONTED = re.compile(
    r"(?:功能|方面|能力)?(?:目前)?(?:只有|仅有|仅|只|唯有|唯独"
    r"|(?:就|都|也|则|主要)?(?:用|选择?|靠)"
    r"|[也都还]?(?:已|已经)?被?(?:整合|集成|接入|嵌|搬|放|装)[进到入]了?)[“「]?"
)
SUCH = re.compile("等[^,，。;；的]{0,4}")
"""Between an example and what it is an example of: Zoom等上千种应用."""

FRONT = 2
"""Characters that may stand before a fronted feature in its clause (写文档用飞书)."""

LONGEST_HEAD = 12
"""Characters that may stand before the feature that opens a sentence as its topic."""
NAMED_AS_KNOWN = re.compile(r"[”’」』]?(?:的?功能|也|还|则|方面)")


class Owner(NamedTuple):
    """Products a feature belongs to, the rule that says so, and the sentence that introduces its list."""

    products: tuple[str, ...]
    rule: str
    introduction: Span | None = None


class Passage(NamedTuple):
    """A sentence, what it refers to and the features it names."""

    body: str
    sentence: Span
    references: list[Reference]
    hits: list[FeatureHit]


@dataclass(frozen=True)
class PassageCues:
    """Knows the words that open a sentence, head it as its topic or give examples."""

    opening: re.Pattern[str]
    topic_ends: re.Pattern[str]
    example: re.Pattern[str]
    viewpoint: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads passage_cues; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "passage_cues.tsv", CUE_COLUMNS)
        opens, topic, of_topic, alone, kind, example, viewpoint = (
            lexicon.pattern_of(rows, role)
            for role in ("opens", "topic", "of_topic", "topic_alone", "kind", "example", "viewpoint")
        )
        near = "[^,，。;；]{0,2}"
        return cls(
            re.compile(rf"[\s“‘「『(（]*(?:{opens}[,，]?\s*)?(?:[\d年月日号底初末中上下旬起前后、,， ]+)?"),
            re.compile(rf"的?{of_topic}?{topic}|的?{alone}"),
            re.compile(rf"{near}?(?P<kind>{kind})?{near}?[,，(（]?{example}[:：]?[“「]?"),
            re.compile(rf"{viewpoint}(?:来?看|出发|来说|入手)?$"),
        )

    def is_viewpoint(self, body: str, clause: Span) -> bool:
        """Whether a clause only says in what respects something is looked at: 从功能、安全等多个维度."""
        return self.viewpoint.search(body, clause.start, clause.end) is not None

    def of_topic(self, passage: Passage, hit: FeatureHit) -> Owner | None:
        """Products that a sentence goes through under a feature named at its head: 直播方面,钉钉…,飞书…."""
        far = hit.start - passage.sentence.start > LONGEST_HEAD
        if far or any(r.end <= hit.start for r in passage.references):
            return None
        behind = [r for r in passage.references if r.start >= hit.end and r.owners and not r.incidental]
        if not behind:
            return None
        clause = clause_at(passage.body, passage.sentence, hit.start)
        if clause.start > passage.sentence.start + 1:
            return None
        headed = (
            is_label(passage.body, passage.sentence, hit)
            or is_announced(passage.body, passage.sentence, hit)
            or self.topic_ends.fullmatch(passage.body, hit.end, clause.end)
        )
        if not headed:
            return None
        return Owner(tuple(dict.fromkeys(owner for r in behind for owner in r.owners)), "topic")

    def exemplified(self, passage: Passage, hit: FeatureHit) -> Owner | None:
        """Products named as examples of what a feature's word says they are: 办公软件,如钉钉、飞书."""
        behind = next((r for r in passage.references if r.start >= hit.end and r.owners), None)
        match = self.example.fullmatch(passage.body, hit.end, behind.start) if behind else None
        if not behind or not match:
            return None
        clause = clause_at(passage.body, passage.sentence, hit.start)
        owned = any(r.owners and clause.start <= r.start < hit.start for r in passage.references)
        return None if owned and not match["kind"] else Owner(behind.owners, "example")

    def named_as_known(self, passage: Passage, hit: FeatureHit) -> bool:
        """Whether a feature is named as a thing already known: 视频会议也…, “…”的功能, 「…」,这是…."""
        opening = self.opening.match(passage.body, *passage.sentence)
        at_head = opening is not None and opening.end() == hit.start
        around = passage.body[hit.start - 1 : hit.start] + passage.body[hit.end : hit.end + 1]
        known = NAMED_AS_KNOWN.match(passage.body, hit.end, passage.sentence.end)
        if known is None:
            return at_head and around in {"“”", "「」", "『』"}
        return at_head or "功能" in known[0]


def fronted(passage: Passage, clause: Span, hit: FeatureHit, behind: Sequence[Reference]) -> bool:
    """Whether a feature opens its clause and its owner follows: 云文档只有飞书有, 开会用飞书."""
    if not behind or behind[0].start >= clause.end or hit.start > clause.start + FRONT:
        return False
    return FRONTED.fullmatch(passage.body, hit.end, behind[0].start) is not None


def in_passing(passage: Passage, reference: Reference, before: Sequence[Reference], hit: FeatureHit) -> bool:
    """Whether a product behind a preposition follows another, the subject, in its clause or before it.

    它捆绑在Office里; in a clause before the feature's own, or as an example of it:
    Slack串接Zoom等工具,可以直接开会; Slack很强,还能串接Zoom等上千种应用.
    """
    clause = clause_at(passage.body, passage.sentence, reference.start)
    example = SUCH.fullmatch(passage.body, reference.end, hit.start)
    start = passage.sentence.start if example or clause.end <= hit.start else clause.start
    return reference.incidental and any(
        other.owners and not other.incidental and start <= other.start < reference.start for other in before
    )


def outside_brackets(body: str, before: Sequence[Reference], hit: FeatureHit) -> list[Reference]:
    """References before a hit, without those in brackets behind another: 钉钉存网盘(如飞书知识库),支持…."""
    kept: list[Reference] = []
    if len(before) < 2:
        return list(before)
    for reference in before:
        opened = kept and OPEN_BRACKET.search(body, kept[-1].end, reference.start)
        if not (opened and CLOSING_BRACKET.search(body, reference.end, hit.start)):
            kept.append(reference)
    return kept


def without_features(references: Sequence[Reference], hits: Sequence[FeatureHit]) -> list[Reference]:
    """References; a product that is itself the feature named (小程序) takes no other feature."""
    return [
        reference
        for reference in references
        if reference.owners
        or not any(hit.start < reference.end and reference.start < hit.end for hit in hits)
    ]


def in_name(passage: Passage, hit: FeatureHit) -> Owner | None:
    """The product that a feature's own name holds: 钉钉运动, 微盘."""
    if hit.product:
        return Owner((hit.product,), "feature_name")
    inside = [r for r in passage.references if hit.start <= r.start and r.end <= hit.end and r.owners]
    return Owner(inside[0].owners, "feature_name") if inside else None


def in_bracketed_list(passage: Passage, before: Owner | None) -> Owner | None:
    """In 【考勤】、【审批】 the owner is what introduces the list, whatever other items name."""
    return before if passage.body[passage.sentence.start] == "【" else None


def same_part(passage: Passage, hit: FeatureHit) -> list[Reference]:
    """References between the semicolons around a hit, if a product with features is among them, else all."""
    body, (start, end) = passage.body, passage.sentence
    if not SEMICOLON.search(body, start, end):
        return passage.references
    left = max(start, *(body.rfind(mark, start, hit.start) for mark in ";；"))
    right = min(place if place >= 0 else end for place in (body.find(mark, hit.end, end) for mark in ";；"))
    part = [r for r in passage.references if left <= r.start and r.end <= right]
    return part if any(reference.owners for reference in part) else passage.references


def taken(passage: Passage, hit: FeatureHit, before: Owner | None) -> bool:
    """Whether a product without features stands before a feature and takes it; not among a list's items."""
    in_list = before is not None and before.rule in {"list_header", "list_item"}
    return not in_list and any(
        not reference.owners and not reference.incidental and reference.end <= hit.start
        for reference in passage.references
    )
