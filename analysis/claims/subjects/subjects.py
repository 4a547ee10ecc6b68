"""Whom a figure is about: the entity it belongs to by the construction of the sentence.

In this order: the owner right before the number (微信的11亿用户), the owner inside the phrase (11亿的微信
用户), the subject of the clause, the subject of an earlier clause, the entity that follows in the clause or
that a subordinate clause waits for, and what the text was about before. What is only the
means (通过企业微信), the standard of a comparison (比钉钉, 是企业微信的5倍) or the source (根据腾讯的数据) is
passed over. Many figures have no owner that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis.claims.quantities.qualifiers import BOUNDS
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.quantities.series import dealt
from analysis.claims.subjects.roles import Cue, Named, NamedAt, Roles
from analysis.claims.subjects.topic_words import TopicWords
from analysis.claims.subjects.topics import Topics
from analysis.claims.wordlist import WordList
from analysis.document import Document, Span
from analysis.schema import Mention

DESCRIBING = {"rank", "staff", "user_count", "enterprise_count"}
ENTITIES = 12
"""Entities on either side of a figure that may own it."""
CLAUSE_END = re.compile(r"[:：;；。!！?？\n]|(?<!\d)[,，]|[,，](?!\d)")
ADJACENT = re.compile(f"[ ]?(?:的|中的|里的|上的|有|有着|已有|拥有|共有|内的|这)?{BOUNDS}[ ]?")
INTO = ("到", "到了", "进", "进了", "入", "入了", "至")
FIRM = re.compile("(?:^|(?<=[,，;；。、:：\n ]))(?:该|本|这家)?公司(?![名化])")
FIRM_REACH = 120
"""Characters before a figure in which its clause may say 公司."""
NEXT_CLAUSE = re.compile("[^,，。;；]{0,6}[ ]?[,，][ ]?[“「]?")
COMPARED = re.compile(f"[^,，。;；]{{0,8}}的{BOUNDS}[ ]?")


class Owner(NamedTuple):
    """Whom a figure is about, and the product through which it was reached."""

    subject: str | None
    via: str | None


@dataclass(frozen=True)
class Subjects:
    """The words that tell whom a figure is about."""

    roles: Roles
    topic_words: TopicWords

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read the lexicons of subjects in that folder; raises ``LexiconError`` for a broken one."""
        return cls(Roles.load(lexicons), TopicWords.load(lexicons))

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> Discourse:
        """The entities of every sentence of a document, ready to be asked for the owner of a figure."""
        named_at = self.roles(document, mentions)
        topics = Topics(document, named_at, self.roles.cues, self.topic_words)
        return Discourse(document, named_at, topics, self.roles.cues)


