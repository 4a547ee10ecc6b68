"""When things happened, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd


def busiest_year(events: pd.DataFrame) -> Finding:
    """The year with most dated events: keys nothing; only (all in ``year``); tied (``years``); most.

    ``events``: article, start, date; an event in several lanes counts once, one without a date not at all.
    """
    dated = events.dropna(subset=["date"]).drop_duplicates(["article", "start"])
    if dated.empty:
        return Finding("busiest_year.nothing", {})
    years = dated["date"].dt.year.value_counts()
    n, of = int(years.iloc[0]), len(dated)
    leaders = [str(year) for year in sorted(years.index[years == n])]
    if len(leaders) > 1:
        return Finding("busiest_year.tied", {"years": leaders, "n": n, "of": of})
    return Finding(f"busiest_year.{'only' if n == of else 'most'}", {"year": leaders[0], "n": n, "of": of})


def busiest_product(events: pd.DataFrame) -> Finding | None:
    """The product with most events: keys most; tied (``products``). None where there is only one.

    ``events``: product, a row for every event and product.
    """
    counts = events["product"].value_counts()
    if len(counts) < 2:
        return None
    n = int(counts.iloc[0])
    leaders = list(counts.index[counts == n])
    if len(leaders) > 1:
        return Finding("busiest_product.tied", {"products": leaders, "n": n})
    return Finding("busiest_product.most", {"product": leaders[0], "n": n})
