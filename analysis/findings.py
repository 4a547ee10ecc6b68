"""What a frame shows, as facts for a title: never more than the data says.

A finding names a sentence (its key among the labels) and the facts that fill it. Products are
canonical names, numbers are numbers: the words are the reader's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from analysis.schema import Kind

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
    sums = named.groupby("entity", sort=False)[measure].sum().sort_values(ascending=False, kind="stable")
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
    product, ``n`` features); same and two (``product`` has ``n``, ``other`` has ``m``, of which ``k`` are
    said to differ, none in same); several (``of`` products, ``n`` features). Not being mentioned is no
    difference.
    """
    said = cells[cells["status"] != "not_mentioned"]
    if said.empty:
        return Finding("matrix.nothing", {})
    counts = said.groupby("product")["feature"].nunique()
    counts = counts.loc[[product for product in cells["product"].unique() if product in counts.index]]
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


def sides(comparisons: pd.DataFrame) -> Finding:
    """Whom the sentences that compare products favour: keys nothing; neither; tied; most.

    ``comparisons``: favours, null where nobody is favoured, a row a sentence. Facts: ``product`` or
    ``products`` favoured most often, in ``n`` of ``of`` sentences.
    """
    if comparisons.empty:
        return Finding("sides.nothing", {})
    counts, of = comparisons["favours"].value_counts(), len(comparisons)
    if counts.empty:
        return Finding("sides.neither", {"n": of})
    n = int(counts.iloc[0])
    leaders = list(counts.index[counts == n])
    if len(leaders) > 1:
        return Finding("sides.tied", {"products": leaders, "n": n, "of": of})
    return Finding("sides.most", {"product": leaders[0], "n": n, "of": of})


def _articles_led(named: pd.DataFrame, product: str, measure: str) -> int:
    """Articles in which ``product`` is named more than any other."""
    best = named.groupby("article")[measure].transform("max") == named[measure]
    leaders = named[best].groupby("article")["entity"].agg(list)
    return int(sum(names == [product] for names in leaders))


def most_frequent(terms: pd.DataFrame, articles: int) -> Finding:
    """The most frequent term, and in how many of the ``articles`` chosen it stands.

    ``terms``: term, count, articles, the most frequent first. Keys: nothing; tied (``terms`` stand ``n``
    times each); everywhere; in_some (in ``in_articles`` of ``of``).
    """
    if terms.empty:
        return Finding("most_frequent.nothing", {})
    first = terms.iloc[0]
    n, spread = int(first["count"]), int(first["articles"])
    tied = terms.loc[terms["count"] == n, "term"]
    if len(tied) > 1:
        return Finding("most_frequent.tied", {"terms": list(tied), "n": n})
    key = "everywhere" if spread == articles else "in_some"
    return Finding(
        f"most_frequent.{key}", {"term": first["term"], "n": n, "in_articles": spread, "of": articles}
    )


def leading_terms(terms: pd.DataFrame, most: int = 3) -> Finding:
    """The ``most`` terms that are more frequent than all others, fewer where the last would be tied.

    ``terms``: term, count, the most frequent first. Keys: nothing; tied (no term leads: ``of`` stand ``n``
    times each); led (``terms``).
    """
    if terms.empty:
        return Finding("leading_terms.nothing", {})
    counts = list(terms["count"])
    n = min(most, len(counts))
    while 0 < n < len(counts) and counts[n - 1] == counts[n]:
        n -= 1
    if n == 0:
        return Finding("leading_terms.tied", {"of": counts.count(counts[0]), "n": counts[0]})
    return Finding("leading_terms.led", {"terms": list(terms["term"].head(n))})