@dataclass(frozen=True)
class Discourse:
    """A document's sentences with the entities named in each, in order."""

    document: Document
    named_at: NamedAt
    topics: Topics
    cues: WordList[Cue]

    def owner(self, place: int, quantity: Quantity) -> Owner:
        """Whom a quantity of the sentence at ``place`` is about; its offsets are the article's."""
        entities = self.named_at(place)
        middle = bisect_left(entities, quantity.start, key=lambda one: one.start)
        around = entities[max(0, middle - ENTITIES) : middle + ENTITIES]
        named = [one for one in around if not quantity.start <= one.start < quantity.end]
        via = _via(self.document.body, named, quantity)
        found = self._owner(place, quantity, named, via)
        if found is None:
            return Owner(None, None)
        used = via.entity if via and via.entity != found.entity and not found.is_product else None
        return Owner(found.entity, used)

    def introducing(self, place: int) -> str | None:
        """What the line before a table is about; the table begins with the sentence at ``place``."""
        found = self.topics.introducing(place)
        return found.entity if found else None

    def _owner(
        self, place: int, quantity: Quantity, named: Sequence[Named], via: Named | None
    ) -> Named | None:
        before = [one for one in named if one.end <= quantity.start]
        free = [one for one in before if _may_be_subject(one, quantity, self.document.body)]
        own = [one for one in free if one.start >= quantity.clause.start]
        earlier = [one for one in free if one.start < quantity.clause.start]
        return (
            self._dealt(named, quantity)
            or self._adjacent(before, quantity)
            or self._described(named, quantity)
            or _inside(named, quantity, own, via)
            or (own[-1] if own else None)
            or self._firm(place, quantity, earlier)
            or self._earlier(quantity, earlier)
            or self._following(named, quantity)
            or self._carried(place, quantity, via)
            or self._unnamed(place, quantity, named)
            or via
        )

    def _dealt(self, named: Sequence[Named], quantity: Quantity) -> Named | None:
        """The entity that a figure of a series gets: 钉钉和飞书分别有3亿和1亿用户."""
        return dealt(self.document.body, quantity.turn, named) if quantity.turn else None

    def _adjacent(self, before: Sequence[Named], quantity: Quantity) -> Named | None:
        """The entity right before the number, unless the number compares with it or is reached through it."""
        if not before:
            return None
        one = before[-1]
        if not ADJACENT.fullmatch(self.document.body, one.end, quantity.start):
            return None
        if _is_standard(one, quantity, self.document.body):
            return None
        compares = one.cue in {"oblique", "joined"} and quantity.kind in {"growth", "share"}
        return None if compares or one.cue in {"source", "via", "adoption"} else one

    def _described(self, named: Sequence[Named], quantity: Quantity) -> Named | None:
        """The entity that a figure describes: 排名第三的飞书, 10万人的腾讯."""
        body = self.document.body
        if quantity.kind not in DESCRIBING or not body.startswith("的", quantity.surface_end):
            return None
        return next((one for one in named if one.start == quantity.surface_end + 1), None)

    def _firm(self, place: int, quantity: Quantity, earlier: Sequence[Named]) -> Named | None:
        """The firm that a clause calls 公司, if nobody is named after that."""
        start = max(self.document.sentences[place].start, quantity.start - FIRM_REACH)
        calls = list(FIRM.finditer(self.document.body, start, quantity.start))
        if not calls or any(one.start > calls[-1].start() for one in earlier):
            return None
        firms = [one for one in earlier if not one.is_product]
        return firms[-1] if firms else self.topics.firm(place)

    def _earlier(self, quantity: Quantity, free: Sequence[Named]) -> Named | None:
        """The first entity of the nearest earlier clause that has one: its subject."""
        if not free or self.topics.has_other_subject(quantity):
            return None
        body = self.document.body
        between = (bool(CLAUSE_END.search(body, one.end, free[-1].start)) for one in free)
        return next(one for one, parted in zip(free, between, strict=True) if not parted)

    def _following(self, named: Sequence[Named], quantity: Quantity) -> Named | None:
        """An entity behind the number: in its clause, or in a later one that this clause waits for."""
        clause = quantity.clause
        waits = quantity.kind == "duration" or quantity.rule == "explained" or self._is_subordinate(clause)
        for one in named:
            reached = one.start >= quantity.surface_end and (waits or one.start < clause.end)
            if reached and one.cue in {None, "adoption", "standard"}:
                return one
        return None

    def _carried(self, place: int, quantity: Quantity, via: Named | None) -> Named | None:
        """What was spoken of before; a product gives way to the one in use here: 采用钉钉后，效率提高30%."""
        found = self.topics.carried(place, quantity)
        return via if via and found and found.is_product else found

    def _unnamed(self, place: int, quantity: Quantity, named: Sequence[Named]) -> Named | None:
        """Of what a product or a company has: the next clause's subject, who reports it, or the topic.

        营收超过2亿美元，飞书仍在亏损; 阿里财报显示亏损19亿元.
        """
        owned = self.topics.is_owned(place, quantity)
        if owned:
            body = self.document.body
            for one in named:
                if one.cue is None and NEXT_CLAUSE.fullmatch(body, quantity.surface_end, one.start):
                    return one
            reporting = [one for one in named if one.cue == "source" and one.end <= quantity.start]
            if reporting:
                return reporting[-1]
        return self.topics.going_on(place, owned=owned)

    def _is_subordinate(self, clause: Span) -> bool:
        text = self.document.body[clause.start : clause.end].lstrip(" “")
        opening = self.cues.at(text, 0)
        return opening is not None and opening.value == "subordinate"


def _via(body: str, named: Sequence[Named], quantity: Quantity) -> Named | None:
    """The product a figure was reached through: before the number, or behind it in its clause."""
    means = [one for one in named if one.is_product and one.cue in {"via", "adoption"}]
    before = [one for one in means if one.end <= quantity.start]
    if before:
        return before[-1]
    into = [one for one in named if one.is_product and one.cue is None and body.endswith(INTO, 0, one.start)]
    after = [one for one in (*means, *into) if quantity.surface_end <= one.start < quantity.clause.end]
    return min(after, default=None)


def _may_be_subject(one: Named, quantity: Quantity, body: str) -> bool:
    return one.cue in {None, "standard"} and not _is_standard(one, quantity, body)


def _is_standard(one: Named, quantity: Quantity, body: str) -> bool:
    """Whether the figure only compares with the entity: 达到Teams的近三倍, 是钉钉员工数的3倍."""
    if quantity.kind not in {"growth", "share"}:
        return False
    if one.cue == "standard" and COMPARED.fullmatch(body, one.end, quantity.start):
        return True
    if quantity.unit not in {"times", "ratio"} or not body.startswith("的", one.end):
        return False
    return ADJACENT.fullmatch(body, one.end, quantity.start) is not None


def _inside(
    named: Sequence[Named], quantity: Quantity, own: Sequence[Named], via: Named | None
) -> Named | None:
    """The owner named inside the phrase, unless the clause is about a company that uses a product."""
    inside = [one for one in named if quantity.end <= one.start < quantity.surface_end]
    if not inside or (own and not own[-1].is_product and via):
        return None
    return inside[-1]
