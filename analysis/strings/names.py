"""What products, companies and features are called in the reader's language; product families."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis.words.features import Category, Feature, categories, features
from analysis.words.products import Company, Product, companies, products


class Known(NamedTuple):
    """A product of the lexicon: its colour family and its place in the list."""

    family: str
    place: int


@cache
def known_products() -> Mapping[str, Known]:
    """Canonical name to what colours a product; raises ``LexiconError``."""
    return {product.name: Known(product.family, place) for place, product in enumerate(products())}


def product_name(name: str, language: str) -> str:
    """A product or company by the name to show; what the lexicons do not know stays as it is."""
    return _english().get(name, name) if language == "en" else name


def feature_name(name: str, language: str) -> str:
    """A feature or category by the name to show for its id; what the lexicons do not know keeps its own."""
    return _feature_names(language).get(name, name)


@cache
def _english() -> Mapping[str, str]:
    """English names of products and companies by their canonical ones; raises ``LexiconError``."""
    known: tuple[Company | Product, ...] = (*companies(), *products())
    return {each.name: each.english for each in known if each.english}


@cache
def _feature_names(language: str) -> Mapping[str, str]:
    """Names of features and categories by their keys; raises ``LexiconError``."""
    known: tuple[Category | Feature, ...] = (*categories(), *features())
    return {each.id: getattr(each, language) for each in known}
