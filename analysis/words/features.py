"""The features that the lexicons know, and the categories that they are shown in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from analysis import lexicon

CATEGORY_COLUMNS = ("id", "zh", "en", "order")
FEATURE_COLUMNS = ("id", "category", "zh", "en", "words", "weak", "not", "example")


@dataclass(frozen=True)
class Category:
    """A band of the matrix: key, the names to show and its place from 1."""

    id: str
    zh: str
    en: str
    order: int


@dataclass(frozen=True)
class Feature:
    """A feature: key, key of its category, the names to show and the words that name it.

    ``weak`` words name it only in a context that rules other meanings out; ``excluded`` are longer
    strings in which a word does not name it. Words are Simplified; ``…`` in one stands for a few
    characters of the same clause.
    """

    id: str
    category: str
    zh: str
    en: str
    words: tuple[str, ...]
    weak: tuple[str, ...]
    excluded: tuple[str, ...]


def features(lexicons: Path = lexicon.FOLDER) -> list[Feature]:
    """Features of ``features.tsv``, by key; raises ``LexiconError``."""
    return [
        Feature(
            row["id"],
            row["category"],
            row["zh"],
            row["en"],
            lexicon.values(row["words"]),
            lexicon.values(row["weak"]),
            lexicon.values(row["not"]),
        )
        for row in lexicon.read(lexicons / "features.tsv", FEATURE_COLUMNS)
    ]


def categories(lexicons: Path = lexicon.FOLDER) -> list[Category]:
    """Categories of ``categories.tsv``, in the order of the matrix; raises ``LexiconError``."""
    path = lexicons / "categories.tsv"
    rows = lexicon.read(path, CATEGORY_COLUMNS)
    return sorted(
        (Category(row["id"], row["zh"], row["en"], int(lexicon.number(path, row, "order"))) for row in rows),
        key=lambda category: category.order,
    )
