"""Which terms are frequent, and which are an article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd

NAMED = 4
"""Terms that a title can name where they are as frequent as one another."""

LEADING = 3
"""Terms that a title names where they are more frequent than all others."""

ONE_EACH = 6
"""Articles of which a title names a term of each."""


def most_frequent(terms: pd.DataFrame, articles: int) -> Finding:
    """The most frequent term, and in how many of the ``articles`` chosen it stands.

    ``terms``: term, count, articles, the most frequent first. Keys: nothing; tied (``terms`` stand ``n``
    times each); many (more than ``NAMED`` are tied); here (of a single article); everywhere; in_some (in
    ``in_articles`` of ``of``).
    """
    if terms.empty:
        return Finding("most_frequent.nothing", {})
    first = terms.iloc[0]
    n, spread = int(first["count"]), int(first["articles"])
    tied = terms.loc[terms["count"] == n, "term"]
    if len(tied) > NAMED:
        return Finding("most_frequent.many", {"n": n})
    if len(tied) > 1:
        return Finding("most_frequent.tied", {"terms": list(tied), "n": n})
    key = "here" if articles == 1 else "everywhere" if spread == articles else "in_some"
    return Finding(
        f"most_frequent.{key}", {"term": first["term"], "n": n, "in_articles": spread, "of": articles}
    )


def leading_terms(terms: pd.DataFrame) -> Finding:
    """The ``LEADING`` terms that are more frequent than all others, fewer where the last would be tied.

    ``terms``: term, count, the most frequent first. Keys: nothing; tied (no term leads: ``of`` stand ``n``
    times each); led (``n`` ``terms``).
    """
    if terms.empty:
        return Finding("leading_terms.nothing", {})
    counts = list(terms["count"])
    n = min(LEADING, max(1, len(counts) - 1))
    while 0 < n < len(counts) and counts[n - 1] == counts[n]:
        n -= 1
    if n == 0:
        return Finding("leading_terms.tied", {"of": counts.count(counts[0]), "n": counts[0]})
    return Finding("leading_terms.led", {"terms": list(terms["term"].head(n)), "n": n})


def own_terms(scores: pd.DataFrame) -> Finding:
    """The term that is most an article's own, of each article where there are at most ``ONE_EACH`` of them.

    ``scores``: article, title, term, score, the highest first within each article. Keys: nothing; one
    (``term`` of the only article); each (``terms``, one an article); strongest (``term`` of ``title``).
    """
    if scores.empty:
        return Finding("own_terms.nothing", {})
    firsts = scores.drop_duplicates("article")
    if len(firsts) == 1:
        return Finding("own_terms.one", {"term": firsts["term"].iloc[0]})
    if len(firsts) <= ONE_EACH:
        return Finding("own_terms.each", {"terms": list(firsts["term"])})
    best = firsts.loc[firsts["score"].idxmax()]
    return Finding("own_terms.strongest", {"term": best["term"], "title": best["title"]})


def places(keyword: str, n: int, articles: int) -> Finding:
    """At how many places, of how many articles, ``keyword`` stands: keys nothing, found."""
    if not n:
        return Finding("places.nothing", {"keyword": keyword})
    return Finding("places.found", {"keyword": keyword, "n": n, "in_articles": articles})


def other_terms(terms: pd.DataFrame, left_out: frozenset[str]) -> Finding | None:
    """The terms that lead besides those ``left_out`` (names of products): key led (``n`` ``terms``).

    ``terms`` as of ``leading_terms``. None where nothing was left out of the leading terms, or none leads.
    """
    names = leading_terms(terms).facts.get("terms", [])
    led = leading_terms(terms[~terms["term"].isin(left_out)]).facts.get("terms", [])
    if not led or led == names:
        return None
    return Finding("other_terms.led", {"terms": led, "n": len(led)})


def in_every_article(terms: pd.DataFrame, articles: int) -> Finding | None:
    """How many of the terms stand in all ``articles``: keys none, some (``n`` of ``of``), all.

    ``terms``: articles, the number of those in which a term stands. None where there is one article only.
    """
    n, of = int((terms["articles"] == articles).sum()), len(terms)
    if articles < 2 or not of:
        return None
    return Finding(
        f"in_every_article.{'none' if not n else 'all' if n == of else 'some'}", {"n": n, "of": of}
    )


def most_used(scores: pd.DataFrame) -> Finding | None:
    """The term used most often of those that are an article's own: key most. None where two are.

    ``scores``: article, title, term, count.
    """
    ordered = scores.sort_values("count", ascending=False, kind="stable")
    if ordered.empty or (len(ordered) > 1 and ordered["count"].iloc[0] == ordered["count"].iloc[1]):
        return None
    first = ordered.iloc[0]
    return Finding(
        "most_used.most", {"term": first["term"], "title": first["title"], "n": int(first["count"])}
    )
