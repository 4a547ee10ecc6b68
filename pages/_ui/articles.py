"""Cards of articles: what each is, where it came from, how much of it is its own text."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.charts.numbers import format_number, format_share
from analysis.exhibits.view import View
from analysis.labels import Labels
from pages._ui import address, html
from pages._ui.html import element
from pages._ui.quotes import article_link


def article_cards(view: View, cards: pd.DataFrame) -> None:
    """A card for each row of ``cards`` (the columns of ``frames.articles.cards``)."""
    html.grid("article-card", [_card(view, row) for row in cards.itertuples()])


def _card(view: View, row: Any) -> str:
    return (
        html.link("article-title", row.title, article_link(row.article, None, address.kept()))
        + about(row, view.labels)
        + '<p class="terms">'
        + "".join(element("term", term, "span") for term in row.terms)
        + "</p>"
    )


def about(row: Any, labels: Labels) -> str:
    """Where an article came from and how large it is: a row of ``frames.articles.cards`` as HTML."""
    author = None if _known(row.source) and str(row.author) in row.source else row.author
    origin = [row.source, author, row.published if _known(row.published) else labels("article.undated")]
    size = labels(
        "article.size",
        script=labels(f"script.{row.script}"),
        chars=format_number(row.body_chars, labels.language),
        removed=format_share(row.removed_share),
    )
    return element("from", " · ".join(part for part in origin if _known(part)), "p") + element(
        "from", size, "p"
    )


def _known(value: object) -> bool:
    return isinstance(value, str)
