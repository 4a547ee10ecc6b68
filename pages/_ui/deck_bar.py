"""What holds for the deck as a whole: its title, undoing, and what is wrong with keeping it."""

from __future__ import annotations

from functools import partial

import streamlit as st
from msgspec.structs import replace

from analysis.exhibits.deck import LONGEST_TITLE
from analysis.exhibits.ready_made import ready_made
from analysis.exhibits.view import View
from analysis.strings.labels import Labels
from pages._ui import deck, deck_storage, html
from pages._ui.deck_export import export
from pages._ui.deck_file import file


def bar(view: View) -> None:
    """The title of the deck; beside it undoing, the deck's file and its presentation."""
    labels = view.labels
    st.html(f'<style>:root {{ --choose-file: "{labels("deck.file.choose")}"; }}</style>')
    with st.container(horizontal=True, vertical_alignment="bottom", key="deck-bar"):
        key = deck.field("deck", "title")
        st.text_input(
            labels("deck.name"),
            deck.current().title,
            key=key,
            max_chars=LONGEST_TITLE,
            placeholder=labels("deck.hint.name"),
            on_change=partial(_rename, key),
        )
        st.button(labels("deck.undo"), key="deck.undo", on_click=deck.undo, disabled=not deck.undoable())
        file(view)
        with st.container(width="content"):
            export(view)


def start(view: View) -> None:
    """What to do about a deck without slides; the ready-made one is of what ``view`` shows."""
    html.write("note", view.labels("deck.empty"))
    st.button(view.labels("deck.ready_made"), key="deck.ready_made", on_click=_make_ready, args=(view,))


def faults(labels: Labels) -> None:
    """Say that the browser will not keep the deck, or has kept one that cannot be read."""
    if deck_storage.refused():
        st.warning(html.literal(labels("deck.refused")))
    text = deck_storage.unreadable()
    if text:
        st.warning(html.literal(labels("deck.unreadable")))
        with st.container(horizontal=True):
            st.download_button(
                labels("deck.unreadable_save"),
                data=text,
                file_name="duidu-deck-unreadable.txt",
                key="deck.unreadable_save",
                on_click="ignore",
            )
            drop = deck_storage.forget_unreadable
            st.button(labels("deck.unreadable_drop"), key="deck.unreadable_drop", on_click=drop)


def _rename(key: str) -> None:
    deck.typed(replace(deck.current(), title=st.session_state[key].strip()))


def _make_ready(view: View) -> None:
    deck.change(ready_made(view))
