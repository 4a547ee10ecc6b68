"""Cards of articles: what each is, where it came from, how much of it is its own text."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.charts.numbers import format_number, format_share
from pages._ui import address, html
from pages._ui.html import element
from pages._ui.quotes import article_link
from pages._ui.view import View


def article_cards(view: View, cards: pd.DataFrame) -> None:
    """A card for each row of ``cards`` (the columns of ``frames.articles.cards``)."""
    html.grid("article-card", [_card(view, row) for row in cards.itertuples()])


def _card(view: View, row: Any) -> str:
    labels = view.labels
    kept = address.kept()
    origin = [row.source, row.author, row.published if _known(row.published) else labels("article.undated")]
    size = labels(
        "article.size",
        script=labels(f"script.{row.script}"),
        chars=format_number(row.body_chars, labels.language),
        removed=format_share(row.removed_share),
    )
    return (
        html.link("article-title", row.title, article_link(row.article, None, kept))
        + element("from", " · ".join(part for part in origin if _known(part)), "p")
        + element("from", size, "p")
        + '<p class="terms">'
        + "".join(element("term", term, "span") for term in row.terms)
        + "</p>"
    )


def _known(value: object) -> bool:
    return isinstance(value, str)
