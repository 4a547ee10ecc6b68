"""How large the figures are, and whether they agree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from analysis.findings.finding import Finding
from analysis.schema import Kind

if TYPE_CHECKING:
    import pandas as pd

GROUP = ["subject", "kind", "unit"]
"""Figures that are the same in these can be held against each other."""

LARGEST = 3
"""Subjects whose largest figures are named."""


def largest_claims(claims: pd.DataFrame) -> Finding:
    """The largest figure of each of the ``LARGEST`` first subjects, among those of one kind and unit.

    ``claims``: kind, unit, subject, qualifier, value, low, high, modality, as ``frames.metrics`` has
    them. The kind is the first at hand in the order of the schema, the unit its commonest; only what is
    said as a fact of somebody named counts. Keys: nothing; largest (``kind``, ``claims``: a record each);
    ranked (of a rank the smallest is first).
    """
    stated = claims[(claims["modality"] == "asserted") & claims["subject"].notna() & claims["unit"].notna()]
    if stated.empty:
        return Finding("largest_claims.nothing", {})
    kind = min(stated["kind"], key=get_args(Kind).index)
    alike = stated[stated["kind"] == kind]
    alike = alike[alike["unit"] == alike["unit"].value_counts().index[0]]
    alike = _sized(alike)
    ranked = kind == "rank"
    firsts = (
        alike.sort_values("size", ascending=ranked, kind="stable").drop_duplicates("subject").head(LARGEST)
    )
    facts = {"kind": kind, "claims": list(firsts.itertuples(index=False))}
    return Finding(f"largest_claims.{'ranked' if ranked else 'largest'}", facts)


def most_kinds(counts: pd.DataFrame) -> Finding:
    """Which kind of figure is commonest: keys nothing; only; tied (``kinds``); most (``n`` of ``of``).

    ``counts``: kind, count, the commonest first.
    """
    if counts.empty:
        return Finding("most_kinds.nothing", {})
    n, of = int(counts["count"].iloc[0]), int(counts["count"].sum())
    leaders = list(counts.loc[counts["count"] == n, "kind"])
    if len(leaders) > 1:
        return Finding("most_kinds.tied", {"kinds": leaders, "n": n, "of": of})
    return Finding(f"most_kinds.{'only' if n == of else 'most'}", {"kind": leaders[0], "n": n, "of": of})


def rival_figures(claims: pd.DataFrame) -> Finding:
    """Whether comparable figures agree, and where they do not the group that tells most.

    A group of a kind with a name tells more than a count of something else, a wide one more than a narrow.

    ``claims``: the rows of ``frames.metrics.rivals``. Two sentences differ on a group (subject, kind, unit)
    where each gives a size that the other does not; sizes of one sentence count different things. Keys:
    nothing (no two are comparable); agree (all ``n`` groups); differ (the ``kind`` of ``product``, in
    ``unit``, is given as ``n`` sizes from ``low`` to ``high``); by_date (the same, each size at dates of its
    own, so that they need not contradict).
    """
    if claims.empty:
        return Finding("rival_figures.nothing", {})
    groups = dict(list(_sized(claims).groupby(GROUP)))
    differing = {group: rows for group, rows in groups.items() if _differ(rows)}
    if not differing:
        return Finding("rival_figures.agree", {"n": len(groups)})
    (subject, kind, unit), rows = max(differing.items(), key=_tells)
    sizes = rows["size"]
    facts = {"product": subject, "kind": kind, "unit": unit, "n": int(sizes.nunique())}
    bounds = {"low": float(sizes.min()), "high": float(sizes.max())}
    key = "by_date" if _each_size_at_its_dates(rows) else "differ"
    return Finding(f"rival_figures.{key}", facts | bounds)


def undated(claims: pd.DataFrame) -> Finding | None:
    """How many figures have no date of their own: keys none (all ``n`` have), some (``n`` of ``of``), all.

    ``claims``: as_of. None where there is no figure.
    """
    n, of = int(claims["as_of"].isna().sum()), len(claims)
    if not of:
        return None
    if not n:
        return Finding("undated.none", {"n": of})
    return Finding(f"undated.{'all' if n == of else 'some'}", {"n": n, "of": of})


def agreeing_groups(claims: pd.DataFrame) -> Finding | None:
    """How many groups of comparable figures agree where some do not: keys none (of ``of``), some (``n``).

    ``claims`` as of ``rival_figures``. None for fewer than two groups, and where all agree.
    """
    agree = [not _differ(rows) for _, rows in _sized(claims).groupby(GROUP)]
    n, of = sum(agree), len(agree)
    if of < 2 or n == of:
        return None
    return Finding(f"agreeing_groups.{'some' if n else 'none'}", {"n": n, "of": of})


def _sized(claims: pd.DataFrame) -> pd.DataFrame:
    """With ``size``: the value, or the upper end of what has none."""
    return claims.assign(size=claims["value"].fillna(claims["high"]).fillna(claims["low"]))


def _differ(rows: pd.DataFrame) -> bool:
    """Whether two sentences each give a size that the other does not."""
    told = {frozenset(sizes) for _, sizes in rows.groupby(["article", "sentence_start"])["size"]}
    return any(not fewer <= more for fewer, more in pairwise(sorted(told, key=len)))


def _tells(group: tuple[tuple[str, Kind, str], pd.DataFrame]) -> tuple[bool, float]:
    """By what one group (subject, kind, unit) of figures tells more than another."""
    (_, kind, _), rows = group
    return kind != "count_other", _width(rows["size"])


def _width(sizes: pd.Series[float]) -> float:
    """How many times the smallest size, taken as 1 at least, the largest is."""
    return float(sizes.max() / max(sizes.min(), 1))


def _each_size_at_its_dates(rows: pd.DataFrame) -> bool:
    """Whether every size is given at some date and no date has two sizes."""
    dated = rows.dropna(subset=["as_of"])
    return set(dated["size"]) == set(rows["size"]) and bool(
        dated.groupby("as_of")["size"].nunique().eq(1).all()
    )
