"""Choosing articles: from a list where there are few, by typing a part of what they are called where many."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.charts.numbers import exact
from analysis.frames import article_search, shared
from analysis.frames.article_search import Offered
from analysis.storage.store import Store
from analysis.strings.labels import Labels
from pages._ui import address, html

NAME = "articles"
"""Of the choice, in the address."""

LISTED = 50
"""As many articles are offered in a list; more are looked for."""

OFFERED = 8
"""Articles that are offered at a time where they are looked for."""


def article_filter(labels: Labels, store: Store, version: str, total: int) -> tuple[str, ...]:
    """The filter by article; returns the chosen ones in order of their names, none meaning all ``total``."""
    listed = total <= LISTED
    found = shared.read(_every, store, version) if listed else _known(store, version, address.wanted(NAME))
    address.keep_unknown(NAME, found)
    if not listed:
        with st.container(key="article-search", gap="small"):
            _search(labels, store, version, total)
    if not found:
        address.publish(NAME, [], default=[])
        return ()
    chosen = address.several(
        NAME,
        labels("filter.articles"),
        list(found),
        found.__getitem__,
        placeholder=labels("filter.all_articles", n=exact(total)),
        on_change=partial(address.forget_unknown, NAME),
        hidden=not listed,
    )
    return tuple(sorted(chosen))


def _every(store: Store) -> dict[str, str]:
    found = article_search.offered(article_search.catalogue(store), "", LISTED)
    return dict(sorted(found.captions.items()))


def _known(store: Store, version: str, names: list[str]) -> dict[str, str]:
    """The captions of those of ``names`` that the store holds."""
    if not names:
        return {}
    return article_search.captions(shared.read(article_search.catalogue, store, version), names)


@st.fragment
def _search(labels: Labels, store: Store, version: str, total: int) -> None:
    """A line to type in, and under it the articles that it finds; a click on one chooses it."""
    text = st.text_input(
        labels("filter.articles"),
        key=f"{NAME}.search",
        placeholder=labels("filter.search_articles", n=exact(total)),
        type="search",
        live=True,
        max_chars=100,
    ).strip()
    if text:
        catalogue = shared.read(article_search.catalogue, store, version)
        _offer(labels, article_search.offered(catalogue, text, OFFERED))


def _offer(labels: Labels, found: Offered) -> None:
    for article, caption in found.captions.items():
        taken = article in address.wanted(NAME)
        key = f"{NAME}.take.{article}"
        if st.button(html.literal(caption), key=key, type="tertiary", disabled=taken):
            _take(article)
            st.rerun()
    html.write("caption", found_in_words(labels, found))


def found_in_words(labels: Labels, found: Offered) -> str:
    """How many articles were found, and how many of them are offered."""
    said = "none" if not found.total else "all" if found.total == len(found.captions) else "first"
    return labels(f"filter.found_{said}", n=exact(found.total), first=len(found.captions))


def _take(article: str) -> None:
    st.session_state[NAME] = [*address.wanted(NAME), article]
    address.forget_unknown(NAME)
