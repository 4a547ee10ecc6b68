"""Products: how often, where, under which names and together with which others they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.named_products import RIVAL
from analysis.frames.selection import Articles, Selection
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd


def mention_counts(store: Store, selection: Selection) -> pd.DataFrame:
    """Mentions of each chosen product in each chosen article, none counted as 0.

    [article, title, entity, count, per_1000], by article, then in the order of the selection.
    ``per_1000`` is per 1,000 characters of the article's body.
    """
    return store.query(
        """
        WITH counted AS (
            SELECT article, entity, sum(count) AS count FROM names
            WHERE entity IN (SELECT name FROM listed($products)) GROUP BY ALL
        )
        SELECT articles.article, titled.title, name AS entity, coalesce(count, 0)::INTEGER AS count,
               coalesce(1000.0 * count / nullif(body_chars, 0), 0) AS per_1000
        FROM articles JOIN titled USING (article) CROSS JOIN listed($products)
        LEFT JOIN counted ON counted.article = articles.article AND entity = name
        ORDER BY articles.article, rank
        """,
        selection.of_products,
        selection.articles,
    )


def leaders(store: Store, selection: Selection) -> pd.DataFrame:
    """How often each chosen product is named more than the others, article by article, added up.

    [entity, count, articles, led, of], in the order of the selection. ``count`` is the sum of that of
    ``mention_counts``; ``articles`` name the product, in ``led`` of them it alone is named most; ``of``
    articles name any of the products.
    """
    return store.query(
        """
        WITH counted AS (
            SELECT article, rank, sum(count) AS count FROM names JOIN listed($products) ON entity = name
            GROUP BY ALL
        ), most AS (
            SELECT arg_max(rank, count * len($products) - rank) AS first,
                   arg_max(rank, count * len($products) + rank) AS last
            FROM counted GROUP BY article
        ), ahead AS (
            SELECT first AS rank, count(*) AS led FROM most WHERE first = last GROUP BY ALL
        ), added AS (
            SELECT rank, sum(count) AS count, count(*) AS articles FROM counted GROUP BY rank
        )
        SELECT name AS entity, coalesce(count, 0)::INTEGER AS count,
               coalesce(articles, 0)::INTEGER AS articles, coalesce(led, 0)::INTEGER AS led,
               (SELECT count(*) FROM most)::INTEGER AS of
        FROM listed($products) LEFT JOIN added USING (rank) LEFT JOIN ahead USING (rank)
        ORDER BY rank
        """,
        selection.of_products,
        selection.articles,
    )


def named_often(leaders: pd.DataFrame) -> pd.DataFrame:
    """Of the rows of ``leaders`` those named at least half (``RIVAL``) as often as the one named most."""
    return leaders[leaders["count"] >= RIVAL * leaders["count"].max()]


def densities(store: Store, selection: Selection) -> pd.DataFrame:
    """How densely each chosen product is named: [entity, per_1000], in the order of the selection.

    ``per_1000`` is the sum of that of ``mention_counts``.
    """
    return store.query(
        """
        SELECT name AS entity, coalesce(sum(1000.0 * count / nullif(body_chars, 0)), 0) AS per_1000
        FROM listed($products)
        LEFT JOIN (names JOIN articles USING (article)) ON entity = name
        GROUP BY name, rank ORDER BY rank
        """,
        selection.of_products,
        selection.articles,
    )


def mention_share(store: Store, selection: Selection) -> pd.DataFrame:
    """Each chosen product's part of all mentions of chosen products: [entity, count, share 0..1].

    The most named first; without any mention every share is 0.
    """
    return store.query(
        """
        WITH counted AS (
            SELECT name AS entity, rank, coalesce(sum(count), 0) AS count
            FROM listed($products) LEFT JOIN entities ON entity = name
            GROUP BY ALL
        )
        SELECT entity, count::INTEGER AS count, coalesce(count / nullif(sum(count) OVER (), 0), 0) AS share
        FROM counted ORDER BY count DESC, rank
        """,
        selection.of_products,
        selection.articles,
    )


def dispersion(store: Store, selection: Selection) -> pd.DataFrame:
    """Where in the articles the chosen products are named: one row a mention.

    [article, title, entity, start, end, position]; ``position`` is the part of the body's tokens that
    stand before it (0..1), so that articles of different length lie on the same line.
    """
    return store.query(
        """
        WITH chosen AS (
            SELECT mentions.*, rank FROM mentions JOIN listed($products) ON entity = name
        ), placed AS (
            SELECT article, start, row_number() OVER (PARTITION BY article ORDER BY start) - 1 AS place,
                   count(*) OVER (PARTITION BY article) AS tokens
            FROM tokens
        )
        SELECT article, title, entity, start, chosen."end", coalesce(place / tokens, 0) AS position
        FROM chosen ASOF LEFT JOIN placed USING (article, start) JOIN titled USING (article)
        ORDER BY article, start, entity
        """,
        selection.of_products,
        selection.articles,
    )


def co_mentions(store: Store, selection: Selection) -> pd.DataFrame:
    """Chosen products named in one sentence: [entity, other, sentences], most sentences first.

    A pair stands once, in the order of the selection; pairs that never meet are left out.
    """
    return store.query(
        """
        WITH counted AS (SELECT entity, other, sum(sentences) AS sentences FROM pairs GROUP BY ALL)
        SELECT one.name AS entity, two.name AS other, sentences::INTEGER AS sentences
        FROM counted
        JOIN listed($products) one ON one.name IN (entity, other)
        JOIN listed($products) two ON two.name IN (entity, other)
        WHERE one.rank < two.rank
        ORDER BY sentences DESC, one.rank, two.rank
        """,
        selection.of_products,
        selection.articles,
    )


def co_mention_spans(
    store: Store, selection: Selection, entity: str, other: str, n: int | None = None
) -> pd.DataFrame:
    """The first ``n`` sentences that name both products: [article, start, end], by article and place.

    They are looked for in the first ``n`` articles that name both, and in all where these have too few.
    """
    both = store.query(
        """
        SELECT article FROM names WHERE entity IN ($entity, $other)
        GROUP BY article HAVING count(DISTINCT entity) = 2 ORDER BY article
        """,
        {"entity": entity, "other": other},
        selection.articles,
    )["article"]
    found = _sharing(store, tuple(both.head(n)), entity, other, n)
    if n is None or len(found) == n or len(both) <= n:
        return found
    return _sharing(store, selection.articles, entity, other, n)


def _sharing(store: Store, articles: Articles, entity: str, other: str, n: int | None) -> pd.DataFrame:
    """The first ``n`` sentences of some articles that name both products."""
    return store.query(
        """
        WITH placed AS (
            SELECT DISTINCT article, sentences.start, sentences."end", entity
            FROM mentions ASOF JOIN sentences USING (article, start)
            WHERE mentions.start < sentences."end" AND entity IN ($entity, $other)
        )
        SELECT article, start, "end" FROM placed
        GROUP BY ALL HAVING count(DISTINCT entity) = 2 ORDER BY ALL LIMIT $n
        """,
        {"entity": entity, "other": other, "n": n},
        articles,
    )


def aliases(store: Store, selection: Selection) -> pd.DataFrame:
    """The names, as written, under which chosen products are counted: [entity, surface, count].

    In the order of the selection, the commonest name of each first.
    """
    return store.query(
        """
        SELECT entity, surface, sum(count)::INTEGER AS count
        FROM names JOIN listed($products) ON entity = name
        GROUP BY entity, surface, rank ORDER BY rank, count DESC, surface
        """,
        selection.of_products,
        selection.articles,
    )


def mention_spans(
    store: Store, selection: Selection, surface: str | None = None, n: int | None = None
) -> pd.DataFrame:
    """The first ``n`` mentions of a chosen product, those written as ``surface`` where one is given.

    [article, start, end, entity, surface], by article and place; without ``n`` all.
    """
    return store.query(
        """
        SELECT article, start, "end", entity, surface FROM mentions
        WHERE entity IN (SELECT name FROM listed($products))
          AND ($surface IS NULL OR surface = $surface)
        ORDER BY article, start, entity LIMIT $n
        """,
        {**selection.of_products, "surface": surface, "n": n},
        selection.articles,
    )
