"""Which products a sentence speaks of, by name or by pronoun, and which it only measures others by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Document, Span
from analysis.matrix.references.named import NOTHING, Named
from analysis.matrix.references.owners import Owners
from analysis.reading.clause_spans import by_sentence, clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer, Match

CUE_COLUMNS = ("cue", "kind")
LONGEST_BEFORE = 6
"""Characters right before a name in which a cue may stand."""

TIED_ENDS = re.compile(r"[\s”’」』]|[:：].*")
DESCRIBED = re.compile("(?:之间)?的?(?:进一步|深度|全面|账号|数据|系统|成功|正式|实现了?)*")
QUOTES = "“”‘’「」『』《》\"' "
PRONOUNS = frozenset({"all", "both", "it", "former", "latter"})
ONE_OF_TWO = frozenset({"former", "latter"})
COUNTS = {"two": "both", "three": "all"}
STANDING = PRONOUNS.union(COUNTS)
ONE_AMONG = ("里", "中", "之中", "当中", "之内")
"""Behind a pronoun for several products: only one of them is spoken of (三家里…最快)."""

ANYWHERE = STANDING | {"thing", "likened"}
"""Kinds of cues that are found wherever they stand, not beside a name."""

Cues = Sequence[Match[tuple[str, ...]]]
"""Cues found, each with its kinds."""


class Reference(NamedTuple):
    """Products spoken of at a place; ``owners`` is empty for a product that owns no features.

    ``incidental``: the product stands behind a preposition (和微信互通) and does not take over.
    ``aside``: it is only what another is compared with (与钉钉不同). ``pronoun``: 两者, 它 and the like.
    ``tied``: it is incidental as something that another takes in (腾讯会议深度集成). ``pair``: the two of
    which 前者 or 后者 is one.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    incidental: bool = False
    aside: bool = False
    pronoun: bool = False
    tied: bool = False
    pair: tuple[str, ...] = ()


