"""The reader's deck: the slides collected so far, kept in the session; every change can be undone."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st

from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.evidence import AnyExhibit, Evidence
from analysis.exhibits.view import View

UNDOABLE = 50
"""Changes that can be undone."""

_NOW, _FORMER = "deck.now", "deck.former"


def current() -> Deck:
    """The deck as it is now, at first without slides."""
    deck: Deck = st.session_state.get(_NOW, Deck())
    return deck


def change(deck: Deck) -> None:
    """Put ``deck`` in the place of the current one, which can be had back."""
    former = st.session_state.get(_FORMER, [])
    st.session_state[_FORMER] = [*former, current()][-UNDOABLE:]
    st.session_state[_NOW] = deck


def undoable() -> bool:
    """Whether there is a change to undo."""
    return bool(st.session_state.get(_FORMER))


def undo() -> None:
    """Take the last change back."""
    *rest, last = st.session_state[_FORMER]
    st.session_state[_FORMER], st.session_state[_NOW] = rest, last


@st.fragment
def add_button(view: View, exhibit: AnyExhibit, key: str) -> None:
    """The button that takes ``exhibit`` as it is now; it draws nothing anew but itself.

    It says whether the exhibit is in the deck already. ``key`` tells it from others on the page.
    """
    known = any(_same(each, view, exhibit) for each in current().slides)
    label = view.labels("deck.added" if known else "deck.add")
    if st.button(label, key=f"{key}.add", on_click=_take, args=(view, exhibit), type="tertiary"):
        st.toast(view.labels("deck.added_as", n=len(current().slides)))


def _take(view: View, exhibit: AnyExhibit) -> None:
    chosen = view.chosen
    taken = Taken(uuid4().hex, exhibit, chosen.articles, chosen.products, link=_here(exhibit))
    change(current().added(taken))


def _same(taken: Taken, view: View, exhibit: AnyExhibit) -> bool:
    chosen = view.chosen
    return (taken.exhibit, taken.articles, taken.products) == (exhibit, chosen.articles, chosen.products)


def _here(exhibit: AnyExhibit) -> str:
    """The page on which ``exhibit`` stands, with its present query."""
    page = exhibit.behind.page if isinstance(exhibit, Evidence) else exhibit.page
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    return f"{page}?{urlencode(query, doseq=True)}" if query else page
