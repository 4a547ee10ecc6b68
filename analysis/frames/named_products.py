"""Which products the articles name, and the companies that stand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames import shared
from analysis.frames.selection import Articles
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

RIVAL = 0.5
"""A company that is named this part as often as the product named most stands among the products: articles on
rivals known by their firm's name (金蝶 and 用友, 京东 and 拼多多) mean what the firm sells."""

IN_PASSING = 0.1
"""A company that is named less than this part as often as what is named most is named in passing (IDC)."""


def named(store: Store, articles: Articles) -> pd.DataFrame:
    """Every product the articles name, and companies named as products are (``RIVAL``) or read as such.

    [entity, count, articles], the most named first.
    """
    return store.query(
        """
        WITH counted AS (
            SELECT entity, entity_type, sum(count)::INTEGER AS count, sum(articles)::INTEGER AS articles
            FROM entities GROUP BY ALL
        )
        SELECT entity, count, articles FROM counted
        WHERE entity_type = 'product' OR entity IN (SELECT product FROM said)
           OR count >= $rival * (SELECT coalesce(max(count), 0) FROM counted WHERE entity_type = 'product')
              AND count >= $in_passing * (SELECT max(count) FROM counted)
        ORDER BY count DESC, entity
        """,
        {"rival": RIVAL, "in_passing": IN_PASSING},
        articles,
    )


def products_named(store: Store) -> tuple[str, ...]:
    """Every product that any article names, as ``named`` has them, the most named first."""
    return tuple(named(store, None)["entity"])


def every_product(store: Store) -> list[str]:
    """The same, read once and shared."""
    return list(shared.read(products_named, store, store.version))
