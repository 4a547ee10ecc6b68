"""Which products a sentence speaks of, by name or by pronoun, and which it only measures others by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Span
from analysis.reading.clause_spans import clause_at
from analysis.schema import Mention
from analysis.words.gazetteer import Gazetteer, Match

OWNER_COLUMNS = ("product", "parts", "example")
CUE_COLUMNS = ("cue", "kind")
LAST_NAMED = 3
"""Products that a pronoun can look back to: 三者 to three, 两者 to the last two of them."""

QUOTES = "“”‘’「」『』《》\"' "
PRONOUNS = frozenset({"all", "both", "it", "former", "latter"})


class Reference(NamedTuple):
    """Products spoken of at a place; ``owners`` is empty for a product that owns no features.

    ``incidental``: the product stands behind a preposition (和微信互通) and does not take over.
    ``aside``: it is only what another is compared with (与钉钉不同). ``pronoun``: 两者, 它 and the like.
    """

    start: int
    end: int
    owners: tuple[str, ...]
    incidental: bool = False
    aside: bool = False
    pronoun: bool = False


@dataclass(frozen=True)
class References:
    """Reads references; ``owners`` maps a product to the one whose features its features are."""

    owners: dict[str, str]
    cues: Gazetteer[tuple[str, ...]]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners and attribution_cues; raises ``LexiconError``."""
        owners = {}
        for row in lexicon.read(lexicons / "feature_owners.tsv", OWNER_COLUMNS):
            owners.update(dict.fromkeys((row["product"], *lexicon.values(row["parts"])), row["product"]))
        cues = lexicon.read(lexicons / "attribution_cues.tsv", CUE_COLUMNS)
        return cls(owners, Gazetteer({row["cue"]: lexicon.values(row["kind"]) for row in cues}))

    def __call__(
        self, body: str, sentence: Span, mentions: Sequence[Mention], named: Sequence[str]
    ) -> list[Reference]:
        """What a sentence is about, in order; products named together are one reference.

        ``mentions`` are those of products in the sentence, ``named`` the products named before it.
        """
        return [r for r in self.all(body, sentence, mentions, named) if not r.aside]

    def all(
        self, body: str, sentence: Span, mentions: Sequence[Mention], named: Sequence[str]
    ) -> list[Reference]:
        """As above, products that others are only compared with among them."""
        found = [
            Reference(
                m.start,
                m.end,
                self._owner(m.entity),
                self._incidental(body, sentence, m),
                self._aside(body, sentence, m),
            )
            for m in mentions
        ]
        found += self._pronouns(body, sentence, mentions, named)
        return self._together(body, sorted(found))

    def whole(self, product: str) -> str:
        """The product that a part belongs to; the product itself if it is none."""
        return self.owners.get(product, product)

    def _owner(self, product: str) -> tuple[str, ...]:
        owner = self.owners.get(product)
        return (owner,) if owner else ()

    def _incidental(self, body: str, sentence: Span, mention: Mention) -> bool:
        return self._kind_before("with", body, sentence, mention.start)

    def _aside(self, body: str, sentence: Span, mention: Mention) -> bool:
        """Whether a product is only what another is compared with: 与钉钉不同, 相比钉钉, 除了钉钉."""
        if self._kind_before("aside", body, sentence, mention.start):
            return True
        clause = clause_at(body, sentence, mention.start)
        return self._kind_before("with_before", body, sentence, mention.start) and any(
            "with_after" in cue.value for cue in self.cues.find(body[mention.end : clause.end])
        )

    def _kind_before(self, kind: str, body: str, sentence: Span, position: int) -> bool:
        """Whether a cue of the kind stands right before a position, quotation marks passed over."""
        while position > sentence.start and body[position - 1] in QUOTES:
            position -= 1
        before = body[max(sentence.start, position - 6) : position]
        return any(kind in cue.value and cue.end == len(before) for cue in self.cues.find(before))

    def _pronouns(
        self, body: str, sentence: Span, mentions: Sequence[Mention], named: Sequence[str]
    ) -> list[Reference]:
        found = []
        for cue in self.cues.find(body[sentence.start : sentence.end]):
            if PRONOUNS.isdisjoint(cue.value):
                continue
            at = sentence.start + cue.start
            before = [*named, *(self.whole(m.entity) for m in mentions if m.end <= at)]
            products = _meant(cue, last_named(before))
            if products:
                owners = [owner for product in products for owner in self._owner(product)]
                whole = len(owners) == len(products)
                owned = tuple(owners) if whole else ()
                found.append(Reference(at, sentence.start + cue.end, owned, pronoun=True))
        return found

    def _together(self, body: str, found: Sequence[Reference]) -> list[Reference]:
        """Neighbours joined by 和, 、 and the like made one reference."""
        joined: list[Reference] = []
        for reference in found:
            last = joined[-1] if joined else None
            if last and last.owners and reference.owners and self._joins(body[last.end : reference.start]):
                owners = tuple(dict.fromkeys((*last.owners, *reference.owners)))
                joined[-1] = last._replace(end=reference.end, owners=owners)
            else:
                joined.append(reference)
        return joined

    def _joins(self, between: str) -> bool:
        word = between.strip(QUOTES)
        return any("joins" in cue.value and cue.end - cue.start == len(word) for cue in self.cues.find(word))


def _meant(cue: Match[tuple[str, ...]], last: Sequence[str]) -> tuple[str, ...]:
    """The products a pronoun stands for, of those named last before it."""
    if "all" in cue.value:
        return tuple(last) if len(last) == LAST_NAMED else ()
    if len(last) > 1:
        former, latter = last[-2:]
        for kind, products in (("both", (former, latter)), ("former", (former,)), ("latter", (latter,))):
            if kind in cue.value:
                return products
    return (last[-1],) if last and "it" in cue.value else ()


def last_named(named: Sequence[str]) -> tuple[str, ...]:
    """The three products named last, each once, in the order of their last naming."""
    last: tuple[str, ...] = ()
    for product in reversed(named):
        if product not in last:
            last = (product, *last)
        if len(last) == LAST_NAMED:
            break
    return last
