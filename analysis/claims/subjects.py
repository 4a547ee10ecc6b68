"""Whom a figure is about: the entity it belongs to by the construction of the sentence.

In this order: the owner right before the number (微信的11亿用户), the owner inside the phrase (11亿的微信
用户), the subject of the clause, the subject of an earlier clause, the entity that follows in the clause or
that a subordinate clause waits for, and the subject carried from the sentence before. What is only the
means (通过企业微信), the standard of a comparison (比钉钉, 是企业微信的5倍) or the source (根据腾讯的数据) is
passed over. Many figures have no owner that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from analysis import lexicon
from analysis.claims.quantities import Quantity
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Document, Span
from analysis.schema import Mention

Cue = Literal["via", "adoption", "oblique", "standard", "source", "connective", "subordinate", "anaphor"]

CARRY = 3
"""Sentences over which a subject is carried when none of them names an entity."""
CARRY_REACH = 60
"""Characters of a paragraph's first sentence in which a word refers back to the one before."""
ENTITIES = 12
"""Entities on either side of a figure that may own it."""
NO_PREPOSITION = {"connective", "subordinate", "anaphor"}
CLAUSE_END = re.compile(r"[:：;；。!！?？\n]|(?<!\d)[,，]|[,，](?!\d)")
ADJACENT = re.compile(
    r"[ ]?(?:的|中的|里的|上的|有|有着|已有|拥有|共有|内的|这)?(?:约|近|超|超过|突破|逾|将近|接近)?[ ]?"
)
COMPARED = re.compile("[^,，。;；]{0,8}的(?:约|近|超|超过|将近|接近|逾)?[ ]?")
OWNED = re.compile("[ ]?(?:的|旗下[^,，。、]{0,8}|推出的|出品的|发布的|自研的|系)?[ ]?")
MADE = re.compile("[\u4e00-\u9fff]{0,8}(?:旗下[\u4e00-\u9fff]{0,8}|平台|软件|软体|工具|应用|产品|服务)[“「]?")
"""What stands between a firm and its product: 声称旗下服务, 智慧办公平台."""
SAYING = re.compile(
    "[ ]?(?:20[0-9]{2}年)?(?:官方|最新)?的?(?:数据|资料|报告|统计|调研|调查|研究|榜单)"
    "(?:显示|指出|表明|发现|称|来看|，|,)|(?:预测|预计|预估|测算|估算|统计)"
)
ASIDE = {"(": ")", "（": "）"}


class Owner(NamedTuple):
    """Whom a figure is about, and the product through which it was reached."""

    subject: str | None
    via: str | None


@dataclass(frozen=True)
class _Named:
    """An entity in a sentence and its part in it; ``cue`` is null where it may be the subject."""

    start: int
    end: int
    entity: str
    is_product: bool
    cue: Cue | None


