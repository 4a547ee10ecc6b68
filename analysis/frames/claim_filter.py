"""Claims narrowed down: by whom they are about, what they measure, in which unit and of which year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

UNDATED = "undated"
"""Stands for the year of a claim that has no date of its own."""

NOBODY = "nobody"
"""Stands for the subject of a claim that names none."""

_KEPT = f"""
    WITH products AS (
        SELECT DISTINCT entity FROM main.entities WHERE entity_type = 'product'
    ), every AS (
        SELECT *, coalesce(subject, '{NOBODY}') AS who, coalesce(as_of[:4], '{UNDATED}') AS year,
               coalesce(value, high, low) AS size
        FROM metrics
    ), about AS (
        SELECT * FROM every
        WHERE subject IN (SELECT name FROM listed($products)) OR via IN (SELECT name FROM listed($products))
           OR $others AND coalesce(subject, '') NOT IN (SELECT entity FROM products)
                      AND coalesce(via, '') NOT IN (SELECT entity FROM products)
    ), kept AS (
        SELECT * FROM about
        WHERE (len($subjects) = 0 OR who IN (SELECT name FROM listed($subjects)))
          AND (len($kinds) = 0 OR kind IN (SELECT name FROM listed($kinds)))
          AND (len($units) = 0 OR unit IN (SELECT name FROM listed($units)))
          AND (len($years) = 0 OR year IN (SELECT name FROM listed($years)))
    )
"""  # noqa: S608 - every piece is from this file
"""``kept``: what a filter keeps of the claims about the chosen products, and with ``$others`` about none."""


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims are kept; nothing named keeps all."""

    subjects: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimChoices:
    """What there is to choose from, the commonest first; ``years`` in order, the undated last."""

    subjects: tuple[str, ...]
    kinds: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """The claims about chosen products that a filter keeps; with ``others`` also those about no product."""

    selection: Selection
    others: bool
    kept: ClaimFilter = ClaimFilter()

    def query(self, store: Store, sql: str, **parameters: Any) -> pd.DataFrame:
        """A query over ``kept``: the columns of the table, ``who``, ``year`` (never missing) and ``size``."""
        chosen = {name: list(names) for name, names in vars(self.kept).items()}
        every = {**self.selection.of_products, **chosen, "others": self.others, **parameters}
        return store.query(_KEPT + sql, every, articles=self.selection.articles)


def choices(store: Store, selection: Selection, others: bool) -> ClaimChoices:
    """What the claims offer to choose from, the commonest first; years in order, the undated last."""
    found = Kept(selection, others).query(
        store,
        """
        SELECT who, kind, unit, year, count(*) AS n FROM kept
        GROUP BY GROUPING SETS ((who), (kind), (unit), (year)) ORDER BY n DESC, who, kind, unit, year
        """,
    )
    years = sorted(set(found["year"].dropna()) - {UNDATED})
    undated = (UNDATED,) if found["year"].eq(UNDATED).any() else ()
    return ClaimChoices(
        subjects=tuple(found["who"].dropna()),
        kinds=tuple(found["kind"].dropna()),
        units=tuple(found["unit"].dropna()),
        years=(*years, *undated),
    )


def kinds(store: Store, selection: Selection, others: bool, kept: ClaimFilter) -> pd.DataFrame:
    """How many claims there are of each kind: [kind, count], most first."""
    return Kept(selection, others, kept).query(
        store,
        "SELECT kind, count(*)::INTEGER AS count FROM kept GROUP BY kind ORDER BY count DESC, kind",
    )


def spans(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> pd.DataFrame:
    """Where the first ``n`` claims stand: [article, start, end], by article and place."""
    return Kept(selection, others, kept).query(
        store,
        'SELECT article, start, "end" FROM kept ORDER BY article, start LIMIT $n',
        n=n,
    )
