"""Choosing the one article to read: from a list, which many articles are narrowed for by typing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.charts.numbers import exact
from analysis.exhibits.view import View
from analysis.frames import article_search
from analysis.strings.labels import Labels
from pages._ui import address, html
from pages._ui.article_filter import LISTED, found_in_words

NAME = "article"
"""Of the choice, in the address."""


def article_choice(view: View) -> str:
    """Ask for an article; returns its name. One in the address that the store does not hold is named."""
    labels, catalogue = view.labels, view.read_all(article_search.catalogue)
    asked = article_search.captions(catalogue, address.wanted(NAME))
    for stranger in address.unknown(NAME, asked):
        html.write("note", labels("reader.unknown_article", name=stranger))
    if len(catalogue) <= LISTED:
        found = article_search.offered(catalogue, "", LISTED).captions
        return _choice(labels, dict(sorted(found.items())))
    left, right = st.columns([1, 1.6])
    with left:
        found = _looked_for(labels, catalogue)
    with right:
        return _choice(labels, found | asked)


def _choice(labels: Labels, captions: dict[str, str]) -> str:
    return address.choice(NAME, labels("reader.article"), list(captions), captions.__getitem__)


def _looked_for(labels: Labels, catalogue: pd.DataFrame) -> dict[str, str]:
    """The captions of the first articles that what is typed finds; of the newest where nothing is."""
    text = st.text_input(
        labels("reader.search"),
        key=f"{NAME}.search",
        placeholder=labels("filter.search_articles", n=exact(len(catalogue))),
        type="search",
        live=True,
        max_chars=100,
    ).strip()
    found = article_search.offered(catalogue, text, LISTED)
    if text:
        html.write("caption", found_in_words(labels, found))
    return found.captions
