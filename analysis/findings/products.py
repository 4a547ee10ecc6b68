"""Which products are named, how often and with which others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd


def most_named(counts: pd.DataFrame, measure: str = "count") -> Finding:
    """Which product is named most, and in how many of the articles that name any.

    ``counts``: article, entity and ``measure`` (count or per_1000). Keys: nothing; only (one product);
    tied (two or more share the first place); everywhere (it leads in every article); in_some (it
    leads in ``n`` of ``of``); overall (it leads in none, only in sum).
    """
    named = counts[counts[measure] > 0]
    if named.empty:
        return Finding("most_named.nothing", {})
    sums = named.groupby("entity", sort=False)[measure].sum().sort_values(ascending=False, kind="stable")
    first = str(sums.index[0])
    if len(sums) == 1:
        return Finding("most_named.only", {"product": first})
    if sums.iloc[0] == sums.iloc[1]:
        return Finding("most_named.tied", {"products": list(sums.index[sums == sums.iloc[0]])})
    leaders = _leaders(named, measure).values()
    won, articles = sum(names == [first] for names in leaders), len(leaders)
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
    product stands in all ``n`` articles); missing (``product`` is not named in ``n`` of ``of`` articles);
    each (the same of several ``products``).
    """
    if counts.empty or not counts["count"].any():
        return Finding("absent.nothing", {})
    gaps = (counts["count"] == 0).groupby(counts["entity"], sort=False).sum()
    articles = counts["article"].nunique()
    if not gaps.any():
        return Finding("absent.all", {"n": articles})
    gaps = gaps[gaps == gaps.max()]
    facts = {"n": int(gaps.iloc[0]), "of": articles}
    if len(gaps) > 1:
        return Finding("absent.each", {"products": list(gaps.index), **facts})
    return Finding("absent.missing", {"product": gaps.index[0], **facts})


def remaining_share(shares: pd.DataFrame) -> Finding | None:
    """What the products after the first two have together: key rest (``n`` products, ``share``).

    ``shares``: entity, count, share, the most named first. None where at most two are named.
    """
    rest = shares[shares["count"] > 0].iloc[2:]
    if rest.empty:
        return None
    return Finding("remaining_share.rest", {"n": len(rest), "share": float(rest["share"].sum())})


def led_elsewhere(counts: pd.DataFrame, measure: str = "count") -> Finding | None:
    """Which product leads most of the articles that the most named one does not lead.

    ``counts`` as of ``most_named``. Keys: all (``product`` leads the other ``n``); most (``n`` of the other
    ``of``); tied (``products`` lead ``n`` each). None where one product leads everywhere, or nobody else
    leads alone.
    """
    named = counts[counts[measure] > 0]
    sums = named.groupby("entity", sort=False)[measure].sum().sort_values(ascending=False, kind="stable")
    if len(sums) < 2 or sums.iloc[0] == sums.iloc[1]:
        return None
    others = {
        article: names for article, names in _leaders(named, measure).items() if names != [sums.index[0]]
    }
    alone = [names[0] for names in others.values() if len(names) == 1]
    led = {product: alone.count(product) for product in sums.index if product in alone}
    if not led:
        return None
    n = max(led.values())
    first = [product for product in led if led[product] == n]
    if len(first) > 1:
        return Finding("led_elsewhere.tied", {"products": first, "n": n, "of": len(others)})
    key = "all" if n == len(others) else "most"
    return Finding(f"led_elsewhere.{key}", {"product": first[0], "n": n, "of": len(others)})


def first_named(places: pd.DataFrame) -> Finding | None:
    """Which product is the first to be named in most articles.

    ``places``: article, entity, start, a row a mention. Keys: everywhere; most (in ``n`` of ``of``
    articles); tied (``products``, in ``n`` each). None where fewer than two products are named.
    """
    if places["entity"].nunique() < 2:
        return None
    firsts = places.sort_values(["article", "start"], kind="stable").drop_duplicates("article")["entity"]
    counts, of = firsts.value_counts(), len(firsts)
    n = int(counts.iloc[0])
    leaders = list(counts.index[counts == n])
    if len(leaders) > 1:
        return Finding("first_named.tied", {"products": leaders, "n": n, "of": of})
    return Finding(
        f"first_named.{'everywhere' if n == of else 'most'}", {"product": leaders[0], "n": n, "of": of}
    )


def second_pair(pairs: pd.DataFrame) -> Finding | None:
    """The pair that comes next: key next. None where there is none, or where it is not alone in its place.

    ``pairs``: entity, other, sentences, most sentences first.
    """
    counts = list(pairs["sentences"])
    if len(counts) < 2 or counts[0] == counts[1] or (len(counts) > 2 and counts[1] == counts[2]):
        return None
    second = pairs.iloc[1]
    return Finding(
        "second_pair.next", {"product": second["entity"], "other": second["other"], "n": counts[1]}
    )


def _leaders(named: pd.DataFrame, measure: str) -> dict[str, list[str]]:
    """The product or products named most in each article."""
    best = named.groupby("article")[measure].transform("max") == named[measure]
    return {str(article): list(rows) for article, rows in named[best].groupby("article")["entity"]}
