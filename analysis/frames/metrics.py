"""Figures as claims: what is said of whom, as of when, and where articles say different things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.dates import dated
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = [
    *("article", "title", "start", "end", "surface", "value", "low", "high", "unit", "kind", "qualifier"),
    *("subject", "via", "period", "as_of", "modality", "sentence_start", "sentence_end", "date", "inferred"),
]

HEADLINE_KINDS = ("user_count", "enterprise_count", "money", "share")
"""Kinds of measure that tell how big a product is, the most telling first."""

COUNTED_KINDS = ("user_count", "enterprise_count", "staff", "count_other")
"""Kinds whose unit says what is measured, so that two claims with the same subject and unit can be held
against each other. Two durations or two shares of one product mostly measure different things."""


def claims(store: Store, selection: Selection) -> pd.DataFrame:
    """The claims about chosen products or reached through them, by article and place.

    ``COLUMNS``: those of the table, ``title``, and ``date``, a timestamp: the middle of ``as_of``; where
    the claim has no date of its own, that of the article's publication, and then ``inferred``.
    """
    found = store.query(
        """
        SELECT metrics.*, title, published
        FROM metrics JOIN titled USING (article)
        WHERE subject IN (SELECT name FROM listed($products)) OR via IN (SELECT name FROM listed($products))
        ORDER BY article, start
        """,
        selection.of_products,
        selection.articles,
    )
    return _dated(found)


def other_claims(store: Store, selection: Selection) -> pd.DataFrame:
    """The claims about no product at all: a company, a customer, or nobody named. Columns of ``claims``."""
    found = store.query(
        """
        WITH products AS (SELECT DISTINCT entity FROM main.names WHERE entity_type = 'product')
        SELECT metrics.*, title, published
        FROM metrics JOIN titled USING (article)
        WHERE coalesce(subject, '') NOT IN (SELECT entity FROM products)
          AND coalesce(via, '') NOT IN (SELECT entity FROM products)
        ORDER BY article, start
        """,
        articles=selection.articles,
    )
    return _dated(found)


def headline_claims(store: Store, selection: Selection, n: int) -> pd.DataFrame:
    """The ``n`` most telling claims about chosen products; columns of ``claims``.

    Users and enterprises counted, money and shares; a figure once for a subject, kept from where it is
    dated latest; nothing counterfactual. Each subject's largest of each kind first, in the order of
    ``HEADLINE_KINDS``, then its second largest, and so on.
    """
    found = claims(store, selection)
    telling = found["kind"].isin(HEADLINE_KINDS) & (found["modality"] != "counterfactual")
    chosen = found[telling & found["subject"].isin(selection.products)]
    size = chosen["value"].fillna(chosen["high"]).fillna(chosen["low"])
    order = chosen["kind"].map(HEADLINE_KINDS.index).astype(float)
    ranked = chosen.assign(size=size, order=order).sort_values(
        ["as_of", "article", "start"], ascending=[False, True, True], na_position="last"
    )
    ranked = ranked.drop_duplicates(["subject", "kind", "size"])
    place = ranked.groupby(["subject", "kind"])["size"].rank(method="first", ascending=False)
    ranked = ranked.assign(place=place).sort_values(
        ["place", "order", "size", "subject"], ascending=[True, True, False, True]
    )
    return ranked[COLUMNS].head(n).reset_index(drop=True)


def rival_claims(store: Store, selection: Selection) -> pd.DataFrame:
    """Claims that count the same thing of the same subject, where there are two or more.

    Columns of ``claims`` and ``disagree``: whether the group (subject, kind, unit) has more than one
    figure, or one that is disputed. Groups that disagree first, then by size; within one by date, the
    undated last.
    """
    found = claims(store, selection)
    counted = found[found["kind"].isin(COUNTED_KINDS) & found["subject"].notna() & found["unit"].notna()]
    size = counted["value"].fillna(counted["high"]).fillna(counted["low"])
    disputed = counted["modality"].eq("disputed")
    groups = counted.assign(size=size, disputed=disputed).groupby(["subject", "kind", "unit"])
    disagree = groups["size"].transform("nunique").gt(1) | groups["disputed"].transform("any").astype(bool)
    counted = counted.assign(claims=groups["size"].transform("size"), disagree=disagree)
    rivals = counted[counted["claims"] > 1].sort_values(
        ["disagree", "claims", "subject", "kind", "unit", "date", "article", "start"],
        ascending=[False, False, True, True, True, True, True, True],
        na_position="last",
    )
    return rivals[[*COLUMNS, "disagree"]].reset_index(drop=True)


def _dated(found: pd.DataFrame) -> pd.DataFrame:
    own = dated(found["as_of"])["date"]
    published = dated(found["published"])["date"]
    return found.assign(date=own.fillna(published), inferred=own.isna() & published.notna())[COLUMNS]
