"""The tables of a store as the reader's choice narrows them, each find with the passage it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import schema
from analysis.frames.matrix import ascribed, matrix
from analysis.frames.selection import Selection
from analysis.storage.store import Store
from analysis.storage.totals import TOTALS

if TYPE_CHECKING:
    import pandas as pd

_OF_PAGES = ("tokens", "sentences", "texts", *TOTALS, "problems")

NAMES = tuple(name for name in schema.TABLES if name not in _OF_PAGES)
"""The tables for readers; the others serve the pages."""

PASSAGE = "passage"
"""The column that is added: the words of the article, as written."""

_PASSAGES = {
    "removed": ("start", '"end"'),
    "metrics": ("sentence_start", "sentence_end"),
    "events": ("sentence_start", "sentence_end"),
    "evidence": ("start", '"end"'),
    "comparisons": ("start", '"end"'),
}
_ABOUT = {
    "mentions": "entity IN (SELECT name FROM listed($products))",
    "metrics": "list_has_any([subject, via], $products::VARCHAR[])",
    "events": "list_has_any(entities, $products::VARCHAR[])",
    "evidence": "product IN (SELECT name FROM listed($products))",
    "comparisons": "list_has_any(products, $products::VARCHAR[])",
}
_ORDER = {"articles": "article", "terms": "article, count DESC, term"}


def table(
    store: Store, selection: Selection, name: str, of_products: bool, n: int | None = None
) -> pd.DataFrame:
    """The rows of a table of ``NAMES`` that come from the chosen articles: in order, the first ``n``.

    Its columns are those of ``schema.TABLES[name]``; ``PASSAGE`` comes after them where a row is about a
    sentence or a longer passage. With ``of_products`` only what is about a chosen product, as far as the
    table speaks of products. ``features`` is worked out again from the chosen articles; without
    ``of_products`` it is for those of the products that they ascribe a feature to.
    """
    if name == "features":
        spoken_of = selection.products if of_products else tuple(ascribed(store, selection)["product"])
        return matrix(store, Selection(selection.articles, spoken_of)).head(n)
    start, end = _PASSAGES.get(name, (None, None))
    passage = f", text[{start} + 1:{end}] AS {PASSAGE}" if start else ""
    sql = f"""
        SELECT first.*{passage}
        FROM (SELECT * FROM {name} WHERE {_about(name, of_products)} LIMIT $n) first
        JOIN texts USING (article)
        ORDER BY {_ORDER.get(name, 'article, start, "end"')}
    """  # noqa: S608 - every piece is from this file
    return store.query(sql, _parameters(selection, name, of_products) | {"n": n}, selection.articles)


def count(store: Store, selection: Selection, name: str, of_products: bool) -> int:
    """How many rows ``table`` has."""
    if name == "features":
        return len(table(store, selection, name, of_products))
    sql = f"SELECT count(*) AS n FROM {name} WHERE {_about(name, of_products)}"  # noqa: S608 - as above
    counted = store.query(sql, _parameters(selection, name, of_products), selection.articles)
    return int(counted["n"].item())


def _about(name: str, of_products: bool) -> str:
    return _ABOUT.get(name, "true") if of_products else "true"


def _parameters(selection: Selection, name: str, of_products: bool) -> dict[str, Any]:
    return selection.of_products if of_products and name in _ABOUT else {}
