"""Products: how often, where, under which names and together with which others they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd


def named(store: Store, articles: tuple[str, ...]) -> pd.DataFrame:
    """Every product the articles name: [entity, count, articles], the most named first."""
    return store.query(
        """
        SELECT entity, count(*)::INTEGER AS count, count(DISTINCT article)::INTEGER AS articles
        FROM mentions WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        GROUP BY entity ORDER BY count DESC, entity
        """,
        {"articles": list(articles)},
    )


def mention_counts(store: Store, selection: Selection) -> pd.DataFrame:
    """Mentions of each chosen product in each chosen article, none counted as 0.

    [article, title, entity, count, per_1000], by article, then in the order of the selection.
    ``per_1000`` is per 1,000 characters of the article's body.
    """
    return store.query(
        """
        WITH chosen AS (
            SELECT mentions.*, rank FROM mentions JOIN listed($products) ON entity = name
            WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        ), counted AS (SELECT article, entity, count(*) AS count FROM chosen GROUP BY ALL)
        SELECT articles.article, titled.title, name AS entity, coalesce(count, 0)::INTEGER AS count,
               coalesce(1000.0 * count / nullif(body_chars, 0), 0) AS per_1000
        FROM articles JOIN titled USING (article) CROSS JOIN listed($products)
        LEFT JOIN counted ON counted.article = articles.article AND entity = name
        WHERE articles.article IN (SELECT name FROM listed($articles))
        ORDER BY articles.article, rank
        """,
        selection.of_both,
    )


def mention_share(store: Store, selection: Selection) -> pd.DataFrame:
    """Each chosen product's part of all mentions of chosen products: [entity, count, share 0..1].

    The most named first; without any mention every share is 0.
    """
    return store.query(
        """
        WITH chosen AS (
            SELECT mentions.*, rank FROM mentions JOIN listed($products) ON entity = name
            WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        ), counted AS (
            SELECT product.name AS entity, product.rank, count(article) AS count
            FROM listed($products) product LEFT JOIN chosen ON entity = product.name GROUP BY ALL
        )
        SELECT entity, count::INTEGER AS count, coalesce(count / nullif(sum(count) OVER (), 0), 0) AS share
        FROM counted ORDER BY count DESC, rank
        """,
        selection.of_both,
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
            WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        ), placed AS (
            SELECT article, start, row_number() OVER (PARTITION BY article ORDER BY start) - 1 AS place,
                   count(*) OVER (PARTITION BY article) AS tokens
            FROM tokens WHERE article IN (SELECT name FROM listed($articles))
        )
        SELECT article, title, entity, start, chosen."end", coalesce(place / tokens, 0) AS position
        FROM chosen ASOF LEFT JOIN placed USING (article, start) JOIN titled USING (article)
        ORDER BY article, start, entity
        """,
        selection.of_both,
    )


def co_mentions(store: Store, selection: Selection) -> pd.DataFrame:
    """Chosen products named in one sentence: [entity, other, sentences], most sentences first.

    A pair stands once, in the order of the selection; pairs that never meet are left out.
    """
    return store.query(
        """
        WITH chosen AS (
            SELECT mentions.*, rank FROM mentions JOIN listed($products) ON entity = name
            WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        ), placed AS (
            SELECT DISTINCT article, sentences.start AS sentence, entity, rank
            FROM chosen ASOF JOIN sentences USING (article, start)
            WHERE chosen.start < sentences."end"
        )
        SELECT one.entity, two.entity AS other, count(*)::INTEGER AS sentences
        FROM placed one JOIN placed two USING (article, sentence)
        WHERE one.rank < two.rank
        GROUP BY one.entity, two.entity, one.rank, two.rank
        ORDER BY sentences DESC, one.rank, two.rank
        """,
        selection.of_both,
    )


def co_mention_spans(store: Store, selection: Selection, entity: str, other: str) -> pd.DataFrame:
    """The sentences that name both products: [article, start, end], in order of article and place."""
    return store.query(
        """
        WITH placed AS (
            SELECT DISTINCT article, sentences.start, sentences."end", entity
            FROM mentions ASOF JOIN sentences USING (article, start)
            WHERE mentions.start < sentences."end" AND entity IN ($entity, $other)
        )
        SELECT article, start, "end" FROM placed WHERE article IN (SELECT name FROM listed($articles))
        GROUP BY ALL HAVING count(DISTINCT entity) = 2 ORDER BY ALL
        """,
        {**selection.of_articles, "entity": entity, "other": other},
    )


def aliases(store: Store, selection: Selection) -> pd.DataFrame:
    """The names, as written, under which chosen products are counted: [entity, surface, count].

    In the order of the selection, the commonest name of each first.
    """
    return store.query(
        """
        WITH chosen AS (
            SELECT mentions.*, rank FROM mentions JOIN listed($products) ON entity = name
            WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
        )
        SELECT entity, surface, count(*)::INTEGER AS count FROM chosen
        GROUP BY entity, surface, rank ORDER BY rank, count DESC, surface
        """,
        selection.of_both,
    )


def mention_spans(store: Store, selection: Selection) -> pd.DataFrame:
    """Every mention of a chosen product: [article, start, end, entity, surface], by article and place."""
    return store.query(
        """
        SELECT article, start, "end", entity, surface FROM mentions
        WHERE article IN (SELECT name FROM listed($articles)) AND entity_type = 'product'
          AND entity IN (SELECT name FROM listed($products))
        ORDER BY article, start, entity
        """,
        selection.of_both,
    )
