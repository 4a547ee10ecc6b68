"""When things happened, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd


def busiest_year(years: pd.DataFrame) -> Finding:
    """The year with most dated events: keys nothing; only (all in ``year``); tied (``years``); most.

    ``years``: year, events, in order.
    """
    if years.empty:
        return Finding("busiest_year.nothing", {})
    n, of = int(years["events"].max()), int(years["events"].sum())
    leaders = [str(year) for year in years.loc[years["events"] == n, "year"]]
    if len(leaders) > 1:
        return Finding("busiest_year.tied", {"years": leaders, "n": n, "of": of})
    return Finding(f"busiest_year.{'only' if n == of else 'most'}", {"year": leaders[0], "n": n, "of": of})


def busiest_product(counts: pd.DataFrame) -> Finding | None:
    """The product with most events: keys most; tied (``products``). None where there is only one.

    ``counts``: product, events, most first.
    """
    if len(counts) < 2:
        return None
    n = int(counts["events"].iloc[0])
    leaders = list(counts.loc[counts["events"] == n, "product"])
    if len(leaders) > 1:
        return Finding("busiest_product.tied", {"products": leaders, "n": n})
    return Finding("busiest_product.most", {"product": leaders[0], "n": n})
