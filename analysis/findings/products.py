"""Which products are named, how often and with which others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

FEWEST_WAYS = 2
"""Ways to write a name that any name has: a name of its own and another, or both scripts."""


def most_named(leaders: pd.DataFrame, measure: str = "count") -> Finding:
    """Which product is named most, and in how many of the articles that name any.

    ``leaders``: entity, ``measure`` (count or per_1000), led and of, as ``frames.products.leaders`` has them.
    Keys: nothing; only (one product); tied (two or more share the first place); tied_but (the same, and
    ``product`` leads in more articles than the others, ``n`` of ``of``); everywhere (it leads in every
    article); in_some (it leads in ``n`` of ``of``); overall (it leads in none, only in sum).
    """
    named = _most_first(leaders, measure)
    if named.empty:
        return Finding("most_named.nothing", {})
    first, sums = named.iloc[0], named[measure]
    product = str(first["entity"])
    if len(named) == 1:
        return Finding("most_named.only", {"product": product})
    if sums.iloc[0] == sums.iloc[1]:
        return _tied(named[sums == sums.iloc[0]])
    won, of = int(first["led"]), int(first["of"])
    key = "everywhere" if won == of else "in_some" if won else "overall"
    return Finding(f"most_named.{key}", {"product": product, "n": won, "of": of})


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
    """The product written in most ways: keys nothing, one_each, at_most, tied, first.

    ``aliases``: entity, surface, count. at_most: several are written in two ways, none in more.
    """
    if aliases.empty:
        return Finding("most_names.nothing", {})
    ways = (
        aliases.groupby("entity", sort=False)["surface"].nunique().sort_values(ascending=False, kind="stable")
    )
    n = int(ways.iloc[0])
    if n == 1:
        return Finding("most_names.one_each", {})
    if len(ways) > 1 and ways.iloc[1] == n == FEWEST_WAYS:
        return Finding("most_names.at_most", {"n": n})
    if len(ways) > 1 and ways.iloc[1] == n:
        return Finding("most_names.tied", {"products": list(ways.index[ways == n]), "n": n})
    return Finding("most_names.first", {"product": ways.index[0], "n": n})


def absent(leaders: pd.DataFrame, of: int) -> Finding:
    """Where products are named at all: the product missing from most of the ``of`` articles.

    ``leaders``: entity, articles, the number of those that name it. Keys: nothing (no mention); all (all
    ``products`` stand in all ``n`` articles); missing (``product`` is not named in ``n`` of ``of`` articles);
    each (the same of several ``products``).
    """
    if not leaders["articles"].any():
        return Finding("absent.nothing", {})
    gaps = of - leaders["articles"]
    n = int(gaps.max())
    if not n:
        return Finding("absent.all", {"products": list(leaders["entity"]), "n": of})
    missing = list(leaders.loc[gaps == n, "entity"])
    if len(missing) > 1:
        return Finding("absent.each", {"products": missing, "n": n, "of": of})
    return Finding("absent.missing", {"product": missing[0], "n": n, "of": of})


def remaining_share(shares: pd.DataFrame) -> Finding | None:
    """What the products after the first two have together: key rest (``n`` products, ``share``).

    ``shares``: entity, count, share, the most named first. None where at most two are named.
    """
    rest = shares[shares["count"] > 0].iloc[2:]
    if rest.empty:
        return None
    return Finding("remaining_share.rest", {"n": len(rest), "share": float(rest["share"].sum())})


def led_elsewhere(leaders: pd.DataFrame, measure: str = "count") -> Finding | None:
    """Which product leads most of the articles that the most named one does not lead.

    ``leaders`` as of ``most_named``. Keys: all (``product`` leads the other ``n``); most (``n`` of the other
    ``of``); tied (``products`` lead ``n`` each). None where one product leads everywhere, or nobody else
    leads alone.
    """
    named = _most_first(leaders, measure)
    if len(named) < 2 or named[measure].iloc[0] == named[measure].iloc[1]:
        return None
    others, of = named.iloc[1:], int(named["of"].iloc[0] - named["led"].iloc[0])
    n = int(others["led"].max())
    if not n:
        return None
    first = list(others.loc[others["led"] == n, "entity"])
    if len(first) > 1:
        return Finding("led_elsewhere.tied", {"products": first, "n": n, "of": of})
    return Finding(f"led_elsewhere.{'all' if n == of else 'most'}", {"product": first[0], "n": n, "of": of})


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


def _tied(named: pd.DataFrame) -> Finding:
    """Products that share the first place, and which of them leads in most articles, if one does."""
    facts = {"products": list(named["entity"])}
    first, second = named.sort_values("led", ascending=False, kind="stable").head(2).itertuples()
    if first.led == second.led:
        return Finding("most_named.tied", facts)
    return Finding("most_named.tied_but", facts | {"product": first.entity, "n": first.led, "of": first.of})


def _most_first(leaders: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The products that are named, the most named first."""
    return leaders[leaders[measure] > 0].sort_values(measure, ascending=False, kind="stable")
