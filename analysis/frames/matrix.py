"""The feature matrix as the chosen articles tell it, and the sentences behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from analysis.frames import shared
from analysis.frames.named_products import RIVAL
from analysis.frames.selection import Selection
from analysis.matrix.feature_cells import feature_cells, when_key
from analysis.schema import CellStatus, FeatureCell, SaidTotal
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

NEITHER = "neither"
"""Stands for the side of a comparison that favours nobody."""


def matrix(
    store: Store,
    selection: Selection,
    categories: tuple[str | None, ...] | None = None,
    statuses: tuple[str, ...] | None = None,
    only_differing: bool = False,
) -> pd.DataFrame:
    """A cell for each chosen product and each feature that a chosen article ascribes to one of them.

    [feature, category, product, status, latest_status, evidence, articles, first_as_of, last_as_of],
    worked out again from the chosen articles. ``categories`` keeps features of these (None among them:
    the discovered ones, which have no category); ``statuses`` keeps features with one of these in a
    cell; ``only_differing`` those whose products differ, where not being mentioned is no difference.
    By category, within it the feature with most evidence first, then in the selection's order.
    """
    import pandas as pd

    cells = pd.DataFrame(feature_cells(_said(store, selection), (), ()), columns=list(FeatureCell._fields))
    named = cells[["feature"]].drop_duplicates()
    named = named.merge(shared.read(_categories, store, store.version), how="left")
    grid = named.merge(pd.DataFrame({"product": selection.products}, dtype=str), how="cross")
    grid = grid.merge(cells.drop(columns="category"), how="left", on=["feature", "product"])
    empty = {"status": "not_mentioned", "latest_status": "not_mentioned", "evidence": 0, "articles": 0}
    grid = grid.fillna(empty).astype({"evidence": int, "articles": int})
    if categories is not None:
        wanted = grid["category"].isin([each for each in categories if each is not None])
        grid = grid[wanted | (grid["category"].isna() if None in categories else False)]
    if statuses is not None:
        grid = grid[grid["status"].isin(statuses).groupby(grid["feature"]).transform("any").astype(bool)]
    if only_differing:
        grid = grid[_differs(grid)]
    return _ordered(grid, selection)[list(FeatureCell._fields)]


def said_of_all(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of ``matrix`` whose feature is mentioned of every product."""
    said = cells["status"].ne("not_mentioned").groupby(cells["feature"]).transform("all")
    return cells[said.astype(bool)].reset_index(drop=True)


def discovered(cells: pd.DataFrame) -> list[str]:
    """The features of the cells of ``matrix`` that no lexicon holds, the one with most quotes first."""
    return list(cells.loc[cells["category"].isna(), "feature"].unique())


def totals(store: Store, selection: Selection) -> pd.DataFrame:
    """How many features each chosen product has in each status: [product, status, features].

    Of the features of ``matrix``; every pair has a row, in the selection's order, then that of the statuses.
    """
    import pandas as pd

    cells = matrix(store, selection)
    counts = cells.groupby(["product", "status"]).size()
    every = pd.MultiIndex.from_product(
        [selection.products, get_args(CellStatus)], names=["product", "status"]
    )
    return counts.reindex(every, fill_value=0).rename("features").reset_index().astype({"features": int})


def ascribed(store: Store, selection: Selection) -> pd.DataFrame:
    """The chosen products that a chosen article ascribes a feature to: [product, quotes].

    Most quotes first.
    """
    return store.query(
        """
        SELECT product, sum(evidence)::INTEGER AS quotes FROM said
        WHERE product IN (SELECT name FROM listed($products))
        GROUP BY product ORDER BY quotes DESC, product
        """,
        selection.of_products,
        selection.articles,
    )


def leading(store: Store, selection: Selection, n: int) -> tuple[str, ...]:
    """At most ``n`` of the chosen products, in the selection's order: those with most quotes.

    Quotes in the chosen articles come first; where these speak of too few products, quotes in the rest count.
    """
    found = store.query(
        """
        WITH everywhere AS (SELECT product, sum(evidence) AS evidence FROM main.said GROUP BY product),
             here AS (SELECT product, sum(evidence) AS evidence FROM said GROUP BY product)
        SELECT product FROM everywhere LEFT JOIN here USING (product)
        WHERE product IN (SELECT name FROM listed($products))
        ORDER BY here.evidence DESC NULLS LAST, everywhere.evidence DESC, product
        LIMIT $n
        """,
        {**selection.of_products, "n": n},
        selection.articles,
    )
    most = set(found["product"])
    return tuple(product for product in selection.products if product in most)


