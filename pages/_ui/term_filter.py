"""The controls that say which terms are counted, kept in the address."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from analysis.exhibits.terms import TermChoice, default_stop_words
from analysis.exhibits.view import View
from analysis.frames.selection import Selection
from analysis.frames.terms import Side, TermFilter, top_terms
from analysis.storage.store import Store
from analysis.words import parts_of_speech
from pages._ui import address

COUNTS = ("20", "40", "60")
LENGTHS = ("1", "2", "3")
OFFERED = 1000
"""Terms that are offered to be left out: the most frequent ones."""


def term_filter(view: View) -> tuple[TermChoice, Side]:
    """The row of controls; returns the terms to count, and the side by which a concordance is ordered."""
    labels = view.labels
    first, second, third, fourth = st.columns([1, 1, 1.5, 1.15])
    with first:
        n = address.one("n", labels("terms.n"), COUNTS, str)
    with second:
        length = address.one("length", labels("terms.length"), LENGTHS, _at_least, default="2")
    with third:
        groups = address.several(
            "pos",
            labels("terms.pos"),
            parts_of_speech.GROUPS,
            lambda group: labels(f"pos.{group}"),
            placeholder=labels("terms.all_pos"),
        )
    with fourth:
        sort: Side = address.one(
            "sort", labels("terms.sort"), get_args(Side), lambda side: labels(f"terms.sort_{side}")
        )
    listed, added, taken_back = _stop_words(view)
    choice = TermChoice(
        n=int(n),
        length=int(length),
        groups=tuple(groups),
        stop_list=listed,
        added=tuple(added),
        taken_back=tuple(taken_back),
    )
    return choice, sort


def _stop_words(view: View) -> tuple[bool, list[str], list[str]]:
    """Whether the default list is used, and the reader's own changes to it."""
    labels = view.labels
    with st.expander(labels("terms.stop_words")):
        first, second, third = st.columns([0.8, 1, 1])
        with first:
            used = address.one(
                "stop", labels("terms.stop_list"), ("on", "off"), lambda name: labels(f"terms.stop_{name}")
            )
        with second:
            offered = view.read_all(_offered)
            added = address.several(
                "without", labels("terms.added"), offered, str, placeholder=labels("terms.none_added")
            )
        with third:
            taken_back = address.several(
                "with",
                labels("terms.taken_back"),
                default_stop_words(),
                str,
                placeholder=labels("terms.none_taken_back"),
            )
    return used == "on", added, taken_back


def _offered(store: Store) -> tuple[str, ...]:
    kept = TermFilter(OFFERED, stop_words=frozenset(default_stop_words()))
    return tuple(top_terms(store, Selection(None, ()), kept)["term"])


def _at_least(length: str) -> str:
    return f"{length}+"
