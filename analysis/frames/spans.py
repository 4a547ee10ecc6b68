"""The row of a frame at one place of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def at(found: pd.DataFrame, article: str, start: int) -> pd.DataFrame:
    """The first row of ``found`` that begins at ``start`` in ``article``; none where there is none."""
    return found[(found["article"] == article) & (found["start"] == start)].head(1)
