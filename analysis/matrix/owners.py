"""Whose features a product's features are: an office product's, or any rival's in a text on other things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon
from analysis.schema import Mention

OWNER_COLUMNS = ("product", "parts", "example")
HOST_COLUMNS = ("product", "example")
OFFICE_SHARE = 0.1
"""Share of a text's mentions of products from which on it is one on office products."""

OFTEN = 3
"""Mentions that make a product one of those that a text is on."""

RIVALS = 2
"""Products that there must be for a text to be on rivals."""


@dataclass(frozen=True)
class Owners:
    """Knows what owns features: ``office`` maps an office product and its parts to it, ``hosts`` own none."""

    office: Mapping[str, str]
    hosts: frozenset[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads feature_owners and feature_hosts; raises ``LexiconError``."""
        office: dict[str, str] = {}
        for row in lexicon.read(lexicons / "feature_owners.tsv", OWNER_COLUMNS):
            office.update(dict.fromkeys((row["product"], *lexicon.values(row["parts"])), row["product"]))
        hosts = lexicon.read(lexicons / "feature_hosts.tsv", HOST_COLUMNS)
        return cls(office, frozenset(row["product"] for row in hosts))

    def among(self, mentions: Sequence[Mention]) -> Mapping[str, str]:
        """Product to the one whose features its features are, in a text that names these.

        Where all but few are no office products, and others are named again and again, the text is on these
        rivals, and each owns its own.
        """
        named = Counter([mention.entity for mention in mentions if mention.entity_type == "product"])
        office = sum([count for product, count in named.items() if product in self.office])
        if office >= OFFICE_SHARE * named.total():
            return self.office
        rivals = [p for p, count in named.items() if count >= OFTEN and p not in self.hosts]
        if len(rivals) < RIVALS:
            return self.office
        return {**{rival: rival for rival in rivals}, **self.office}
