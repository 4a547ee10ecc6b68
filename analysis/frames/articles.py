"""Articles: what each is, how much of it is its own text, and when it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd


def removed(store: Store, article: str) -> pd.DataFrame:
    """What cleaning took out of an article: [article, start, end, reason, text], in order."""
    return store.query(
        """
        SELECT article, start, "end", reason, text[start + 1:"end"] AS text
        FROM removed JOIN texts USING (article)
        WHERE article = $article ORDER BY start, "end"
        """,
        {"article": article},
    )
