"""What comes first, where there is too much to show all: rows of a frame, and articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from analysis.frames.selection import Selection
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Order = Literal["newest", "figures"]

_ORDERS: dict[Order, str] = {
    "newest": "published DESC NULLS LAST, article",
    "figures": "figures DESC NULLS LAST, published DESC NULLS LAST, article",
}


class Leading(NamedTuple):
    """The rows of a frame that come first, and ``of`` how many they were taken."""

    rows: pd.DataFrame
    of: int

    @property
    def bounded(self) -> bool:
        """Whether there are more."""
        return len(self.rows) < self.of


def leading(found: pd.DataFrame) -> Leading:
    """The rows of a query whose column ``of`` holds how many there are; without rows there are none."""
    return Leading(found.drop(columns="of"), int(found["of"].iloc[0]) if len(found) else 0)


def first(store: Store, selection: Selection, order: Order, n: int) -> tuple[str, ...]:
    """The first ``n`` chosen articles: the newest, the undated last, or those with most figures."""
    return _names(
        store,
        f"""
        WITH counted AS (
            SELECT article, count(*) AS figures FROM metrics GROUP BY article
        )
        SELECT article FROM articles LEFT JOIN counted USING (article) ORDER BY {_ORDERS[order]} LIMIT $n
        """,  # noqa: S608 - every piece is from this file
        selection,
        n=n,
    )


def longest(store: Store, selection: Selection, n: int) -> tuple[str, ...]:
    """The ``n`` chosen articles with the longest bodies, the longest first."""
    return _names(
        store,
        "SELECT article FROM articles ORDER BY body_chars DESC, article LIMIT $n",
        selection,
        n=n,
    )


def naming_most(store: Store, selection: Selection, n: int) -> tuple[str, ...]:
    """The ``n`` chosen articles in which the chosen products are named most often, the most first."""
    return _names(
        store,
        """
        SELECT article FROM names
        WHERE entity IN (SELECT name FROM listed($products))
        GROUP BY article ORDER BY sum(count) DESC, article LIMIT $n
        """,
        selection,
        n=n,
        products=list(selection.products),
    )


def _names(store: Store, sql: str, selection: Selection, **parameters: object) -> tuple[str, ...]:
    return tuple(store.query(sql, parameters, articles=selection.articles)["article"])
