"""What the seed articles hold, as a careful reader marked it: the tables in ``labels/``.

Offsets are those of the store: characters of the article as decoded, half-open. The first lines of
each table say what its columns mean.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_type_hints

from analysis.reading import loading

FOLDER = Path(__file__).parent / "labels"

Accepted = tuple[str | None, ...]
"""Every value that is right, the best first."""

Numbers = tuple[int, ...]


class Passage(NamedTuple):
    """A stretch of an article."""

    article: str
    start: int
    end: int


class Name(NamedTuple):
    """A product or company that an article names: how often, and where."""

    article: str
    entity_type: str
    entity: str
    counts: Numbers
    starts: Numbers


class Figure(NamedTuple):
    """A figure as a claim; its number ends at ``number_end``, its unit at ``end``."""

    article: str
    start: int
    number_end: int
    end: int
    surface: str
    value: float | None
    low: float | None
    high: float | None
    unit: Accepted
    kind: Accepted
    qualifier: Accepted
    subject: Accepted
    as_of: Accepted
    borderline: bool

    @property
    def number(self) -> Passage:
        """The place of the number alone."""
        return Passage(self.article, self.start, self.number_end)


class Date(NamedTuple):
    """An expression of time with what happened then; its year is ``stated`` or inferred."""

    article: str
    start: int
    end: int
    surface: str
    iso: Accepted
    stated: bool
    borderline: bool


class Cell(NamedTuple):
    """What all articles together say of a feature and a product."""

    feature: str
    product: str
    statuses: Accepted
    borderline: bool

    @property
    def mentioned(self) -> bool:
        """Whether the articles say anything of it."""
        return self.statuses[0] != "not_mentioned"


class Quote(NamedTuple):
    """A sentence or list item that says whether a product has a feature."""

    feature: str
    product: str
    article: str
    start: int
    end: int
    borderline: bool


class Rivalry(NamedTuple):
    """A passage that sets the two products against each other."""

    article: str
    start: int
    end: int
    favours: str | None
    borderline: bool


@dataclass(frozen=True)
class Labels:
    """The labels of some articles, and their texts by name."""

    texts: Mapping[str, str]
    noise: list[Passage]
    mentions: list[Name]
    metrics: list[Figure]
    events: list[Date]
    cells: list[Cell]
    evidence: list[Quote]
    comparisons: list[Rivalry]


Label = TypeVar("Label", bound=tuple[Any, ...])

CONVERTED: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    bool: lambda cell: cell == "yes",
    str | None: lambda cell: cell or None,
    float | None: lambda cell: float(cell) if cell else None,
    Accepted: lambda cell: tuple(value or None for value in cell.split("|")),
    Numbers: lambda cell: tuple(int(number) for number in cell.split("|") if number),
}
"""What a cell of a table holds, by the type of its field."""


def load(seeds: Path, folder: Path = FOLDER) -> Labels:
    """The labels in ``folder`` with the texts of the articles in ``seeds``."""
    articles = [loading.load(path) for path in loading.find([seeds])]
    return Labels(
        texts={article.name: article.text for article in articles},
        noise=table(folder / "noise.tsv", Passage),
        mentions=table(folder / "mentions.tsv", Name),
        metrics=table(folder / "metrics.tsv", Figure),
        events=table(folder / "events.tsv", Date),
        cells=table(folder / "cells.tsv", Cell),
        evidence=table(folder / "evidence.tsv", Quote),
        comparisons=table(folder / "comparisons.tsv", Rivalry),
    )


def table(path: Path, label: type[Label]) -> list[Label]:
    """The rows of a table of labels; lines that begin with ``#`` say what it is for."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    read = {name: CONVERTED[kind] for name, kind in get_type_hints(label).items()}
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [label(*(convert(row[name]) for name, convert in read.items())) for row in rows]
