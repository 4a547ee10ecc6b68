"""The reader's deck in the session: the slides collected so far; every change can be undone."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from analysis.exhibits.deck import Deck

UNDOABLE = 50
"""Changes that can be undone."""

_NOW, _FORMER, _STAMP = "deck.now", "deck.former", "deck.stamp"


def current() -> Deck:
    """The deck as it is now, at first without slides."""
    deck: Deck = st.session_state.get(_NOW, Deck())
    return deck


def change(deck: Deck) -> None:
    """Put ``deck`` in the place of the current one, which can be had back."""
    former = st.session_state.get(_FORMER, [])
    st.session_state[_FORMER] = [*former, current()][-UNDOABLE:]
    put(deck)


def put(deck: Deck) -> None:
    """Put ``deck`` in the place of the current one for good."""
    st.session_state[_NOW] = deck
    st.session_state[_STAMP] = uuid4().hex


def stamp() -> str:
    """Another one after every change."""
    return str(st.session_state.get(_STAMP, ""))


def undoable() -> bool:
    """Whether there is a change to undo."""
    return bool(st.session_state.get(_FORMER))


def undo() -> None:
    """Take the last change back."""
    *st.session_state[_FORMER], last = st.session_state[_FORMER]
    put(last)


def show(key: str, value: str | int) -> None:
    """Have the widget of ``key`` show ``value``; one that does is left alone, it may be being typed in."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
