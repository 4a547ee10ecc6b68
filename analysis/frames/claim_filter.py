"""Claims narrowed down: by whom they are about, what they measure, in which unit and of which year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from analysis.frames.named_products import every_product
from analysis.frames.selection import Selection
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Given = Literal["claims", "metrics", "reached"]
"""The claims added up, one by one, or one by one those of the frame ``alike`` [subject, kind, as_of]."""

UNDATED = "undated"
"""Stands for the year of a claim that has no date of its own."""

NOBODY = "nobody"
"""Stands for the subject of a claim that names none."""

_GIVEN: dict[Given, str] = {
    "claims": "FROM claims",
    "metrics": "SELECT *, 1 AS count FROM metrics",
    "reached": """
        SELECT *, 1 AS count FROM metrics SEMI JOIN alike
        ON metrics.subject IS NOT DISTINCT FROM alike.subject AND metrics.kind = alike.kind
           AND metrics.as_of IS NOT DISTINCT FROM alike.as_of
    """,
}

_KEPT = f"""
    WITH every AS (
        SELECT *, coalesce(subject, '{NOBODY}') AS who, coalesce(as_of[:4], '{UNDATED}') AS year,
               coalesce(value, high, low) AS size
        FROM ({{given}})
    ), about AS (
        SELECT * FROM every
        WHERE list_contains($products::VARCHAR[], subject) OR list_contains($products::VARCHAR[], via)
           OR $others AND NOT coalesce(list_contains($named::VARCHAR[], subject), FALSE)
                      AND NOT coalesce(list_contains($named::VARCHAR[], via), FALSE)
    ), kept AS (
        SELECT * FROM about
        WHERE (len($subjects) = 0 OR list_contains($subjects::VARCHAR[], who))
          AND (len($kinds) = 0 OR list_contains($kinds::VARCHAR[], kind))
          AND (len($units) = 0 OR list_contains($units::VARCHAR[], unit))
          AND (len($years) = 0 OR list_contains($years::VARCHAR[], year))
    )
"""  # noqa: S608 - every piece is from this file
"""``kept``: what a filter keeps of the claims about the chosen products, and with ``$others`` about none.

A row stands for ``count`` claims, the first of them at its ``article`` and ``start``."""


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

    def query(
        self,
        store: Store,
        sql: str,
        given: Given = "claims",
        alike: pd.DataFrame | None = None,
        **parameters: Any,
    ) -> pd.DataFrame:
        """A query over ``kept``: the columns of the table, ``who``, ``year`` (never missing) and ``size``.

        It may use the frame ``alike`` besides.
        """
        chosen = {name: list(names) for name, names in vars(self.kept).items()}
        named = every_product(store) if self.others else []
        about = {**self.selection.of_products, "named": named, "others": self.others}
        frames = {} if alike is None else {"alike": alike}
        return store.query(
            _KEPT.format(given=_GIVEN[given]) + sql,
            {**about, **chosen, **parameters},
            articles=self.selection.articles,
            **frames,
        )


def choices(store: Store, selection: Selection, others: bool) -> ClaimChoices:
    """What the claims offer to choose from, the commonest first; years in order, the undated last."""
    found = Kept(selection, others).query(
        store,
        """
        SELECT who, kind, unit, year, sum(count) AS n FROM kept
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
        "SELECT kind, sum(count)::INTEGER AS count FROM kept GROUP BY kind ORDER BY count DESC, kind",
    )


def spans(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> pd.DataFrame:
    """Where the first ``n`` claims stand: [article, start, end], by article and place."""
    return Kept(selection, others, kept).query(
        store,
        'SELECT article, start, "end" FROM kept ORDER BY article, start LIMIT $n',
        "metrics",
        n=n,
    )
