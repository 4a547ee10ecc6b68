"""Dated events: how many there are and when, the first of them in order, and marks on a lane a product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from analysis.frames import shared
from analysis.frames.dates import dated
from analysis.frames.leading import Leading, leading
from analysis.frames.named_products import every_product
from analysis.frames.selection import Selection
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["all", "stated", "inferred"]

LISTED = [
    *("article", "title", "start", "end", "iso", "date", "inferred", "products"),
    *("sentence_start", "sentence_end"),
]

FEW = 1000
"""As many events are put in order as they are; of more, those of the first dates only."""

_KEPT = """
    WITH every AS (
        SELECT given.*, date_start, date_end, date FROM ({given}) given LEFT JOIN dates USING (iso)
        WHERE $basis = 'all' OR inferred = ($basis = 'inferred')
    ), kept AS (
        SELECT * FROM every
        WHERE list_has_any(entities, $products::VARCHAR[])
           OR $others AND NOT list_has_any(entities, $named::VARCHAR[])
    ), lanes AS (
        SELECT every.*, name AS product, rank
        FROM every JOIN listed($products) ON list_contains(entities, name)
        WHERE date IS NOT NULL
    )
"""
"""``kept``: the events that name a chosen product, and with ``$others`` those that name none at all;
``lanes``: those with a date, once for each chosen product. A row stands for ``count`` events."""

_CALENDAR = "FROM calendar"
_EVENTS = "SELECT *, 1 AS count FROM events"
_REACHED = "FROM events SEMI JOIN reached ON events.iso IS NOT DISTINCT FROM reached.iso"

_FIRST = """
    , summed AS (
        SELECT iso, sum(sum(count)) OVER (ORDER BY date_start NULLS LAST
                                          GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
        FROM kept GROUP BY iso, date_start
    )
    SELECT iso FROM summed WHERE coalesce(before, 0) < $n
"""
"""The [iso] of the first ``$n`` events: no others need be looked through."""


class Counts(NamedTuple):
    """How many events there are, and how many of them have an inferred date."""

    n: int
    inferred: int


def counts(store: Store, selection: Selection, others: bool, basis: Basis) -> Counts:
    """How many events there are, one that names several products once."""
    return _counts(_by_year(store, selection, others, basis))


def drawn(store: Store, selection: Selection, basis: Basis) -> Counts:
    """How many events have a date and name a chosen product: those that lanes show, once each."""
    return _counts(_by_year(store, selection, False, basis).dropna(subset="year"))


def years(store: Store, selection: Selection, others: bool, basis: Basis) -> pd.DataFrame:
    """How many events each year has: [year, events], in order; of the undated none."""
    found = _by_year(store, selection, others, basis)
    return found.groupby("year", as_index=False)["events"].sum().astype("int32")


def by_product(store: Store, selection: Selection, basis: Basis) -> pd.DataFrame:
    """How many dated events name each chosen product: [product, events], most first."""
    return _query(
        store,
        """
        SELECT product, sum(count)::INTEGER AS events FROM lanes
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
    few = counts(store, selection, others, basis).n <= FEW
    reached = None if few else _query(store, _FIRST, selection, others, basis, n=n)
    found = _query(
        store,
        """
        , first AS (
            SELECT * FROM kept ORDER BY date_start NULLS LAST, article, start LIMIT $n
        )
        SELECT article, title, start, first."end", iso, date, inferred, entities, sentence_start, sentence_end
        FROM first JOIN titled USING (article)
        ORDER BY date_start NULLS LAST, article, start
        """,
        selection,
        others,
        basis,
        given=_EVENTS if few else _REACHED,
        reached=reached,
        n=n,
    )
    named = [[name for name in selection.products if name in each] for each in map(set, found["entities"])]
    return found.assign(products=named)[LISTED]


def sentences(store: Store, events: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``events`` [article, start], in their order, with the ``sentence`` of each as written."""
    found = store.query(
        """
        SELECT article, start, text[sentence_start + 1:sentence_end] AS sentence
        FROM places JOIN events USING (article, start) JOIN texts USING (article)
        """,
        articles=sorted(set(events["article"])),
        places=events[["article", "start"]],
    )
    return events.merge(found, how="left", on=["article", "start"])


def marks(store: Store, selection: Selection, basis: Basis, n: int) -> Leading:
    """The dated events that can be drawn, once a lane, by date, then lane.

    [article, title, start, end, iso, date, date_start, date_end, inferred, product, sentence_start,
    sentence].
    Of more than ``n`` each date is drawn once on a lane, and as many of every lane, those that are said most
    often; such a mark is the first place that states the date.
    """
    events = shared.read(drawn, store, store.version, selection, basis).n
    places = _places(store, _EVENTS if events <= n else _CALENDAR, selection, basis, n)
    found = store.query(
        """
        SELECT article, title, start, events."end", iso, date, date_start, date_end, inferred, product,
               sentence_start, text[sentence_start + 1:sentence_end] AS sentence, "of"
        FROM places JOIN events USING (article, start) JOIN titled USING (article) JOIN texts USING (article)
        ORDER BY date_start, rank, article, start
        """,
        articles=sorted(set(places["article"])),
        places=places,
    )
    return leading(found)


def on_date(store: Store, selection: Selection, basis: Basis, iso: str, n: int) -> pd.DataFrame:
    """The first ``n`` events of a date that name a chosen product: [article, start, end], in order."""
    return _query(
        store,
        'SELECT article, start, "end" FROM kept WHERE iso = $iso ORDER BY article, start LIMIT $n',
        selection,
        False,
        basis,
        given=_EVENTS,
        iso=iso,
        n=n,
    )


def _places(store: Store, given: str, selection: Selection, basis: Basis, n: int) -> pd.DataFrame:
    """Where the events that can be drawn stand, with their dates and lanes; ``of`` how many they are of."""
    return _query(
        store,
        """
        , said AS (
            SELECT *, sum(count) OVER () AS "of", sum(count) OVER (PARTITION BY product, iso) AS often,
                   row_number() OVER (PARTITION BY product, iso ORDER BY inferred, article, start) AS turn
            FROM lanes
        ), placed AS (
            SELECT *, row_number() OVER (PARTITION BY product, turn ORDER BY often DESC, date_start, iso)
                      AS place
            FROM said
        )
        SELECT article, start, date, date_start, date_end, product, rank, "of"::INTEGER AS "of" FROM placed
        WHERE "of" <= $n
           OR turn = 1 AND place <= greatest(1, $n // (SELECT count(DISTINCT rank) FROM lanes))
        """,
        selection,
        False,
        basis,
        given=given,
        n=n,
    )


def _counts(found: pd.DataFrame) -> Counts:
    return Counts(int(found["events"].sum()), int(found.loc[found["inferred"], "events"].sum()))


def _by_year(store: Store, selection: Selection, others: bool, basis: Basis) -> pd.DataFrame:
    """How many events each year has, and of the undated: [year, inferred, events]; read once and shared."""
    found: pd.DataFrame = shared.read(_read_by_year, store, store.version, selection, others, basis)
    return found


def _read_by_year(store: Store, selection: Selection, others: bool, basis: Basis) -> pd.DataFrame:
    return _query(
        store,
        "SELECT year(date) AS year, inferred, sum(count)::INTEGER AS events FROM kept GROUP BY ALL",
        selection,
        others,
        basis,
    )


def _query(
    store: Store,
    sql: str,
    selection: Selection,
    others: bool,
    basis: Basis,
    *,
    given: str = _CALENDAR,
    reached: pd.DataFrame | None = None,
    **more: Any,
) -> pd.DataFrame:
    """A query over ``kept`` and ``lanes`` of the events that are ``given``."""
    named = every_product(store) if others else []
    about = {**selection.of_products, "named": named, "others": others}
    frames = {} if reached is None else {"reached": reached}
    return store.query(
        _KEPT.format(given=given) + sql,
        {**about, "basis": basis, **more},
        articles=selection.articles,
        dates=shared.read(_dates, store, store.version),
        **frames,
    )


def _dates(store: Store) -> pd.DataFrame:
    """The days that the dates of events may mean: [iso, date_start, date_end, date]."""
    found = store.query("SELECT DISTINCT iso FROM calendar WHERE iso IS NOT NULL")
    return found.join(dated(found["iso"]))
