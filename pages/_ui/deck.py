"""The reader's deck in the session: the slides collected so far; every change can be undone."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from analysis.exhibits.deck import Deck

UNDOABLE = 50
"""Changes that can be undone."""

_NOW, _FORMER, _STAMP, _ROUND = "deck.now", "deck.former", "deck.stamp", "deck.round"


def current() -> Deck:
    """The deck as it is now, at first without slides."""
    deck: Deck = st.session_state.get(_NOW, Deck())
    return deck


def change(deck: Deck) -> None:
    """Put ``deck`` in the place of the current one, which can be had back."""
    _remember()
    put(deck)


def typed(deck: Deck) -> None:
    """As ``change``, where a field on the page shows already what is new."""
    _remember()
    _replace(deck)


def put(deck: Deck) -> None:
    """Put ``deck`` in the place of the current one for good."""
    _replace(deck)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def undoable() -> bool:
    """Whether there is a change to undo."""
    return bool(st.session_state.get(_FORMER))


def undo() -> None:
    """Take the last change back."""
    *st.session_state[_FORMER], last = st.session_state[_FORMER]
    put(last)


def stamp() -> str:
    """Another one after every change."""
    return str(st.session_state.get(_STAMP, ""))


def field(*names: str) -> str:
    """The key of a field that shows something of the deck: another one when that changes from elsewhere.

    A field that stayed would send its former value once more, and undo the change.
    """
    return ".".join([*names, str(st.session_state.get(_ROUND, 0))])


def _remember() -> None:
    st.session_state[_FORMER] = [*st.session_state.get(_FORMER, []), current()][-UNDOABLE:]


def _replace(deck: Deck) -> None:
    st.session_state[_NOW] = deck
    st.session_state[_STAMP] = uuid4().hex
