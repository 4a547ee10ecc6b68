"""The deck kept in the reader's browser: for the next visit, and in step with other tabs."""

from __future__ import annotations

import msgspec
import streamlit as st
from msgspec import Struct

from analysis.exhibits.deck import Deck, DeckError, read, written
from pages._ui import deck
from pages._ui.component import component

FRAGMENT = "deck.storage"

_KEY, _HEARD, _UNREADABLE, _REFUSED = "deck_storage", "deck.heard", "deck.unreadable", "deck.refused"


class _Kept(Struct):
    """What the browser holds: a deck, and the text of a former one that could not be read."""

    deck: msgspec.Raw
    unreadable: str = ""


@st.fragment(key=FRAGMENT)
def keep() -> None:
    """Have the browser keep the deck; the first time it is asked for what it has kept.

    What it tells changes the deck, and the whole page is drawn again.
    """
    now = deck.current()
    kept = _Kept(msgspec.Raw(written(now)), unreadable())
    component("deck_storage")(
        key=_KEY,
        data={
            "heard": st.session_state.get(_HEARD, False),
            "stamp": deck.stamp(),
            "text": msgspec.json.encode(kept).decode("utf-8"),
            "count": str(len(now.slides) or ""),
        },
        height=1,
        on_kept_change=_take_over,
        on_refused_change=_note_refusal,
    )


def unreadable() -> str:
    """The text of a deck that the browser had kept and that could not be read; empty for none."""
    return str(st.session_state.get(_UNREADABLE, ""))


def forget_unreadable() -> None:
    """Give that text up."""
    st.session_state[_UNREADABLE] = ""
    deck.put(deck.current())


def refused() -> bool:
    """Whether the browser would not keep the deck."""
    return bool(st.session_state.get(_REFUSED))


def _take_over() -> None:
    """Put what the browser keeps in the place of the deck; what was added before it first answered stays.

    Where the page that asked has been left before all of it was drawn, the next one asks again.
    """
    told = st.session_state.get(_KEY)
    if told is None:
        return
    kept, now = _kept(told["kept"]["text"]), deck.current()
    if not st.session_state.get(_HEARD):
        st.session_state[_HEARD] = True
        deck.put(kept.joined(now))
    elif kept != now:
        deck.change(kept)
    if deck.current() != now or unreadable():
        st.rerun()


def _kept(text: str) -> Deck:
    """The deck of a text that the browser kept; one that cannot be read is set aside."""
    if not text:
        return Deck()
    try:
        kept = msgspec.json.decode(text, type=_Kept)
        found = read(bytes(kept.deck))
    except (msgspec.DecodeError, DeckError):
        st.session_state[_UNREADABLE] = text
        return Deck()
    st.session_state[_UNREADABLE] = kept.unreadable
    return found


def _note_refusal() -> None:
    st.session_state[_REFUSED] = True
