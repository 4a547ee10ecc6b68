"""What a frame shows, as facts for a title: never more than the data says.

A finding names a sentence (its key among the labels) and the facts that fill it. Products are
canonical names, numbers are numbers: the words are the reader's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Finding(NamedTuple):
    """The key of a sentence, and its facts; ``product`` and ``other`` are canonical names."""

    key: str
    facts: dict[str, Any]


def most_named(counts: pd.DataFrame, measure: str = "count") -> Finding:
    """Which product is named most, and in how many of the articles that name any.

    ``counts``: article, entity and ``measure`` (count or per_1000). Keys: nothing; only (one product);
    tied (two or more share the first place); everywhere (it leads in every article); in_some (it
    leads in ``n`` of ``of``); overall (it leads in none, only in sum).
    """
    named = counts[counts[measure] > 0]
    if named.empty:
        return Finding("most_named.nothing", {})
    sums = named.groupby("entity")[measure].sum().sort_values(ascending=False)
    first = str(sums.index[0])
    if len(sums) == 1:
        return Finding("most_named.only", {"product": first})
    if sums.iloc[0] == sums.iloc[1]:
        return Finding("most_named.tied", {"products": list(sums.index[sums == sums.iloc[0]])})
    won, articles = _articles_led(named, first, measure), named["article"].nunique()
    key = "everywhere" if won == articles else "in_some" if won else "overall"
    return Finding(f"most_named.{key}", {"product": first, "n": won, "of": articles})


def largest_share(shares: pd.DataFrame) -> Finding:
    """How much of all mentions the most named product has, and which comes next.

    ``shares``: entity, count, share, the most named first. Keys: nothing, only, tied, first.
    """
    named = shares[shares["count"] > 0]
    if named.empty:
        return Finding("largest_share.nothing", {})
    first = named.iloc[0]
    if len(named) == 1:
        return Finding("largest_share.only", {"product": first["entity"]})
    second = named.iloc[1]
    if first["count"] == second["count"]:
        return Finding(
            "largest_share.tied", {"products": list(named.loc[named["count"] == first["count"], "entity"])}
        )
    facts = {"product": first["entity"], "share": float(first["share"]), "other": second["entity"]}
    return Finding("largest_share.first", facts | {"other_share": float(second["share"])})


def closest_pair(pairs: pd.DataFrame) -> Finding:
    """The two products that share most sentences: keys nothing, tied, first.

    ``pairs``: entity, other, sentences, most sentences first.
    """
    if pairs.empty:
        return Finding("closest_pair.nothing", {})
    first = pairs.iloc[0]
    n = int(first["sentences"])
    if len(pairs) > 1 and pairs["sentences"].iloc[1] == n:
        return Finding("closest_pair.tied", {"pairs": int((pairs["sentences"] == n).sum()), "n": n})
    return Finding("closest_pair.first", {"product": first["entity"], "other": first["other"], "n": n})


def most_names(aliases: pd.DataFrame) -> Finding:
    """The product written in most ways: keys nothing, one_each, tied, first.

    ``aliases``: entity, surface, count.
    """
    if aliases.empty:
        return Finding("most_names.nothing", {})
    ways = (
        aliases.groupby("entity", sort=False)["surface"].nunique().sort_values(ascending=False, kind="stable")
    )
    n = int(ways.iloc[0])
    if n == 1:
        return Finding("most_names.one_each", {})
    if len(ways) > 1 and ways.iloc[1] == n:
        return Finding("most_names.tied", {"products": list(ways.index[ways == n]), "n": n})
    return Finding("most_names.first", {"product": ways.index[0], "n": n})


def absent(counts: pd.DataFrame) -> Finding:
    """Where products are named at all: the product missing from most articles.

    ``counts``: article, entity, count with a row for every pair. Keys: nothing (no mention); all (every
    product stands in every article); missing (``product`` is not named in ``n`` of ``of`` articles).
    """
    if counts.empty or not counts["count"].any():
        return Finding("absent.nothing", {})
    gaps = (counts["count"] == 0).groupby(counts["entity"], sort=False).sum()
    articles = counts["article"].nunique()
    if not gaps.any():
        return Finding("absent.all", {"of": articles})
    gaps = gaps[gaps == gaps.max()]
    return Finding("absent.missing", {"products": list(gaps.index), "n": int(gaps.iloc[0]), "of": articles})


def matrix(cells: pd.DataFrame) -> Finding:
    """How many features each product has quotes for, and how many of them are said to differ.

    ``cells``: feature, product and status with a row for every pair. Keys: nothing; one (a single
    product, ``n`` features); same and two (``product`` has ``n``, ``other`` has ``m``, of which ``k`` are said
    to differ, none in same); several (``of`` products, ``n`` features). Not being mentioned is no difference.
    """
    said = cells[cells["status"] != "not_mentioned"]
    if said.empty:
        return Finding("matrix.nothing", {})
    counts = said.groupby("product", sort=False)["feature"].nunique()
    n, differing = said["feature"].nunique(), int((said.groupby("feature")["status"].nunique() > 1).sum())
    if len(counts) == 1:
        return Finding("matrix.one", {"product": counts.index[0], "n": n})
    if len(counts) > 2:
        return Finding("matrix.several", {"of": len(counts), "n": n, "k": differing})
    facts = {
        "product": counts.index[0],
        "n": int(counts.iloc[0]),
        "other": counts.index[1],
        "m": int(counts.iloc[1]),
    }
    return Finding("matrix.two", facts | {"k": differing}) if differing else Finding("matrix.same", facts)


def _articles_led(named: pd.DataFrame, product: str, measure: str) -> int:
    """Articles in which ``product`` is named more than any other."""
    best = named.groupby("article")[measure].transform("max") == named[measure]
    leaders = named[best].groupby("article")["entity"].agg(list)
    return int(sum(names == [product] for names in leaders))
