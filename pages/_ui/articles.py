"""Cards of articles: what each is, where it came from, how much of it is its own text."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args

import pandas as pd
import streamlit as st

from analysis.charts.numbers import exact, format_number, format_share
from analysis.exhibits.overview import Articles
from analysis.exhibits.terms import default_stop_words
from analysis.exhibits.view import View
from analysis.frames import articles, leading
from analysis.frames.leading import Order
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter
from analysis.once import once
from analysis.storage.store import Store
from analysis.strings.labels import Labels
from pages._ui import address, heading, html
from pages._ui.address import Kept
from pages._ui.deck_add import add_button
from pages._ui.html import element
from pages._ui.quotes import article_link

FIRST = 15
"""Articles shown before more are asked for: whole rows of five and of three cards."""

CARDS = 64
"""Sets of cards that are kept, for all readers who look at the same."""


def article_section(view: View) -> None:
    """The articles as cards: all of a few in order of their names; of many the first, and more when asked."""
    if view.n_articles <= FIRST:
        _head(view)
        html.grid("article-card", _all(view, _telling(), address.kept()))
    else:
        _head(view, view.labels("overview.articles_counted", n=exact(view.n_articles)))
        _some(view)


def all_cards(view: View) -> pd.DataFrame:
    """What the cards of all articles say: the columns of ``frames.articles.cards``."""
    found: pd.DataFrame = view.read_of_articles(articles.cards, _telling())
    return found


@st.fragment
def _some(view: View) -> None:
    """The first articles in an order that the reader chooses, and a button for more."""
    labels, total = view.labels, view.n_articles
    order = address.one(
        "first", labels("overview.order"), get_args(Order), lambda name: labels(f"overview.order_{name}")
    )
    shown = st.session_state.get("articles.shown", FIRST)
    html.grid("article-card", _first(view, _telling(), order, shown, address.kept()))
    if shown < total:
        more = partial(st.session_state.__setitem__, "articles.shown", shown + FIRST)
        label = labels("overview.more", n=min(FIRST, total - shown))
        st.button(label, key="articles.more", on_click=more, type="tertiary")


def _telling() -> TermFilter:
    """The terms on a card."""
    return TermFilter(n=7, min_length=2, pos=("n",), stop_words=frozenset(default_stop_words()))


def _head(view: View, counted: str = "") -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False):
        heading.section(view.labels("overview.articles"), counted)
        add_button(view, Articles(), Articles().key)


def _first_cards(store: Store, selection: Selection, kept: TermFilter, order: Order, n: int) -> pd.DataFrame:
    """The cards of the first ``n`` chosen articles, in that order."""
    first = leading.first(store, selection, order, n)
    cards = articles.cards(store, selection, kept, first)
    return cards.set_index("article", drop=False).loc[list(first)].reset_index(drop=True)


@once(CARDS)
def _all(view: View, told: TermFilter, kept: Kept) -> list[str]:
    return _cards(view, view.read_of_articles(articles.cards, told), kept)


@once(CARDS)
def _first(view: View, told: TermFilter, order: Order, n: int, kept: Kept) -> list[str]:
    return _cards(view, view.read_of_articles(_first_cards, told, order, n), kept)


def _cards(view: View, cards: pd.DataFrame, kept: Kept) -> list[str]:
    """A card for each row of ``cards`` (the columns of ``frames.articles.cards``)."""
    return [_card(view, row, kept) for row in cards.itertuples()]


def _card(view: View, row: Any, kept: Kept) -> str:
    return (
        html.link("article-title", row.title, article_link(row.article, None, kept))
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