@dataclass(frozen=True)
class References:
    """Reads references; ``owners`` maps a product to the one whose features its features are.

    ``known`` says which these are in a given text. ``cues`` are looked up beside a name, ``anywhere`` those
    of them that are found wherever they stand.
    """

    known: Owners
    owners: Mapping[str, str]
    cues: Gazetteer[tuple[str, ...]]
    anywhere: Gazetteer[tuple[str, ...]]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners, feature_hosts and attribution_cues; raises ``LexiconError``."""
        known = Owners.load(lexicons)
        rows = lexicon.read(lexicons / "attribution_cues.tsv", CUE_COLUMNS)
        cues = {row["cue"]: lexicon.values(row["kind"]) for row in rows}
        anywhere = {cue: None if ANYWHERE.isdisjoint(kinds) else kinds for cue, kinds in cues.items()}
        return cls(known, known.office, Gazetteer(cues), Gazetteer(anywhere))

    def __call__(self, document: Document, mentions: Sequence[Mention]) -> list[list[Reference]]:
        """What each sentence of a document speaks of, in order; products named together are one reference.

        Products that others are only compared with (``aside``) are among them.
        """
        cues = self.anywhere.find(document.body)
        here = replace(self, owners=self.known.among(mentions))
        named = Named()
        found = []
        parts = zip(
            document.sentences,
            by_sentence(document.sentences, mentions),
            by_sentence(document.sentences, cues),
            strict=True,
        )
        for sentence, inside, beside in parts:
            found.append(here.of_sentence(document.body, sentence, inside, beside, named))
            named = named.then(here.owners, inside)
        return found

    def of_sentence(
        self, body: str, sentence: Span, mentions: Sequence[Mention], cues: Cues = (), named: Named = NOTHING
    ) -> list[Reference]:
        """What a sentence with these mentions speaks of.

        ``cues`` are those found in it, for pronouns and what another is likened to; ``named`` is what was
        named before it.
        """
        if not mentions and not cues:
            return []
        products = [mention for mention in mentions if mention.entity_type == "product"]
        firms = [mention for mention in mentions if mention.entity_type == "company"]
        likened = {cue.start for cue in cues if "likened" in cue.value}
        found = [self._name(body, sentence, each, likened=each.end in likened) for each in products]
        found += self._pronouns(body, cues, products, named)
        return self._together(body, sorted(found), firms)

    def _owner(self, product: str) -> tuple[str, ...]:
        owner = self.owners.get(product)
        return (owner,) if owner else ()

    def _name(self, body: str, sentence: Span, mention: Mention, *, likened: bool) -> Reference:
        clause = clause_at(body, sentence, mention.start)
        before = self._before(body, sentence, mention.start)
        behind = body[mention.end : clause.end]
        tied = "tied" in (self.cues.whole(TIED_ENDS.sub("", behind)) or ())
        return Reference(
            mention.start,
            mention.end,
            self._owner(mention.entity),
            incidental=tied or "with" in before,
            aside=likened or "aside" in before or ("with_before" in before and self._standard(behind)),
            tied=tied,
        )

    def _standard(self, behind: str) -> bool:
        """Whether what follows a product behind 与 makes it what another is compared with: 与钉钉不同."""
        ends = "with_end" in (self.cues.at_end(behind) or ())
        return ends or any("with_after" in cue.value for cue in self.cues.find(behind))

    def _before(self, body: str, sentence: Span, position: int) -> tuple[str, ...]:
        """The kinds of the cue right before a position, quotation marks passed over."""
        while position > sentence.start and body[position - 1] in QUOTES:
            position -= 1
        return self.cues.at_end(body[max(sentence.start, position - LONGEST_BEFORE) : position]) or ()

    def _pronouns(self, body: str, cues: Cues, mentions: Sequence[Mention], named: Named) -> list[Reference]:
        found = []
        for cue in _standing_for(cues):
            before = [mention for mention in mentions if mention.end <= cue.start]
            now = named.then(self.owners, before)
            here = {self.owners.get(mention.entity, mention.entity) for mention in before}
            products = now.meant(cue.value, len(here))
            if products:
                one_of_two = not ONE_OF_TWO.isdisjoint(cue.value)
                pair = self._owned(now.meant(("both",), len(here))) if one_of_two else ()
                owned = self._owned(products)
                among = not one_of_two and body.startswith(ONE_AMONG, cue.end)
                found.append(Reference(cue.start, cue.end, owned, aside=among, pronoun=True, pair=pair))
        return found

    def _owned(self, products: Sequence[str]) -> tuple[str, ...]:
        """Whose the features of products are; nobody's if one of them owns none."""
        owners = tuple(owner for product in products for owner in self._owner(product))
        return owners if len(owners) == len(products) else ()

    def _together(self, body: str, found: Sequence[Reference], firms: Sequence[Mention]) -> list[Reference]:
        """Neighbours joined by 和, 、 and the like made one reference; a firm may stand before each name."""
        owned = {firm.end: firm.start for firm in firms}
        joined: list[Reference] = []
        for reference in found:
            last = joined[-1] if joined else None
            begins = owned.get(reference.start, reference.start)
            apart = reference.incidental and self._connects(body, reference.end)
            both = last and last.owners and reference.owners and not apart
            if last and both and self._joins(body[last.end : begins]):
                owners = tuple(dict.fromkeys((*last.owners, *reference.owners)))
                joined[-1] = last._replace(end=reference.end, owners=owners)
            else:
                joined.append(reference._replace(tied=True) if apart else reference)
        return joined

    def _connects(self, body: str, position: int) -> bool:
        """Whether what follows two products makes one connect with the other: 钉钉与企业微信的打通."""
        described = DESCRIBED.match(body, position)
        start = described.end() if described else position
        return "tied" in (self.cues.at_start(body[start : start + LONGEST_BEFORE]) or ())

    def _joins(self, between: str) -> bool:
        return "joins" in (self.cues.whole(between.strip(QUOTES)) or ())


def _standing_for(found: Cues) -> Iterator[Match[tuple[str, ...]]]:
    """Words that stand for products; a number and a thing right behind it are one (两款软件)."""
    standing = [cue for cue in found if not STANDING.isdisjoint(cue.value)]
    things = {cue.start: cue.end for cue in found if "thing" in cue.value} if standing else {}
    for cue in standing:
        counted = tuple(COUNTS[kind] for kind in cue.value if kind in COUNTS)
        if counted and cue.end in things:
            yield Match(cue.start, things[cue.end], counted)
        elif not PRONOUNS.isdisjoint(cue.value):
            yield cue