@dataclass(frozen=True)
class Subjects:
    """The words that tell whom a figure is about."""

    cues: WordList[Cue]

    @classmethod
    def load(cls, lexicons: Path) -> Subjects:
        """Read ``subject_cues.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "subject_cues.tsv", ("word", "role", "example"))
        return cls(WordList(Entry(row["word"], row["role"]) for row in rows))  # type: ignore[arg-type]

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> Discourse:
        """The entities of every sentence of a document, ready to be asked for the owner of a figure."""
        ordered = sorted(mentions, key=lambda one: one.start)
        starts = [one.start for one in ordered]
        named = [
            self._named(document, ordered[bisect_left(starts, left) : bisect_left(starts, right)])
            for left, right in document.sentences
        ]
        return Discourse(document, named, self.cues)

    def _named(self, document: Document, mentions: Sequence[Mention]) -> list[_Named]:
        named = []
        for place, one in enumerate(mentions):
            following = mentions[place + 1] if place + 1 < len(mentions) else None
            if following is not None and _makes(document.body, one, following):
                continue
            product = one.entity_type == "product"
            floor = mentions[place - 1].end if place else 0
            cue = self._cue(document.body, one, floor)
            named.append(_Named(one.start, one.end, one.entity, product, cue))
        return named

    def _cue(self, body: str, one: Mention, floor: int) -> Cue | None:
        """The word beside an entity that keeps it from being subject; it does not reach before ``floor``."""
        aside = ASIDE.get(body[max(0, one.start - 1) : one.start])
        if SAYING.match(body, one.end) or (aside and body.startswith(aside, one.end)):
            return "source"
        place = one.start
        while place and body[place - 1] in ' “‘「『"':
            place -= 1
        before = self.cues.behind(body, place)
        if before is None or before.start < floor or before.value in NO_PREPOSITION:
            return None
        return before.value


@dataclass(frozen=True)
class Discourse:
    """A document's sentences with the entities named in each, in order."""

    document: Document
    named: list[list[_Named]]
    cues: WordList[Cue]

    def owner(self, place: int, quantity: Quantity) -> Owner:
        """Whom a quantity of the sentence at ``place`` is about; its offsets are the article's."""
        middle = bisect_left(self.named[place], quantity.start, key=lambda one: one.start)
        around = self.named[place][max(0, middle - ENTITIES) : middle + ENTITIES]
        named = [one for one in around if not quantity.start <= one.start < quantity.end]
        clause = quantity.clause
        via = _via(named, quantity, clause)
        found = self._owner(place, quantity, clause, named, via)
        if found is None:
            return Owner(None, None)
        used = via.entity if via and via.entity != found.entity and not found.is_product else None
        return Owner(found.entity, used)

    def _owner(
        self, place: int, quantity: Quantity, clause: Span, named: Sequence[_Named], via: _Named | None
    ) -> _Named | None:
        before = [one for one in named if one.end <= quantity.start]
        free = [one for one in before if _may_be_subject(one, quantity, self.document.body)]
        own = [one for one in free if one.start >= clause.start]
        earlier = [one for one in free if one.start < clause.start]
        return (
            self._adjacent(before, quantity)
            or self._ranked(named, quantity)
            or _inside(named, quantity, own, via)
            or (own[-1] if own else None)
            or self._earlier(earlier)
            or self._following(named, quantity, clause)
            or self._carried(place)
            or via
        )

    def _adjacent(self, before: Sequence[_Named], quantity: Quantity) -> _Named | None:
        """The entity right before the number, unless the number compares with it or is reached through it."""
        if not before:
            return None
        one = before[-1]
        if not ADJACENT.fullmatch(self.document.body, one.end, quantity.start):
            return None
        if _is_standard(one, quantity, self.document.body):
            return None
        compares = one.cue == "oblique" and quantity.kind in {"growth", "share"}
        return None if compares or one.cue in {"source", "via", "adoption"} else one

    def _ranked(self, named: Sequence[_Named], quantity: Quantity) -> _Named | None:
        """The entity that a place in a ranking is said of: 排名第三的飞书."""
        if quantity.kind != "rank" or not self.document.body.startswith("的", quantity.surface_end):
            return None
        return next((one for one in named if one.start == quantity.surface_end + 1), None)

    def _earlier(self, free: Sequence[_Named]) -> _Named | None:
        """The first entity of the nearest earlier clause that has one: its subject."""
        if not free:
            return None
        body = self.document.body
        between = (bool(CLAUSE_END.search(body, one.end, free[-1].start)) for one in free)
        return next(one for one, parted in zip(free, between, strict=True) if not parted)

    def _following(self, named: Sequence[_Named], quantity: Quantity, clause: Span) -> _Named | None:
        """An entity behind the number: in its clause, or in a later one that this clause waits for."""
        waits = quantity.kind == "duration" or self._is_subordinate(clause)
        for one in named:
            reached = one.start >= quantity.surface_end and (waits or one.start < clause.end)
            if reached and one.cue in {None, "adoption", "standard"}:
                return one
        return None

    def _is_subordinate(self, clause: Span) -> bool:
        text = self.document.body[clause.start : clause.end].lstrip(" “")
        opening = self.cues.at(text, 0)
        return opening is not None and opening.value == "subordinate"

    def _carried(self, place: int) -> _Named | None:
        """The subject of the sentence before, in the same paragraph or across a connective."""
        for earlier in range(place - 1, max(-1, place - 1 - CARRY), -1):
            if not self._continues(earlier + 1):
                return None
            named = self.named[earlier]
            free = [one for one in named if one.cue is None]
            if free or named:
                return (free or list(named))[0]
        return None

    def _continues(self, place: int) -> bool:
        """Whether a sentence goes on with the subject of the one before it."""
        body, sentences = self.document.body, self.document.sentences
        if "\n" not in body[sentences[place - 1].end : sentences[place].start]:
            return True
        opening = self.cues.at(body, sentences[place].start)
        if opening is not None and opening.value == "connective":
            return True
        start, end = sentences[place]
        return any(
            cue.value == "anaphor" for cue in self.cues.every(body[start : min(end, start + CARRY_REACH)])
        )


def _makes(body: str, one: Mention, following: Mention) -> bool:
    """Whether an entity only says whose the next one is: 阿里旗下的钉钉, 华为智慧办公平台WeLink."""
    if OWNED.fullmatch(body, one.end, following.start):
        return True
    firm = one.entity_type == "company" and following.entity_type == "product"
    return firm and MADE.fullmatch(body, one.end, following.start) is not None


def _via(named: Sequence[_Named], quantity: Quantity, clause: Span) -> _Named | None:
    """The product a figure was reached through: before the number, or behind it in its clause."""
    before = [
        one
        for one in named
        if one.cue in {"via", "adoption"} and one.is_product and one.end <= quantity.start
    ]
    after = [
        one
        for one in named
        if one.is_product
        and one.cue in {None, "via", "adoption"}
        and quantity.surface_end <= one.start < clause.end
    ]
    if before:
        return before[-1]
    return after[0] if after else None


def _may_be_subject(one: _Named, quantity: Quantity, body: str) -> bool:
    return one.cue in {None, "standard"} and not _is_standard(one, quantity, body)


def _is_standard(one: _Named, quantity: Quantity, body: str) -> bool:
    """Whether the figure only compares with the entity: 达到Teams的近三倍, 是钉钉员工数的3倍."""
    if quantity.kind not in {"growth", "share"}:
        return False
    if one.cue == "standard" and COMPARED.fullmatch(body, one.end, quantity.start):
        return True
    if quantity.unit not in {"times", "ratio"} or not body.startswith("的", one.end):
        return False
    return ADJACENT.fullmatch(body, one.end, quantity.start) is not None


def _inside(
    named: Sequence[_Named], quantity: Quantity, own: Sequence[_Named], via: _Named | None
) -> _Named | None:
    """The owner named inside the phrase, unless the clause is about a company that uses a product."""
    inside = [one for one in named if quantity.end <= one.start < quantity.surface_end]
    if not inside or (own and not own[-1].is_product and via):
        return None
    return inside[-1]
