"""Articles: what each is, how much of it is its own text, and when it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames.dates import interval
from analysis.frames.selection import Articles, Selection
from analysis.frames.terms import TermFilter, tfidf
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

_DATED = """
    WITH dated AS (
        SELECT article, iso FROM events WHERE iso IS NOT NULL
        UNION SELECT article, published FROM articles WHERE published IS NOT NULL
    )
    SELECT DISTINCT columns($wanted) FROM dated ORDER BY ALL
"""

_UNSEEN = r"(?is)<script\b.*?</script\s*>|<style\b.*?</style\s*>|<!--.*?-->|<[^<>]*>|\s"
"""What a reader does not see of a passage: markup and white space."""


def cards(store: Store, selection: Selection, kept: TermFilter, of: Articles = None) -> pd.DataFrame:
    """What is known of each chosen article, or of those named in ``of``, in order of their names.

    [article, title, source, author, published, script, chars, body_chars, removed_chars, removed_share,
    oldest, newest, terms]. ``removed_chars`` are those that cleaning took out, like ``body_chars`` without
    white space and markup; ``removed_share`` is their part (0..1) of both together;
    ``oldest`` and ``newest`` are the dates of the article and its events, as written in ISO;
    ``terms`` are those most its own, as in ``tfidf``.
    """
    import pandas as pd

    found = store.query(
        """
        WITH taken AS (
            SELECT article, sum(length(regexp_replace(passage, $unseen, '', 'g'))) AS removed_chars
            FROM (
                SELECT article, text[start + 1:"end"] AS passage
                FROM removed JOIN texts USING (article) WHERE reason <> 'markup'
            )
            GROUP BY article
        )
        SELECT article, titled.title, source, author, articles.published, script, chars, body_chars,
               coalesce(taken.removed_chars, 0)::INTEGER AS removed_chars,
               coalesce(taken.removed_chars / nullif(taken.removed_chars + body_chars, 0), 0) AS removed_share
        FROM articles JOIN titled USING (article) LEFT JOIN taken USING (article)
        ORDER BY article
        """,
        {"unseen": _UNSEEN},
        articles=selection.articles if of is None else of,
    )
    own = tfidf(store, selection, kept, of).groupby("article")["term"].agg(list)
    spans = {article: _span(dates) for article, dates in _dates(store, tuple(found["article"])).items()}
    bounds = [spans.get(article, (None, None)) for article in found["article"]]
    dates = pd.DataFrame(bounds, columns=["oldest", "newest"], index=found.index, dtype=object)
    return found.assign(**dates, terms=[own.get(article, []) for article in found["article"]])


def described(store: Store, articles: Articles) -> pd.DataFrame:
    """Which articles these are and how long, the oldest first, the undated last.

    [article, title, source, author, published, script, chars, body_chars].
    """
    return store.query(
        """
        SELECT article, titled.title, source, author, articles.published, script, chars, body_chars
        FROM articles JOIN titled USING (article)
        ORDER BY articles.published NULLS LAST, article
        """,
        articles=articles,
    )


def totals(store: Store, articles: Articles) -> pd.DataFrame:
    """How many articles there are and how long: [articles, chars, body_chars], one row."""
    return store.query(
        """
        SELECT count(*)::INTEGER AS articles, coalesce(sum(chars), 0)::BIGINT AS chars,
               coalesce(sum(body_chars), 0)::BIGINT AS body_chars
        FROM articles
        """,
        articles=articles,
    )


def publication(store: Store, articles: Articles) -> pd.DataFrame:
    """How many articles there are, how many of them bear a date, and the first and last of these in order.

    [articles, dated, oldest, newest], one row; the dates are ISO, and may be partial.
    """
    return store.query(
        """
        SELECT count(*)::INTEGER AS articles, count(published)::INTEGER AS dated,
               min(published) AS oldest, max(published) AS newest
        FROM articles
        """,
        articles=articles,
    )


def by_script(store: Store, articles: Articles) -> pd.DataFrame:
    """How many articles are in each script: [script, articles], most first."""
    return store.query(
        """
        SELECT script, count(*)::INTEGER AS articles FROM articles
        GROUP BY script ORDER BY articles DESC, script
        """,
        articles=articles,
    )


def by_source(store: Store, articles: Articles) -> pd.DataFrame:
    """How many articles each publication has: [source, articles], most first; none for those without one."""
    return store.query(
        """
        SELECT source, count(*)::INTEGER AS articles FROM articles WHERE source IS NOT NULL
        GROUP BY source ORDER BY articles DESC, min(article)
        """,
        articles=articles,
    )


def titles(store: Store, names: tuple[str, ...]) -> dict[str, str]:
    """The titles that readers see of those of the articles that the store holds, by name."""
    found = store.query("SELECT article, title FROM titled ORDER BY article", articles=names)
    return dict(found.itertuples(index=False, name=None))


def removed_by_reason(store: Store, articles: Articles) -> pd.DataFrame:
    """How much cleaning took out of the articles and why: [reason, chars], most first."""
    return store.query(
        """
        SELECT reason, sum("end" - start)::BIGINT AS chars FROM removed
        GROUP BY reason ORDER BY chars DESC, reason
        """,
        articles=articles,
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


def dated_span(store: Store, articles: Articles) -> tuple[str | None, str | None]:
    """The oldest and the newest date of the articles and their events, as written in ISO."""
    return _span(list(store.query(_DATED, {"wanted": "iso"}, articles)["iso"]))


def _dates(store: Store, articles: Articles) -> dict[str, list[str]]:
    """Every date that an article bears or that an event in it has, by article."""
    found = store.query(_DATED, {"wanted": "article|iso"}, articles)
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
