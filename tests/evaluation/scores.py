"""How well rows agree with labels, as pairs of right and total. Nothing borderline is asked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from analysis import schema
from analysis.schema import Comparison, Event, Evidence, FeatureCell, Mention, Metric, Removed
from analysis.storage import store
from tests.evaluation.labels import Cell, Date, Figure, Labels, Name, Passage, Quote, Rivalry

RIVALS = {"钉钉", "企业微信"}

Rows = dict[str, list[Any]]
"""Table name to row objects of that table's class."""


class Placed(Protocol):
    """Anything with a place in an article."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Doubtful(Placed, Protocol):
    """A placed label that may be borderline."""

    @property
    def borderline(self) -> bool: ...


Row = TypeVar("Row", bound=Placed)


class Score(NamedTuple):
    """A measure: how many of ``total`` are ``right``."""

    theme: str
    measure: str
    right: int
    total: int

    @classmethod
    def of(cls, theme: str, measure: str, verdicts: Iterable[bool]) -> Score:
        """The score of single verdicts."""
        given = list(verdicts)
        return cls(theme, measure, sum(given), len(given))

    @property
    def share(self) -> float:
        """Right of total; 1 where nothing was asked."""
        return self.right / self.total if self.total else 1.0


def rows_of(folder: Path) -> Rows:
    """The rows of every table of the store in ``folder``."""
    return {
        name: [row(**cells) for cells in store.read(folder, name).to_pylist()]
        for name, row in schema.TABLES.items()
    }


def scores(rows: Rows, labels: Labels) -> list[Score]:
    """Every measure, theme by theme."""
    return [
        *body(rows["removed"], labels),
        *mentions(rows["mentions"], labels.mentions),
        *metrics(rows["metrics"], labels.metrics),
        *events(rows["events"], labels.events),
        *cells(rows["features"], labels.cells),
        *evidence(rows["evidence"], labels.evidence, labels.cells),
        *comparisons(rows["comparisons"], labels.comparisons),
    ]


def body(found: Sequence[Removed], labels: Labels) -> list[Score]:
    """Characters that are noise and were removed, and those that are not and were kept."""
    solid = {
        (name, place)
        for name, text in labels.texts.items()
        for place, c in enumerate(text)
        if not c.isspace()
    }
    noise, gone = solid & characters(labels.noise), solid & characters(found)
    own = solid - noise
    return [
        Score("body", "noise characters removed", len(noise & gone), len(noise)),
        Score("body", "article characters kept", len(own - gone), len(own)),
    ]


def mentions(found: Sequence[Mention], labels: Sequence[Name]) -> list[Score]:
    """Names counted rightly in each article, and each mention at its place."""
    return [
        score
        for theme, kind in (("products", "product"), ("companies", "company"))
        for score in named(
            theme,
            [row for row in found if row.entity_type == kind],
            [label for label in labels if label.entity_type == kind],
        )
    ]


def named(theme: str, found: Sequence[Mention], labels: Sequence[Name]) -> list[Score]:
    """The measures of ``mentions`` for entities of one type."""
    names = [(row.article, row.entity) for row in found]
    got = {(row.article, row.entity, row.start) for row in found}
    wanted = {(label.article, label.entity, start) for label in labels for start in label.starts}
    right = [names.count((label.article, label.entity)) in label.counts for label in labels]
    return [
        Score.of(theme, "count right", right),
        Score(theme, "mentions found", len(wanted & got), len(wanted)),
        Score(theme, "mentions true", len(wanted & got), len(got)),
    ]


def metrics(found: Sequence[Metric], labels: Sequence[Figure]) -> list[Score]:
    """Figures found at their number, those found true, and what was made of them."""
    firm = [label for label in labels if not label.borderline]
    met = [(rows[0], label) for label in firm if (rows := overlapping(found, label.number))]
    fits = {name: [fit(row, label) for row, label in met] for name, fit in FITS.items()}
    together = zip(*(fits[name] for name in ("value", "unit", "kind", "subject")), strict=True)
    dates = [row.as_of in label.as_of for row, label in met if label.as_of != (None,)]
    return [
        Score("metrics", "found", len(met), len(firm)),
        true("metrics", found, labels),
        *(Score.of("metrics", f"{name} right", verdicts) for name, verdicts in fits.items()),
        Score.of("metrics", "value, unit, kind and subject right", map(all, together)),
        Score.of("metrics", "date right", dates),
    ]


def value_fits(row: Metric, label: Figure) -> bool:
    """The value itself; for a range both bounds; for a vague number any value within them."""
    if label.value is None:
        return close(row.low, label.low) and close(row.high, label.high)
    if close(row.value, label.value):
        return True
    if row.value is None or label.low is None or label.high is None:
        return False
    return label.low <= row.value <= label.high


FITS: dict[str, Callable[[Metric, Figure], bool]] = {
    "value": value_fits,
    "unit": lambda row, label: row.unit in label.unit,
    "kind": lambda row, label: row.kind in label.kind,
    "qualifier": lambda row, label: row.qualifier in label.qualifier,
    "subject": lambda row, label: row.subject in label.subject,
}
"""Whether a part of a claim is as labelled."""


def events(found: Sequence[Event], labels: Sequence[Date]) -> list[Score]:
    """Expressions of time found, those found true, and the dates they were given."""
    firm = [label for label in labels if not label.borderline]
    met = [(rows, label) for label in firm if (rows := overlapping(found, label))]
    right = [(any(row.iso in label.iso for row in rows), label.stated) for rows, label in met]
    return [
        Score("events", "found", len(met), len(firm)),
        true("events", found, labels),
        Score.of("events", "date right, year stated", (fits for fits, stated in right if stated)),
        Score.of("events", "date right, year inferred", (fits for fits, stated in right if not stated)),
    ]


def cells(found: Sequence[FeatureCell], labels: Sequence[Cell]) -> list[Score]:
    """Cells of the matrix that are filled, filled with reason, and with the right status."""
    said = {(row.feature, row.product): row.status for row in found if row.status != "not_mentioned"}
    firm = [label for label in labels if not label.borderline]
    filled = [label for label in firm if (label.feature, label.product) in said]
    right = [
        (label.statuses[0], said[label.feature, label.product] in label.statuses)
        for label in filled
        if label.mentioned
    ]
    return [
        Score("matrix", "cells found", len(right), sum(label.mentioned for label in firm)),
        Score.of("matrix", "cells true", (label.mentioned for label in filled)),
        Score.of("matrix", "status right", (fits for _, fits in right)),
        Score.of(
            "matrix", "status right, other than has", (fits for status, fits in right if status != "has")
        ),
    ]


def evidence(found: Sequence[Evidence], labels: Sequence[Quote], known: Sequence[Cell]) -> list[Score]:
    """Quotes found, and those found true, for the features and products in ``known``."""
    asked = {(cell.feature, cell.product) for cell in known}
    counted = [row for row in found if (row.feature, row.product) in asked]
    return [
        Score.of(
            "matrix", "evidence found", (quoted(counted, each) for each in labels if not each.borderline)
        ),
        Score.of("matrix", "evidence true", (quoted(labels, row) for row in counted)),
    ]


def quoted(quotes: Iterable[Evidence | Quote], by: Evidence | Quote) -> bool:
    """Whether one of ``quotes`` speaks of the same feature and product at the same place."""
    return any((each.feature, each.product) == (by.feature, by.product) for each in overlapping(quotes, by))


def comparisons(found: Sequence[Comparison], labels: Sequence[Rivalry]) -> list[Score]:
    """Comparisons of the two rivals found, those found true, and whom they speak for."""
    pairs = [row for row in found if set(row.products) >= RIVALS]
    firm = [label for label in labels if not label.borderline]
    met = [(rows, label) for label in firm if (rows := overlapping(pairs, label))]
    sides = (any(row.favours == label.favours for row in rows) for rows, label in met)
    return [
        Score("comparisons", "found", len(met), len(firm)),
        Score.of("comparisons", "true", (bool(overlapping(labels, row)) for row in pairs)),
        Score.of("comparisons", "side right", sides),
    ]


def true(theme: str, found: Sequence[Placed], labels: Sequence[Doubtful]) -> Score:
    """Rows that meet a label; those that meet only borderline ones count neither way."""
    met = [overlapping(labels, row) for row in found]
    counted = [rows for rows in met if not rows or not all(label.borderline for label in rows)]
    return Score.of(theme, "true", map(bool, counted))


def overlapping(rows: Iterable[Row], place: Placed) -> list[Row]:
    """The rows that share a character with ``place``, in order."""
    return [
        row
        for row in rows
        if row.article == place.article and row.start < place.end and row.end > place.start
    ]


def characters(passages: Iterable[Removed | Passage]) -> set[tuple[str, int]]:
    """Every character in some passages, as article and offset."""
    return {(row.article, place) for row in passages for place in range(row.start, row.end)}


def close(number: float | None, wanted: float | None) -> bool:
    """Whether two numbers are the same but for rounding."""
    return number is not None and wanted is not None and math.isclose(number, wanted, rel_tol=1e-6)
