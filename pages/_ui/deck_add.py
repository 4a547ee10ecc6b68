"""The button in a card's corner that takes its chart into the deck."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st

from analysis.exhibits.deck import Taken
from analysis.exhibits.evidence import AnyExhibit, Evidence
from analysis.exhibits.view import View, everything
from pages._ui import deck, deck_storage
from pages._ui.deck_preview import begin

FRAGMENT = "deck.add"


def add_button(view: View, exhibit: AnyExhibit, key: str) -> None:
    """The button that takes ``exhibit`` as it is now, and says how often it is in the deck already.

    A click draws these buttons anew and nothing else. ``key`` tells it from others on the page.
    """
    with st.container(width="content"):
        _button(view, exhibit, key)


@st.fragment(key=FRAGMENT)
def _button(view: View, exhibit: AnyExhibit, key: str) -> None:
    known = sum(_same(each, view, exhibit) for each in deck.current().slides)
    label = view.labels("deck.added", n=known) if known else view.labels("deck.add")
    st.button(label, key=f"{key}.add", on_click=_take, args=(view, exhibit), type="tertiary")


def _take(view: View, exhibit: AnyExhibit) -> None:
    chosen = view.chosen
    taken = Taken(uuid4().hex, exhibit, chosen.articles or (), chosen.products, link=_here(exhibit))
    deck.change(deck.current().added(taken))
    begin(everything(view.labels, view.theme, view.store), taken)
    st.rerun([FRAGMENT, deck_storage.FRAGMENT])


def _same(taken: Taken, view: View, exhibit: AnyExhibit) -> bool:
    chosen = view.chosen
    return (taken.exhibit, taken.articles, taken.products) == (exhibit, chosen.articles, chosen.products)


def _here(exhibit: AnyExhibit) -> str:
    """The page on which ``exhibit`` stands, with its present query."""
    page = exhibit.behind.page if isinstance(exhibit, Evidence) else exhibit.page
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    return f"{page}?{urlencode(query, doseq=True)}" if query else page
