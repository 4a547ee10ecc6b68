"""The deck as a file: saved, and opened again."""

from __future__ import annotations

import re

import streamlit as st

from analysis.exhibits.deck import LARGEST, Deck, DeckError, read, written
from analysis.exhibits.view import View
from analysis.strings.labels import Labels
from pages._ui import deck, html

NAME = "duidu-deck.json"

_ROUND = "deck.file.round"
"""Counts the files opened: the field that they are chosen in is a new one, and empty, after each."""


def file(view: View) -> None:
    """The menu that saves the deck and opens another in its place."""
    labels, now = view.labels, deck.current()
    with st.popover(labels("deck.file.menu"), key="deck.file"):
        st.download_button(
            labels("deck.file.save", n=len(now.slides)),
            data=written(now),
            file_name=NAME,
            mime="application/json",
            key="deck.save",
            on_click="ignore",
            disabled=now == Deck(),
        )
        key = f"deck.open.{st.session_state.get(_ROUND, 0)}"
        chosen = st.file_uploader(labels("deck.file.open"), key=key)
        if chosen is not None:
            _offer(labels, chosen.getvalue(), len(now.slides))


def _offer(labels: Labels, content: bytes, held: int) -> None:
    """Say what is in a file, and offer to put it in the place of the deck; or say what is wrong with it."""
    try:
        found = read(content)
    except DeckError as error:
        st.error(html.literal(said(error, labels)))
        return
    html.write("note", labels("deck.file.found", n=len(found.slides), held=held))
    st.button(labels("deck.file.replace"), key="deck.replace", on_click=_open, args=(found,), type="primary")


def said(error: DeckError, labels: Labels) -> str:
    """What is wrong with a file, where, and what to do."""
    slide = re.match(r"\$\.slides\[(\d+)\]", error.place)
    if slide:
        return labels("deck.file.damaged_slide", n=int(slide[1]) + 1, place=error.place)
    fault = "not_deck" if error.place == "$" else error.fault
    return labels(f"deck.file.{fault}", place=error.place, size=LARGEST // 1_000_000)


def _open(found: Deck) -> None:
    deck.change(found)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
