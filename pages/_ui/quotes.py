"""The sentences behind a mark, each in its article's own script, as HTML in which nothing is run."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from analysis.strings.labels import Labels
from pages._ui import html
from pages._ui.address import Kept
from pages._ui.html import element


def article_link(article: str, at: int | None, kept: Kept) -> str:
    """Address of an article's page, at a character; ``kept`` are the choices it keeps."""
    query: dict[str, Any] = {"article": article} | ({} if at is None else {"at": at}) | dict(kept)
    return "article?" + urlencode(query, doseq=True)


def quote_list(quotes: pd.DataFrame, labels: Labels, kept: Kept) -> str:
    """The sentences with the hits marked, under the title and date of the article they stand in.

    ``quotes`` has the columns of ``frames.quotes.quotes``. Every piece of article text is escaped.
    """
    parts: list[str] = []
    article = None
    for row in quotes.itertuples():
        if row.article != article:
            article = row.article
            parts.append(element("from", f"{row.title} · {_date(row, labels)}", "p"))
        there = html.link("in-article", labels("card.in_article"), article_link(row.article, row.start, kept))
        parts.append(f'<p class="sentence">{_marked(row)}{there}</p>')
    return f'<div class="quotes">{"".join(parts)}</div>'


def quote(row: Any, labels: Labels, kept: Kept) -> str:
    """One row of quotes: the sentence with its hit marked, and under it where it stands."""
    where = html.link("", row.title, article_link(row.article, row.start, kept))
    date = escape(_date(row, labels))
    return f'<p class="sentence">{_marked(row)}</p><p class="from">{where} · {date}</p>'


def _marked(row: Any) -> str:
    """The sentence with its hit marked; a hit that is the whole sentence needs no mark."""
    if not row.before and not row.after:
        return escape(row.hit)
    return f"{escape(row.before)}<mark>{escape(row.hit)}</mark>{escape(row.after)}"


def _date(row: Any, labels: Labels) -> str:
    return row.published if isinstance(row.published, str) else labels("article.undated")