def own_terms(scores: pd.DataFrame, most: int = 6) -> Finding:
    """The term that is most an article's own, of each article where there are at most ``most`` of them.

    ``scores``: article, title, term, score, the highest first within each article. Keys: nothing; one
    (``term`` of the only article); each (``terms``, one an article); strongest (``term`` of ``title``).
    """
    if scores.empty:
        return Finding("own_terms.nothing", {})
    firsts = scores.drop_duplicates("article")
    if len(firsts) == 1:
        return Finding("own_terms.one", {"term": firsts["term"].iloc[0]})
    if len(firsts) <= most:
        return Finding("own_terms.each", {"terms": list(firsts["term"])})
    best = firsts.loc[firsts["score"].idxmax()]
    return Finding("own_terms.strongest", {"term": best["term"], "title": best["title"]})


def places(lines: pd.DataFrame, keyword: str) -> Finding:
    """At how many places, of how many articles, ``keyword`` stands: keys nothing, found.

    ``lines``: article, a row a place.
    """
    if lines.empty:
        return Finding("places.nothing", {"keyword": keyword})
    return Finding(
        "places.found", {"keyword": keyword, "n": len(lines), "in_articles": lines["article"].nunique()}
    )


def largest_claims(claims: pd.DataFrame, most: int = 3) -> Finding:
    """The largest figure of each of the ``most`` first subjects, among those of one kind and unit.

    ``claims``: kind, unit, subject, qualifier, value, low, high, modality, as ``frames.metrics.claims`` has
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
    alike = alike.assign(size=alike["value"].fillna(alike["high"]).fillna(alike["low"]))
    ranked = kind == "rank"
    firsts = alike.sort_values("size", ascending=ranked, kind="stable").drop_duplicates("subject").head(most)
    facts = {"kind": kind, "claims": list(firsts.itertuples(index=False))}
    return Finding(f"largest_claims.{'ranked' if ranked else 'largest'}", facts)


def most_kinds(claims: pd.DataFrame) -> Finding:
    """Which kind of figure is commonest: keys nothing; only; tied (``kinds``); most (``n`` of ``of``)."""
    if claims.empty:
        return Finding("most_kinds.nothing", {})
    kinds = claims["kind"].value_counts()
    n, of = int(kinds.iloc[0]), len(claims)
    leaders = list(kinds.index[kinds == n])
    if len(leaders) > 1:
        return Finding("most_kinds.tied", {"kinds": leaders, "n": n, "of": of})
    return Finding(f"most_kinds.{'only' if n == of else 'most'}", {"kind": leaders[0], "n": n, "of": of})


def rival_figures(claims: pd.DataFrame) -> Finding:
    """Whether comparable figures agree, and the group that differs most widely where they do not.

    ``claims``: the rows of ``frames.metrics.rival_claims``. Two figures of a group (subject, kind, unit)
    differ where their sizes do. Keys: nothing (no two are comparable); agree (all ``n`` groups); differ
    (the ``kind`` of ``product`` is given as ``n`` sizes from ``low`` to ``high``); by_date (the same, each
    size at dates of its own, so that they need not contradict).
    """
    if claims.empty:
        return Finding("rival_figures.nothing", {})
    sized = claims.assign(size=claims["value"].fillna(claims["high"]).fillna(claims["low"]))
    groups = sized.groupby(["subject", "kind", "unit"])["size"]
    spans = groups.agg(["min", "max", "nunique"])
    if not (spans["nunique"] > 1).any():
        return Finding("rival_figures.agree", {"n": len(spans)})
    subject, kind, unit = widest = (spans["max"] / spans["min"].clip(lower=1)).idxmax()
    rows = sized[(sized["subject"] == subject) & (sized["kind"] == kind) & (sized["unit"] == unit)]
    low, high, n = spans.loc[widest]
    facts = {"product": subject, "kind": kind, "n": int(n), "low": float(low), "high": float(high)}
    return Finding(f"rival_figures.{'by_date' if _each_size_at_its_dates(rows) else 'differ'}", facts)


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


def _each_size_at_its_dates(rows: pd.DataFrame) -> bool:
    """Whether every size is given at some date and no date has two sizes."""
    dated = rows.dropna(subset=["as_of"])
    return set(dated["size"]) == set(rows["size"]) and bool(
        dated.groupby("as_of")["size"].nunique().eq(1).all()
    )
