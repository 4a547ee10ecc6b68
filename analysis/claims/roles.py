"""The part that each entity has in its sentence: perhaps its subject, or only means, standard or source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Self, cast

from analysis import lexicon
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Document
from analysis.schema import Mention
from analysis.words.products import products

Cue = Literal[
    "via",
    "adoption",
    "oblique",
    "joined",
    "standard",
    "source",
    "observer",
    "connective",
    "subordinate",
    "anaphor",
]

NO_PREPOSITION = {"connective", "subordinate", "anaphor"}
OWNED = re.compile("[ ]?(?:的|旗下[^,，。、]{0,8}|推出的|出品的|发布的|自研的|系)?[ ]?")
MADE = re.compile("[\u4e00-\u9fff]{0,8}(?:旗下[\u4e00-\u9fff]{0,8}|平台|软件|软体|工具|应用|产品|服务)[“「]?")
"""What stands between a firm and its product: 声称旗下服务, 智慧办公平台."""
SAYING = re.compile(
    "[ ]?(?:20[0-9]{2}年)?(?:官方|最新)?的?(?:数据|资料|报告|统计|调研|调查|研究|榜单)"
    "(?:显示|指出|表明|发现|称|来看|，|,)|(?:预测|预计|预估|测算|估算|统计)"
)
ASIDE = re.compile(r"[\u4e00-\u9fff]{0,4}[)）]")
"""What follows a source named in brackets: (艾媒), (艾媒网), (IDC数据)."""
WITH = ("和", "与", "跟", "同", "联合", "携手")
HELPS = re.compile("[\u4e00-\u9fff]{0,4}?(?:帮助|帮|助力|协助|为|给|赋能)[ ]?")
HELPING = re.compile("的?(?:帮助|支持|助力|加持|赋能)下")
"""Between a product and the company that it serves, and behind such a product: 在飞书的帮助下."""
PARTNER = re.compile("(?:达成|展开|开展|深度|战略|进行)*(?:合作|联手|携手|共建|打通)")
"""What follows a partner, through whom something is reached: 和企业微信合作后."""
INVESTS = re.compile("[\u4e00-\u9fff]{0,4}(?:领投|跟投|参投)")
JOINED = re.compile("[ ]?(?:和|与|及|以及|、)[ ]?")
OWN = re.compile("(?:公司|集团|自家|自己|旗下)的?$")
"""What may stand between a preposition and an entity: 通过公司的阿里云."""
OWN_REACH = 4
VENUE = re.compile("上[,，]|的?(?:应用商[城店]|排行榜|榜单)")


class Named(NamedTuple):
    """An entity in a sentence and its part in it; ``cue`` is null where it may be the subject."""

    start: int
    end: int
    entity: str
    is_product: bool
    cue: Cue | None


NamedAt = Callable[[int], Sequence[Named]]
"""Gives, for the place of a sentence in its document, the entities named in it, in order."""


@dataclass(frozen=True)
class Roles:
    """The words beside an entity that tell its part."""

    cues: WordList[Cue]
    observers: frozenset[str]
    parts: frozenset[str]
    makers: dict[str, str]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read the lexicons of entities and of the words beside them; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "subject_cues.tsv", ("word", "role", "example"))
        observers = lexicon.read(lexicons / "observers.tsv", ("entity", "example"))
        parts = lexicon.read(lexicons / "products_of_others.tsv", ("product", "example"))
        return cls(
            WordList(Entry(row["word"], cast(Cue, row["role"])) for row in rows),
            frozenset(row["entity"] for row in observers),
            frozenset(row["product"] for row in parts),
            {one.name: one.company for one in products(lexicons) if one.company},
        )

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> NamedAt:
        """The entities of a document's sentences, each sentence read when it is first asked for.

        ``mentions`` are in order.
        """
        starts = [one.start for one in mentions]

        @cache
        def named_at(place: int) -> list[Named]:
            left, right = document.sentences[place]
            return self._of_sentence(
                document, mentions[bisect_left(starts, left) : bisect_left(starts, right)]
            )

        return named_at

    def _of_sentence(self, document: Document, mentions: Sequence[Mention]) -> list[Named]:
        named = []
        for place, one in enumerate(mentions):
            before = mentions[place - 1] if place else None
            following = mentions[place + 1] if place + 1 < len(mentions) else None
            if following and self._makes(document.body, one, following):
                continue
            if before and one.entity in self.parts and _adjoins(document.body, before, one):
                continue
            cue = self._beside(document.body, before, one, following)
            cue = cue or self._cue(document.body, one, before.end if before else 0)
            named.append(Named(one.start, one.end, one.entity, one.entity_type == "product", cue))
        return named

    def _makes(self, body: str, one: Mention, following: Mention) -> bool:
        """Whether an entity only says whose the next one is: 阿里旗下的钉钉, 华为智慧办公平台WeLink."""
        if OWNED.fullmatch(body, one.end, following.start):
            return following.entity not in self.parts and not self._uses(body, one, following)
        firm = one.entity_type == "company" and following.entity_type == "product"
        return firm and MADE.fullmatch(body, one.end, following.start) is not None

    def _uses(self, body: str, one: Mention, following: Mention) -> bool:
        """Whether a company stands right before a product that another one makes: 瑞幸的企业微信社群."""
        if one.entity_type != "company" or following.entity_type != "product":
            return False
        maker = self.makers.get(following.entity)
        return maker not in {None, one.entity} and body[one.end : following.start] in {"", "的"}

    def _beside(
        self, body: str, before: Mention | None, one: Mention, following: Mention | None
    ) -> Cue | None:
        """Whether a product is the means of a company beside it: 瑞幸的企业微信社群, 钉钉帮助复星."""
        if before and self._uses(body, before, one):
            return "adoption"
        helped = following is not None and following.entity_type == "company"
        if following and helped and one.entity_type == "product":
            return "via" if HELPS.fullmatch(body, one.end, following.start) else None
        return None

    def _cue(self, body: str, one: Mention, floor: int) -> Cue | None:
        """The words beside an entity that keep it from being subject; they do not reach before ``floor``."""
        reporting = self._reporting(body, one)
        if reporting or INVESTS.match(body, one.end):
            return reporting or "oblique"
        with_it = PARTNER.match(body, one.end) and body.endswith(WITH, 0, one.start)
        if with_it or HELPING.match(body, one.end):
            return "via"
        if floor and JOINED.fullmatch(body, floor, one.start):
            return "joined"
        return self._preposition(body, one, floor)

    def _reporting(self, body: str, one: Mention) -> Cue | None:
        """Whether an entity only says or shows what the sentence says: 腾讯数据显示, (IDC), 脉脉上."""
        if one.entity in self.observers:
            return "observer"
        aside = body[max(0, one.start - 1) : one.start] in {"(", "（"} and ASIDE.match(body, one.end)
        says = aside or SAYING.match(body, one.end) or VENUE.match(body, one.end)
        return "source" if says else None

    def _preposition(self, body: str, one: Mention, floor: int) -> Cue | None:
        place = one.start
        while place and body[place - 1] in ' “‘「『"':
            place -= 1
        own = OWN.search(body, max(0, place - OWN_REACH), place)
        place = own.start() if own else place
        before = self.cues.behind(body, place)
        if before is None or before.start < floor or before.value in NO_PREPOSITION:
            return None
        return before.value


def _adjoins(body: str, one: Mention, following: Mention) -> bool:
    return OWNED.fullmatch(body, one.end, following.start) is not None