def cell_spans(
    store: Store, selection: Selection, feature: str, product: str, n: int | None = None
) -> pd.DataFrame:
    """The words behind a cell: [article, start, end, status, as_of, rule], by date, the undated last.

    The span is that of the words that name the feature. Of more than ``n`` the first by their dates as
    written.
    """
    found = store.query(
        """
        SELECT * FROM (
            SELECT article, mention_start AS start, mention_end AS "end", status, as_of, rule FROM evidence
            WHERE feature = $feature AND product = $product
            ORDER BY as_of NULLS LAST, article, mention_start LIMIT $n
        ) ORDER BY article, start
        """,
        {"feature": feature, "product": product, "n": n},
        selection.articles,
    )
    when = found["as_of"].map(when_key, na_action="ignore")
    order = when.sort_values(kind="stable", na_position="last").index
    return found.loc[order].reset_index(drop=True)


def spans_of(
    store: Store, selection: Selection, features: tuple[str, ...], n: int | None = None
) -> pd.DataFrame:
    """The words that say anything of ``features`` of the chosen products: [article, start, end].

    In the order of the features, then by article and place; the first ``n``.
    """
    return store.query(
        """
        SELECT article, mention_start AS start, mention_end AS "end"
        FROM evidence JOIN listed($features) ON feature = name
        WHERE product IN (SELECT name FROM listed($products))
        ORDER BY rank, article, start LIMIT $n
        """,
        {**selection.of_products, "features": list(features), "n": n},
        selection.articles,
    )


def comparisons(
    store: Store, selection: Selection, side: str | None = None, n: int | None = None
) -> pd.DataFrame:
    """Sentences that set a chosen product against another, by article and place; the first ``n``.

    [article, title, start, end, products, favours, aspect, holder, sentence_start, sentence_end];
    ``start`` and ``end`` are those of the words that compare. ``side`` keeps those that favour an entity, or
    ``NEITHER``.
    """
    found = store.query(
        """
        SELECT article, title, marker_start AS start, marker_end AS "end", products, favours, aspect, holder,
               comparisons.start AS sentence_start, comparisons."end" AS sentence_end
        FROM comparisons JOIN titled USING (article)
        WHERE list_has_any(products, $products::VARCHAR[])
          AND ($side IS NULL OR coalesce(favours, $neither) = $side)
        ORDER BY article, marker_start, marker_end LIMIT $n
        """,
        {**selection.of_products, "side": side, "neither": NEITHER, "n": n},
        selection.articles,
    )
    return found.assign(products=found["products"].map(list))


def sides(store: Store, selection: Selection) -> pd.DataFrame:
    """How many comparisons favour each side, ``NEITHER`` being one: [side, comparisons], the most first."""
    return store.query(
        """
        SELECT coalesce(favours, $neither) AS side, count(*)::INTEGER AS comparisons FROM comparisons
        WHERE list_has_any(products, $products::VARCHAR[])
        GROUP BY side ORDER BY comparisons DESC, min((article, marker_start))
        """,
        {**selection.of_products, "neither": NEITHER},
        selection.articles,
    )


def often_compared(store: Store, selection: Selection) -> tuple[str, ...]:
    """The chosen products that sentences compare, in the selection's order.

    Those in at least half (``RIVAL``) as many sentences as the one in most.
    """
    found = store.query(
        """
        WITH counted AS (
            SELECT name, rank, count(*) AS sentences
            FROM (SELECT unnest(products) AS name FROM comparisons) JOIN listed($products) USING (name)
            GROUP BY ALL
        )
        SELECT name FROM counted
        WHERE sentences >= $rival * (SELECT max(sentences) FROM counted) ORDER BY rank
        """,
        {**selection.of_products, "rival": RIVAL},
        selection.articles,
    )
    return tuple(found["name"])


def _said(store: Store, selection: Selection) -> list[SaidTotal]:
    found = store.query(
        """
        SELECT feature, product, status, as_of,
               sum(evidence)::INTEGER AS evidence, sum(articles)::INTEGER AS articles
        FROM said WHERE product IN (SELECT name FROM listed($products))
        GROUP BY ALL ORDER BY ALL
        """,
        selection.of_products,
        selection.articles,
    )
    complete = found.astype(object).where(found.notna(), None)
    return [SaidTotal(*row) for row in complete.itertuples(index=False, name=None)]


def _categories(store: Store) -> pd.DataFrame:
    return store.query("SELECT DISTINCT feature, category FROM features")


def _differs(grid: pd.DataFrame) -> pd.Series[bool]:
    """Whether the products of a row's feature are said to differ."""
    said = grid["status"].where(grid["status"] != "not_mentioned")
    return said.groupby(grid["feature"]).transform("nunique") > 1


def _ordered(grid: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    rank = {product: place for place, product in enumerate(selection.products)}
    quotes = grid.groupby("feature")["evidence"].transform("sum")
    ordered = grid.assign(rank=grid["product"].map(rank), quotes=quotes).sort_values(
        ["category", "quotes", "feature", "rank"], ascending=[True, False, True, True], na_position="last"
    )
    return ordered.reset_index(drop=True)
