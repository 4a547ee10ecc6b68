"""Dated events: how many there are and when, the first of them in order, and marks on a lane a product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from analysis.frames import shared
from analysis.frames.dates import dated
from analysis.frames.leading import Leading, leading
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["all", "stated", "inferred"]

LISTED = ["article", "title", "start", "end", "iso", "date", "inferred", "products", "sentence"]

_KEPT = """
    WITH products AS (
        SELECT DISTINCT entity FROM main.entities WHERE entity_type = 'product'
    ), every AS (
        SELECT events.*, date_start, date_end, date FROM events LEFT JOIN dates USING (iso)
        WHERE $basis = 'all' OR inferred = ($basis = 'inferred')
    ), kept AS (
        SELECT * FROM every
        WHERE list_has_any(entities, $products::VARCHAR[])
           OR $others AND NOT list_has_any(entities, (SELECT coalesce(list(entity), []) FROM products))
    ), lanes AS (
        SELECT every.*, name AS product, rank
        FROM every JOIN listed($products) ON list_contains(entities, name)
        WHERE date IS NOT NULL
    )
"""
"""``kept``: the events that name a chosen product, and with ``$others`` those that name none at all;
``lanes``: those with a date, once for each chosen product."""


class Counts(NamedTuple):
    """How many events there are, and how many of them have an inferred date."""

    n: int
    inferred: int


def counts(store: Store, selection: Selection, others: bool, basis: Basis) -> Counts:
    """How many events there are, one that names several products once."""
    return _counts(store, "kept", selection, others, basis)


def drawn(store: Store, selection: Selection, basis: Basis) -> Counts:
    """How many events have a date and name a chosen product: those that lanes show, once each."""
    return _counts(store, "(SELECT DISTINCT article, start, inferred FROM lanes)", selection, False, basis)


def years(store: Store, selection: Selection, others: bool, basis: Basis) -> pd.DataFrame:
    """How many events each year has: [year, events], in order; of the undated none."""
    return _query(
        store,
        """
        SELECT year(date)::INTEGER AS year, count(*)::INTEGER AS events FROM kept
        WHERE date IS NOT NULL GROUP BY ALL ORDER BY year
        """,
        selection,
        others,
        basis,
    )


def by_product(store: Store, selection: Selection, basis: Basis) -> pd.DataFrame:
    """How many dated events name each chosen product: [product, events], most first."""
    return _query(
        store,
        """
        SELECT product, count(*)::INTEGER AS events FROM lanes
        GROUP BY product, rank ORDER BY events DESC, rank
        """,
        selection,
        False,
        basis,
    )


def page(store: Store, selection: Selection, others: bool, basis: Basis, n: int) -> pd.DataFrame:
    """The first ``n`` events in order of time, the undated last: ``LISTED``.

    ``products`` are the chosen ones it names, in the selection's order.
    """
    found = _query(
        store,
        """
        , first AS (
            SELECT * FROM kept ORDER BY date_start NULLS LAST, article, start LIMIT $n
        )
        SELECT article, title, start, first."end", iso, date, inferred, entities,
               text[sentence_start + 1:sentence_end] AS sentence
        FROM first JOIN titled USING (article) JOIN texts USING (article)
        ORDER BY date_start NULLS LAST, article, start
        """,
        selection,
        others,
        basis,
        n=n,
    )
    named = [[name for name in selection.products if name in each] for each in map(set, found["entities"])]
    return found.assign(products=named)[LISTED]


def marks(store: Store, selection: Selection, basis: Basis, n: int) -> Leading:
    """The dated events that can be drawn, once a lane, by date, then lane.

    [article, title, start, end, iso, date, date_start, date_end, inferred, product, sentence_start,
    sentence].
    Of more than ``n`` each date is drawn once on a lane, and as many of every lane, those that are said most
    often; such a mark is the first place that states the date.
    """
    found = _query(
        store,
        """
        , said AS (
            SELECT *, count(*) OVER () AS "of", count(*) OVER (PARTITION BY product, iso) AS often,
                   row_number() OVER (PARTITION BY product, iso ORDER BY inferred, article, start) AS turn
            FROM lanes
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY product, turn ORDER BY often DESC, date_start, iso)
                      AS place
            FROM said
        ), found AS (
            SELECT * FROM placed
            WHERE "of" <= $n
               OR turn = 1 AND place <= greatest(1, $n // (SELECT count(DISTINCT rank) FROM lanes))
        )
        SELECT article, title, start, found."end", iso, date, date_start, date_end, inferred, product,
               sentence_start, text[sentence_start + 1:sentence_end] AS sentence, "of"
        FROM found JOIN titled USING (article) JOIN texts USING (article)
        ORDER BY date_start, rank, article, start
        """,
        selection,
        False,
        basis,
        n=n,
    )
    return leading(found)


def _counts(store: Store, table: str, selection: Selection, others: bool, basis: Basis) -> Counts:
    sql = f"SELECT count(*) AS n, count(*) FILTER (inferred) AS inferred FROM {table}"  # noqa: S608 - from here
    found = _query(store, sql, selection, others, basis)
    return Counts(int(found["n"].item()), int(found["inferred"].item()))


def _query(
    store: Store, sql: str, selection: Selection, others: bool, basis: Basis, **more: Any
) -> pd.DataFrame:
    """A query over ``kept`` and ``lanes``."""
    chosen = {**selection.of_products, "others": others, "basis": basis, **more}
    return store.query(
        _KEPT + sql, chosen, articles=selection.articles, dates=shared.read(_dates, store, store.version)
    )


def _dates(store: Store) -> pd.DataFrame:
    """The days that the dates of events may mean: [iso, date_start, date_end, date]."""
    found = store.query("SELECT DISTINCT iso FROM events WHERE iso IS NOT NULL")
    return found.join(dated(found["iso"]))
