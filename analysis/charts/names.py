"""What products are called in the reader's language, and which family gives them their colour."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicon

COLUMNS = ("name", "english", "company", "family", "aliases", "example")


class Known(NamedTuple):
    """A product of the lexicon: its English name, its colour family and its place in the list."""

    english: str
    family: str
    place: int


@cache
def known_products() -> Mapping[str, Known]:
    """Canonical name to what the product lexicon says of it; raises ``LexiconError``."""
    rows = lexicon.read(lexicon.FOLDER / "products.tsv", COLUMNS)
    return {row["name"]: Known(row["english"], row["family"], place) for place, row in enumerate(rows)}


def product_name(product: str, language: str) -> str:
    """The name to show for a canonical one; what the lexicon does not know stays as it is."""
    known = known_products().get(product)
    return known.english if known and known.english and language == "en" else product
