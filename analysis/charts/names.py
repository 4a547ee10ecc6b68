"""What products, features and their categories are called in the reader's language; product families."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from analysis import lexicon
from analysis.matrix import features

if TYPE_CHECKING:
    from analysis.charts.chart import Labels

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


def feature_name(feature: str, labels: Labels) -> str:
    """A feature by the name to show; a discovered one by its own words."""
    return _feature_names(labels.language).get(feature, feature)


def category_name(category: str | None, labels: Labels) -> str:
    """A category by the name to show; None is that of the features no lexicon holds."""
    return labels("features.discovered") if category is None else _feature_names(labels.language)[category]


@cache
def _feature_names(language: str) -> Mapping[str, str]:
    """Names of features and categories by their keys; raises ``LexiconError``."""
    known: tuple[features.Category | features.Feature, ...] = (*features.categories(), *features.load())
    return {each.id: getattr(each, language) for each in known}
