"""The products and companies that the lexicons know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analysis import lexicon
from analysis.schema import EntityType
from analysis.words.gazetteer import fold_latin

PRODUCT_COLUMNS = ("name", "english", "company", "family", "aliases", "example")
AMBIGUITY_COLUMNS = ("surface", "not_in", "needs", "example", "counterexample")
COMPANY_COLUMNS = ("name", "english", "aliases", "example")


@dataclass(frozen=True)
class Product:
    """A product: canonical and English name, the company behind it, and its family.

    ``company`` is None where the lexicon names none. ``family`` is the key of its colour: dingtalk,
    wecom, feishu, wechat, qq or other. ``aliases`` are the other ways to write it.
    """

    name: str
    english: str
    company: str | None
    family: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Company:
    """A company: canonical and English name, and the other ways to write it."""

    name: str
    english: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """One way to write an entity: ``surface`` as in the lexicon, and what it names."""

    surface: str
    entity: str
    entity_type: EntityType


class Ambiguity(NamedTuple):
    """How to tell a name from the word it is spelt like: expressions it is not in, what it needs."""

    surface: str
    not_in: tuple[str, ...]
    needs: tuple[str, ...]


def products(lexicons: Path = lexicon.FOLDER) -> list[Product]:
    """Products of ``products.tsv``, by name; raises ``LexiconError``."""
    return [
        Product(
            row["name"], row["english"], row["company"] or None, row["family"], lexicon.values(row["aliases"])
        )
        for row in lexicon.read(lexicons / "products.tsv", PRODUCT_COLUMNS)
    ]


def companies(lexicons: Path = lexicon.FOLDER) -> list[Company]:
    """Companies of ``companies.tsv``, by name; raises ``LexiconError``."""
    return [
        Company(row["name"], row["english"], lexicon.values(row["aliases"]))
        for row in lexicon.read(lexicons / "companies.tsv", COMPANY_COLUMNS)
    ]


def names(lexicons: Path = lexicon.FOLDER) -> list[Name]:
    """Every way to write a product or a company; raises ``LexiconError``, also for one claimed twice.

    A name in both lexicons is claimed twice: what it names is a product or a company.
    """
    found = [
        *_names("product", products(lexicons), lexicons / "products.tsv"),
        *_names("company", companies(lexicons), lexicons / "companies.tsv"),
    ]
    owners: dict[str, Name] = {}
    for name, path in found:
        owner = owners.setdefault(fold_latin(name.surface), name)
        if (owner.entity, owner.entity_type) != (name.entity, name.entity_type):
            line = lexicon.line_of(path, name.entity)
            other = f"the {owner.entity_type} {owner.entity}"
            raise lexicon.LexiconError(path, line, f"{name.surface} is a name of {other} as well")
    return [name for name, _ in found]


def _names(
    entity_type: EntityType, entities: Sequence[Product | Company], path: Path
) -> list[tuple[Name, Path]]:
    return [
        (Name(surface, entity.name, entity_type), path)
        for entity in entities
        for surface in (entity.name, *entity.aliases)
    ]


def ambiguities(lexicons: Path = lexicon.FOLDER) -> list[Ambiguity]:
    """Rules of ``ambiguous_names.tsv``; raises ``LexiconError``."""
    return [
        Ambiguity(row["surface"], lexicon.values(row["not_in"]), lexicon.values(row["needs"]))
        for row in lexicon.read(lexicons / "ambiguous_names.tsv", AMBIGUITY_COLUMNS)
    ]


def look_alikes(lexicons: Path = lexicon.FOLDER) -> list[str]:
    """Expressions that hold a name by chance (``小程序员``) and are none; raises ``LexiconError``."""
    surfaces = {name.surface for name in names(lexicons)}
    return [
        expression
        for ambiguity in ambiguities(lexicons)
        for expression in ambiguity.not_in
        if expression not in surfaces
    ]


def unmistakable(lexicons: Path = lexicon.FOLDER) -> list[Name]:
    """Names that are no words as well: those that need nothing around them; raises ``LexiconError``."""
    words = {ambiguity.surface for ambiguity in ambiguities(lexicons) if ambiguity.needs}
    return [name for name in names(lexicons) if name.surface not in words]
