"""Claims of many articles, as much of them as can be read: counted, a page of them, and the telling ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.frames.claim_filter import NOBODY, UNDATED, ClaimChoices, ClaimFilter, Order
from analysis.frames.dates import dated
from analysis.frames.leading import Leading, leading
from analysis.frames.metrics import COLUMNS, COUNTED_KINDS, HEADLINE_KINDS
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

_KEPT = f"""
    WITH products AS (
        SELECT DISTINCT entity FROM main.names WHERE entity_type = 'product'
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

_ORDERS: dict[Order, str] = {
    "subject": "subject NULLS LAST, kind, as_of NULLS LAST, article, start",
    "date": "as_of NULLS LAST, article, start",
    "article": "article, start",
}


class Part(NamedTuple):
    """The first ``n`` claims in an order."""

    order: Order
    n: int


def choices(store: Store, selection: Selection, others: bool) -> ClaimChoices:
    """What the claims offer to choose from, the commonest first; years in order, the undated last."""
    found = _query(
        store,
        selection,
        """
        SELECT who, kind, unit, year, count(*) AS n FROM kept
        GROUP BY GROUPING SETS ((who), (kind), (unit), (year)) ORDER BY n DESC, who, kind, unit, year
        """,
        _parameters(selection, others, ClaimFilter()),
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
    return _query(
        store,
        selection,
        "SELECT kind, count(*)::INTEGER AS count FROM kept GROUP BY kind ORDER BY count DESC, kind",
        _parameters(selection, others, kept),
    )


def page(store: Store, selection: Selection, others: bool, kept: ClaimFilter, part: Part) -> pd.DataFrame:
    """The first claims by subject and kind, by date, or by article and place; ``COLUMNS``."""
    order = _ORDERS[part.order]
    first = f"found AS (SELECT * FROM kept ORDER BY {order} LIMIT $n)"  # noqa: S608 - from this file
    return _rows(store, selection, first, {**_parameters(selection, others, kept), "n": part.n}, order)


def spans(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> pd.DataFrame:
    """Where the first ``n`` claims stand: [article, start, end], by article and place."""
    return _query(
        store,
        selection,
        'SELECT article, start, "end" FROM kept ORDER BY article, start LIMIT $n',
        {**_parameters(selection, others, kept), "n": n},
    )


def headlines(store: Store, selection: Selection, n: int) -> pd.DataFrame:
    """The ``n`` most telling claims about chosen products; ``COLUMNS``.

    Users and enterprises counted, money and shares; a figure once for a subject, kept from where it is
    dated latest; nothing counterfactual. Each subject's largest of each kind first, in the order of
    ``HEADLINE_KINDS``, then its second largest, and so on.
    """
    return _rows(
        store,
        selection,
        """
        telling AS (
            SELECT kept.*, headline.rank AS kind_rank,
                   row_number() OVER (PARTITION BY subject, kind, size
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM kept JOIN listed($headline) headline ON kind = name
            WHERE modality <> 'counterfactual' AND subject IN (SELECT name FROM listed($products))
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY subject, kind
                                         ORDER BY size DESC NULLS LAST, as_of DESC NULLS LAST, article, start)
                      AS place
            FROM telling WHERE turn = 1
        ), found AS (
            SELECT * FROM placed ORDER BY place, kind_rank, size DESC NULLS LAST, subject LIMIT $n
        )
        """,
        {**_parameters(selection, False, ClaimFilter()), "n": n, "headline": list(HEADLINE_KINDS)},
        "place, kind_rank, size DESC NULLS LAST, subject",
    )


def telling(store: Store, selection: Selection, others: bool, kept: ClaimFilter, n: int) -> Leading:
    """The claims of the most telling kinds, of every kind where kinds are chosen or none is of these.

    ``COLUMNS``, by article and place. About ``n`` at most: of more, each figure once, as it is dated latest,
    and of every kind and unit the largest, each subject's first before its next.
    """
    found = _rows(
        store,
        selection,
        """
        telling AS (
            SELECT * FROM kept
            WHERE len($kinds) > 0 OR kind IN (SELECT name FROM listed($headline))
               OR NOT EXISTS (SELECT 1 FROM kept WHERE kind IN (SELECT name FROM listed($headline)))
        ), said AS (
            SELECT *, count(*) OVER () AS "of",
                   row_number() OVER (PARTITION BY who, kind, unit, value, low, high, qualifier, modality
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM telling
        ), ranked AS (
            SELECT *, row_number() OVER (PARTITION BY kind, unit, who, turn
                                         ORDER BY size DESC, article, start) AS rank
            FROM said
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY kind, unit, turn
                                         ORDER BY rank, size DESC, article, start) AS place
            FROM ranked
        ), found AS (
            SELECT * FROM placed
            WHERE "of" <= $n
               OR turn = 1 AND place <= greatest(2, $n // (SELECT count(DISTINCT (kind, unit)) FROM telling))
        )
        """,
        {**_parameters(selection, others, kept), "n": n, "headline": list(HEADLINE_KINDS)},
        "article, start",
        "of",
    )
    return leading(found)


def rivals(store: Store, selection: Selection, kept: ClaimFilter, groups: int, n: int) -> Leading:
    """Claims that count the same thing of the same subject, where there are two or more.

    Columns and order of ``frames.metrics.rival_claims``; the first of ``of`` groups, at most ``groups``. Of
    one with more than ``n`` claims each figure once, as it is dated latest, and those said most often. The
    years of ``kept`` would split the groups, and count for nothing.
    """
    found = _rows(
        store,
        selection,
        """
        counted AS (
            SELECT *, count(*) OVER same AS claims,
                   count(DISTINCT size) OVER same > 1 OR bool_or(modality = 'disputed') OVER same AS disagree
            FROM kept
            WHERE kind IN (SELECT name FROM listed($counted)) AND subject IS NOT NULL AND unit IS NOT NULL
            WINDOW same AS (PARTITION BY subject, kind, unit)
        ), ranked AS (
            SELECT *, dense_rank() OVER (ORDER BY disagree DESC, claims DESC, subject, kind, unit) AS place
            FROM counted WHERE claims > 1
        ), said AS (
            SELECT *, (SELECT max(place) FROM ranked) AS "of",
                   count(*) OVER alike AS often,
                   row_number() OVER (PARTITION BY place, value, low, high, qualifier, modality
                                      ORDER BY as_of DESC NULLS LAST, article, start) AS turn
            FROM ranked WHERE place <= $groups
            WINDOW alike AS (PARTITION BY place, value, low, high, qualifier, modality)
        ), once AS (
            SELECT *, row_number() OVER (PARTITION BY place, turn ORDER BY often DESC, as_of, article, start)
                      AS rank
            FROM said
        ), found AS (SELECT * FROM once WHERE claims <= $n OR turn = 1 AND rank <= $n)
        """,
        {
            **_parameters(selection, False, replace(kept, years=())),
            **{"groups": groups, "n": n, "counted": list(COUNTED_KINDS)},
        },
        "place, article, start",
        *("disagree", "of", "place"),
    )
    ordered = found.sort_values(["place", "date", "article", "start"], na_position="last", kind="stable")
    return leading(ordered.drop(columns="place").reset_index(drop=True))


def _query(store: Store, selection: Selection, sql: str, parameters: dict[str, Any]) -> pd.DataFrame:
    """A query over ``kept``."""
    return store.query(_KEPT + sql, parameters, articles=selection.articles)


def _rows(
    store: Store, selection: Selection, tables: str, parameters: dict[str, Any], order: str, *more: str
) -> pd.DataFrame:
    """The claims of ``found``, the last of some ``tables`` made of ``kept``: ``COLUMNS`` and ``more``."""
    shown = f"SELECT found.*, title, published FROM found JOIN titled USING (article) ORDER BY {order}"  # noqa: S608
    found = _query(store, selection, f", {tables} {shown}", parameters)
    own, published = (dated(found[column])["date"] for column in ("as_of", "published"))
    return found.assign(date=own.fillna(published), inferred=own.isna() & published.notna())[
        [*COLUMNS, *more]
    ]


def _parameters(selection: Selection, others: bool, kept: ClaimFilter) -> dict[str, Any]:
    chosen = {name: list(getattr(kept, name)) for name in ("subjects", "kinds", "units", "years")}
    return {**chosen, "products": list(selection.products), "others": others}
