"""The slides of the deck, one under the other: how each will look, its words, and its place."""

from __future__ import annotations

from functools import partial

import streamlit as st
from msgspec.structs import replace

from analysis.exhibits.deck import LONGEST_NOTE, LONGEST_TAKEAWAY, LONGEST_TITLE, Taken
from analysis.exhibits.view import View
from pages._ui import deck, html
from pages._ui.deck_preview import begin, preview

AT_ONCE = 20
"""Slides shown on one page."""

PAGE = "deck.page"


def slides(whole: View) -> None:
    """The slides of the deck, twenty at a time."""
    every = deck.current().slides
    pages = -(-len(every) // AT_ONCE)
    page = min(st.session_state.get(PAGE, 1), pages)
    first = (page - 1) * AT_ONCE
    shown = every[first : first + AT_ONCE]
    for taken in shown:
        begin(whole, taken)
    for place, taken in enumerate(shown, first + 1):
        _slide(whole, taken, place, len(every))
    if pages > 1:
        st.session_state[PAGE] = page
        st.pagination(pages, key=PAGE)


def _slide(whole: View, taken: Taken, place: int, last: int) -> None:
    with st.container(border=True, key=f"card-slide-{taken.id}"):
        _say_missing(whole, taken)
        with st.container(horizontal=True, gap="large"):
            with st.container(key=f"preview-{taken.id}"):
                own_title = preview(whole, taken)
                if taken.link:
                    st.html(html.link("back", whole.labels("deck.back"), taken.link))
            with st.container(key=f"words-{taken.id}", gap="small"):
                _controls(whole, taken, place, last)
                _words(whole, taken, own_title)


def _say_missing(whole: View, taken: Taken) -> None:
    missing = taken.missing(whole)
    if missing:
        names = whole.labels("list.comma").join(missing)
        st.warning(html.literal(whole.labels("deck.missing", names=names)))


def _controls(whole: View, taken: Taken, place: int, last: int) -> None:
    """The slide's number, which can be changed, and what else can be done with it."""
    labels, key = whole.labels, deck.field(taken.id, "place")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        put_at = partial(_put_at, taken.id, place, key)
        st.number_input(labels("deck.place"), 1, last, place, key=key, width=110, on_change=put_at)
        for name, by in (("up", -1), ("down", 1)):
            st.button(
                labels(f"deck.{name}"),
                key=f"{taken.id}.{name}",
                on_click=partial(_move, taken.id, by),
                disabled=not 1 <= place + by <= last,
                type="tertiary",
            )
        remove = partial(_remove, taken.id)
        st.button(labels("deck.remove"), key=f"{taken.id}.remove", on_click=remove, type="tertiary")


def _words(whole: View, taken: Taken, own_title: str) -> None:
    labels = whole.labels
    for name, longest, placeholder in (
        ("title", LONGEST_TITLE, own_title),
        ("takeaway", LONGEST_TAKEAWAY, labels("deck.hint.takeaway")),
    ):
        key = deck.field(taken.id, name)
        st.text_input(
            labels(f"deck.word.{name}"),
            getattr(taken, name),
            key=key,
            max_chars=longest,
            placeholder=placeholder,
            on_change=partial(_write, taken.id, name, key),
        )
    key = deck.field(taken.id, "note")
    st.text_area(
        labels("deck.word.note"),
        taken.note,
        key=key,
        max_chars=LONGEST_NOTE,
        height=80,
        placeholder=labels("deck.hint.note"),
        on_change=partial(_write, taken.id, "note", key),
    )


def _write(which: str, name: str, key: str) -> None:
    text = st.session_state[key].strip()
    now = deck.current()
    for taken in now.slides:
        if taken.id == which:
            deck.typed(now.changed(replace(taken, **{name: text})))


def _put_at(which: str, place: int, key: str) -> None:
    _move(which, st.session_state[key] - place)


def _move(which: str, by: int) -> None:
    deck.change(deck.current().moved(which, by))


def _remove(which: str) -> None:
    deck.change(deck.current().removed(which))
