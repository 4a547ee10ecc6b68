"""The part that each entity has in its sentence: perhaps its subject, or only means, standard or source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Self, get_args

from analysis import lexicon
from analysis.claims.subjects.entity_contexts import EntityContexts
from analysis.claims.wordlist import WordList, with_roles
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
ASIDE = re.compile(r"[\u4e00-\u9fff]{0,4}[)）]")
"""What follows a source named in brackets: (艾媒), (艾媒网), (IDC数据)."""
ONE_OF_TWO = re.compile("前者|后者")
LOOKS_BACK = 3
"""Sentences, its own among them, in which 前者 and 后者 look for the two that they mean."""

JOINED = re.compile("[ ]?(?:和|与|及|以及|、)[ ]?")
OWN_REACH = 4
"""Characters between a preposition and an entity that say whose it is: 通过公司的阿里云."""


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
    contexts: EntityContexts
    observers: frozenset[str]
    parts: frozenset[str]
    makers: dict[str, str]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read the lexicons of entities and of the words beside them; raises ``LexiconError``."""
        observers = lexicon.read(lexicons / "observers.tsv", ("entity", "example"))
        parts = lexicon.read(lexicons / "products_of_others.tsv", ("product", "example"))
        return cls(
            with_roles(lexicons / "subject_cues.tsv", get_args(Cue)),
            EntityContexts.load(lexicons),
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
            inside = named_in(place, document.sentences[place].end)
            named = self._of_sentence(document, inside)
            found = list(ONE_OF_TWO.finditer(document.body, *document.sentences[place]))
            return sorted([*named, *one_of_two(place, found)]) if found else named

        def named_in(place: int, end: int) -> Sequence[Mention]:
            left = document.sentences[place].start
            return mentions[bisect_left(starts, left) : bisect_left(starts, end)]

        def one_of_two(place: int, found: Sequence[re.Match[str]]) -> Iterator[Named]:
            before = [named_in(place, found[0].start())]
            before += [named_in(p, document.sentences[p].end) for p in range(place)[:-LOOKS_BACK:-1]]
            pair = next((pair for each in before if (pair := _pair(each))), ())
            for pronoun, meant in ((one, pair[one[0] == "后者"]) for one in found if pair):
                yield Named(*pronoun.span(), meant.entity, meant.entity_type == "product", None)

        return named_at

    def _of_sentence(self, document: Document, mentions: Sequence[Mention]) -> list[Named]:
        named = []
        for place, one in enumerate(mentions):
            before = mentions[place - 1] if place else None
            following = mentions[place + 1] if place + 1 < len(mentions) else None
            if following and self._makes(document.body, one, following):
                continue
            if before and one.entity in self.parts and self._adjoins(document.body, before, one):
                continue
            cue = self._beside(document.body, before, one, following)
            cue = cue or self._cue(document.body, one, before.end if before else 0)
            named.append(Named(one.start, one.end, one.entity, one.entity_type == "product", cue))
        return named

    def _makes(self, body: str, one: Mention, following: Mention) -> bool:
        """Whether an entity only says whose the next one is: 阿里旗下的钉钉, 华为智慧办公平台WeLink."""
        if self._adjoins(body, one, following):
            return following.entity not in self.parts and not self._uses(body, one, following)
        firm = one.entity_type == "company" and following.entity_type == "product"
        return firm and self.contexts.made.fullmatch(body, one.end, following.start) is not None

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
            return "via" if self.contexts.serves.fullmatch(body, one.end, following.start) else None
        return None

    def _cue(self, body: str, one: Mention, floor: int) -> Cue | None:
        """The words beside an entity that keep it from being subject; they do not reach before ``floor``."""
        reporting = self._reporting(body, one)
        if reporting or self.contexts.invests.match(body, one.end):
            return reporting or "oblique"
        with_it = self.contexts.partner.match(body, one.end) and body.endswith(
            self.contexts.joining, 0, one.start
        )
        if with_it or self.contexts.helping.match(body, one.end):
            return "via"
        if floor and JOINED.fullmatch(body, floor, one.start):
            return "joined"
        return self._preposition(body, one, floor)

    def _reporting(self, body: str, one: Mention) -> Cue | None:
        """Whether an entity only says or shows what the sentence says: 腾讯数据显示, (IDC), 脉脉上."""
        if one.entity in self.observers:
            return "observer"
        aside = body[max(0, one.start - 1) : one.start] in {"(", "（"} and ASIDE.match(body, one.end)
        says = aside or self.contexts.reports.match(body, one.end) or self.contexts.venue.match(body, one.end)
        return "source" if says else None

    def _preposition(self, body: str, one: Mention, floor: int) -> Cue | None:
        place = one.start
        while place and body[place - 1] in ' “‘「『"':
            place -= 1
        own = self.contexts.own.search(body, max(0, place - OWN_REACH), place)
        place = own.start() if own else place
        before = self.cues.behind(body, place)
        if before is None or before.start < floor or before.value in NO_PREPOSITION:
            return None
        return before.value

    def _adjoins(self, body: str, one: Mention, following: Mention) -> bool:
        """Whether nothing but words of owning or making stands between two entities."""
        return self.contexts.owned.fullmatch(body, one.end, following.start) is not None


def _pair(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The two products, else the two companies, that these begin to name last; none where there is one."""
    for kind in ("product", "company"):
        named = {one.entity: one for one in reversed(mentions) if one.entity_type == kind}
        if len(named) > 1:
            return sorted(named.values())[-2:]
    return ()
