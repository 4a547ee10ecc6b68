"""The sentences behind a mark, each in its article's own script, as HTML in which nothing is run."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from pages._ui import html
from pages._ui.strings import Labels


def article_link(article: str, at: int | None, kept: Mapping[str, list[str]]) -> str:
    """Address of an article's page, at a character; ``kept`` are the choices it keeps."""
    query: dict[str, Any] = {"article": article} | ({} if at is None else {"at": at}) | dict(kept)
    return "article?" + urlencode(query, doseq=True)


def quote_list(quotes: pd.DataFrame, labels: Labels, kept: Mapping[str, list[str]]) -> str:
    """A list of quotes: the sentence with the hit marked, then the article's title and date.

    ``quotes`` has the columns article, title, published, start, before, hit, after. Every piece of
    article text is escaped.
    """
    items = "".join(f"<li>{quote(row, labels, kept)}</li>" for row in quotes.itertuples())
    return f'<ol class="quotes">{items}</ol>'


def quote(row: Any, labels: Labels, kept: Mapping[str, list[str]]) -> str:
    """One row of quotes: the sentence with its hit marked, then where it stands."""
    published = row.published if isinstance(row.published, str) else labels("article.undated")
    where = html.link("", row.title, article_link(row.article, row.start, kept))
    return (
        f'<p class="sentence">{escape(row.before)}<mark>{escape(row.hit)}</mark>{escape(row.after)}</p>'
        f'<p class="from">{where} · {escape(published)}</p>'
    )
