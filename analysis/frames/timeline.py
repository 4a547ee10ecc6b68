"""Dated events on a time axis, one lane a product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.dates import dated
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd


def events(store: Store, selection: Selection) -> pd.DataFrame:
    """Events in whose sentence a chosen product is named, once for each such product.

    [article, title, start, end, surface, iso, date, date_start, date_end, precision, inferred, basis,
    entities, product, sentence_start, sentence_end, sentence]. ``product`` is the lane; ``date_start`` and
    ``date_end`` are timestamps of the first and last day that ``iso`` may mean, ``date`` lies in their
    middle; all three are missing where ``iso`` is. In order of ``date_start``, then lane, the undated last.
    """
    found = store.query(
        """
        SELECT article, title, start, events."end", surface, iso, precision, inferred, basis, entities,
               name AS product, sentence_start, sentence_end, rank,
               text[sentence_start + 1:sentence_end] AS sentence
        FROM events JOIN listed($products) ON list_contains(entities, name)
        JOIN titled USING (article) JOIN texts USING (article)
        """,
        selection.of_products,
        selection.articles,
    )
    return _ordered(found)


def other_events(store: Store, selection: Selection) -> pd.DataFrame:
    """Events in whose sentence no product at all is named: columns of ``events``, without a lane."""
    found = store.query(
        """
        WITH products AS (SELECT DISTINCT entity FROM main.names WHERE entity_type = 'product')
        SELECT article, title, start, events."end", surface, iso, precision, inferred, basis, entities,
               NULL::VARCHAR AS product, sentence_start, sentence_end, 0 AS rank,
               text[sentence_start + 1:sentence_end] AS sentence
        FROM events JOIN titled USING (article) JOIN texts USING (article)
        WHERE NOT list_has_any(entities, (SELECT coalesce(list(entity), []) FROM products))
        """,
        articles=selection.articles,
    )
    return _ordered(found)


def _ordered(found: pd.DataFrame) -> pd.DataFrame:
    columns = [
        *("article", "title", "start", "end", "surface", "iso", "date", "date_start", "date_end"),
        *(
            "precision",
            "inferred",
            "basis",
            "entities",
            "product",
            "sentence_start",
            "sentence_end",
            "sentence",
        ),
    ]
    days = dated(found["iso"])
    ordered = found.assign(
        date=days["date"],
        date_start=days["date_start"],
        date_end=days["date_end"],
        entities=found["entities"].map(list),
    ).sort_values(["date_start", "rank", "article", "start"], na_position="last")
    return ordered[columns].reset_index(drop=True)
