"""Articles: what each is, how much of it is its own text, and when it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.dates import interval
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter, tfidf
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd


def cards(store: Store, selection: Selection, kept: TermFilter) -> pd.DataFrame:
    """What is known of each chosen article, in order of their names.

    [article, title, source, author, published, script, chars, body_chars, removed_chars, removed_share,
    oldest, newest, terms]. ``removed_share`` is the part of ``chars`` (0..1) that cleaning took out;
    ``oldest`` and ``newest`` are the dates of the article and its events, as written in ISO;
    ``terms`` are those most its own, as in ``tfidf``.
    """
    import pandas as pd

    found = store.query(
        """
        WITH taken AS (SELECT article, sum("end" - start) AS removed_chars FROM removed GROUP BY article)
        SELECT article, titled.title, source, author, articles.published, script, chars, body_chars,
               coalesce(removed_chars, 0)::INTEGER AS removed_chars,
               coalesce(removed_chars / nullif(chars, 0), 0) AS removed_share
        FROM articles JOIN titled USING (article) LEFT JOIN taken USING (article)
        WHERE article IN (SELECT name FROM listed($articles))
        ORDER BY article
        """,
        selection.of_articles,
    )
    own = tfidf(store, selection, kept).groupby("article")["term"].agg(list)
    spans = {article: _span(dates) for article, dates in _dates(store, selection.articles).items()}
    bounds = [spans.get(article, (None, None)) for article in found["article"]]
    dates = pd.DataFrame(bounds, columns=["oldest", "newest"], index=found.index, dtype=object)
    return found.assign(**dates, terms=[own.get(article, []) for article in found["article"]])


def described(store: Store, articles: tuple[str, ...]) -> pd.DataFrame:
    """Which articles these are and how long, the oldest first, the undated last.

    [article, title, source, author, published, script, chars, body_chars].
    """
    return store.query(
        """
        SELECT article, titled.title, source, author, articles.published, script, chars, body_chars
        FROM articles JOIN titled USING (article)
        WHERE article IN (SELECT name FROM listed($articles))
        ORDER BY articles.published NULLS LAST, article
        """,
        {"articles": list(articles)},
    )


def removed_by_reason(store: Store, articles: tuple[str, ...]) -> pd.DataFrame:
    """How much cleaning took out of the articles and why: [reason, chars], most first."""
    return store.query(
        """
        SELECT reason, sum("end" - start)::INTEGER AS chars FROM removed
        WHERE article IN (SELECT name FROM listed($articles))
        GROUP BY reason ORDER BY chars DESC, reason
        """,
        {"articles": list(articles)},
    )


def removed(store: Store, article: str) -> pd.DataFrame:
    """What cleaning took out of an article: [article, start, end, reason, text], in order."""
    return store.query(
        """
        SELECT article, start, "end", reason, text[start + 1:"end"] AS text
        FROM removed JOIN texts USING (article)
        WHERE article = $article ORDER BY start, "end"
        """,
        {"article": article},
    )


def dated_span(store: Store, articles: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The oldest and the newest date of the articles and their events, as written in ISO."""
    return _span([date for dates in _dates(store, articles).values() for date in dates])


def _dates(store: Store, articles: tuple[str, ...]) -> dict[str, list[str]]:
    """Every date that an article bears or that an event in it has, by article."""
    found = store.query(
        """
        SELECT article, iso FROM (
            SELECT article, iso FROM events UNION SELECT article, published AS iso FROM articles
        )
        WHERE iso IS NOT NULL AND article IN (SELECT name FROM listed($articles))
        ORDER BY article, iso
        """,
        {"articles": list(articles)},
    )
    return {str(article): list(rows["iso"]) for article, rows in found.groupby("article")}


def _span(dates: list[str]) -> tuple[str | None, str | None]:
    """The date that begins first and the one that ends last; an interval gives its own end."""
    days = [(date.partition("/")[0], date.rpartition("/")[2], interval(date)) for date in dates]
    known = [(first, last, each) for first, last, each in days if each]
    if not known:
        return None, None
    oldest = min(known, key=lambda day: day[2].first)
    newest = max(known, key=lambda day: day[2].last)
    return oldest[0], newest[1]
