"""Whose features a product's features are: an office product's, or any rival's in a text on other things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.schema import EntityType, Mention
from analysis.words.products import products

OWNER_COLUMNS = ("product", "parts", "example")
HOST_COLUMNS = ("product", "example")
OFFICE_SHARE = 0.1
"""Share of a text's mentions of products from which on it is one on office products."""

OFTEN = 3
"""Mentions that make a product one of those that a text is on."""

RIVALS = 2
"""Products that there must be for a text to be on rivals."""

AGAIN = 2
"""Mentions that make a product one of the rivals in a text on rivals."""

AS_OFTEN = 0.5
"""A firm that is named this part as often as the product named most is meant as what it sells."""


@dataclass(frozen=True)
class Owners:
    """Knows what owns features: ``office`` maps an office product and its parts to it, ``hosts`` own none.

    ``makers`` maps a product to the firm that sells it.
    """

    office: Mapping[str, str]
    hosts: frozenset[str]
    makers: Mapping[str, str | None]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners, feature_hosts and products; raises ``LexiconError``."""
        office: dict[str, str] = {}
        for row in lexicon.read(lexicons / "feature_owners.tsv", OWNER_COLUMNS):
            office.update(dict.fromkeys((row["product"], *lexicon.values(row["parts"])), row["product"]))
        hosts = lexicon.read(lexicons / "feature_hosts.tsv", HOST_COLUMNS)
        makers = {product.name: product.company for product in products(lexicons)}
        return cls(office, frozenset(row["product"] for row in hosts), makers)

    def firms_as_products(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions, those of a firm as a product's where a text means what it sells (饿了么 and 美团).

        Such a firm is named again and again, beside the product named most, and under no product's name; in
        a text on office products there is none.
        """
        named = _counted(mentions, "product")
        if named and self._on_office(named):
            return list(mentions)
        enough = max(OFTEN, AS_OFTEN * max(named.values(), default=0))
        sellers = {self.makers.get(product) for product, count in named.items() if count >= OFTEN}
        firms = {firm for firm, count in _counted(mentions, "company").items() if count >= enough} - sellers
        return [m._replace(entity_type="product") if m.entity in firms else m for m in mentions]

    def among(self, mentions: Sequence[Mention]) -> Mapping[str, str]:
        """Product to the one whose features its features are, in a text that names these.

        Where all but few are no office products, and others are named again and again, the text is on rivals,
        and each that it does not name in passing owns its own.
        """
        named = _counted(mentions, "product")
        if self._on_office(named):
            return self.office
        rivals = {p: count for p, count in named.items() if count >= AGAIN and p not in self.hosts}
        if sum(count >= OFTEN for count in rivals.values()) < RIVALS:
            return self.office
        return {**{rival: rival for rival in rivals}, **self.office}

    def _on_office(self, named: Counter[str]) -> bool:
        office = sum([count for product, count in named.items() if product in self.office])
        return office >= OFFICE_SHARE * named.total()


def _counted(mentions: Sequence[Mention], entity_type: EntityType) -> Counter[str]:
    return Counter([mention.entity for mention in mentions if mention.entity_type == entity_type])
