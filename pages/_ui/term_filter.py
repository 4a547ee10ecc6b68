"""The controls that say which terms are counted, kept in the address."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, get_args

import streamlit as st

from analysis.frames.products import named
from analysis.frames.selection import Selection
from analysis.frames.terms import Side, TermFilter, top_terms
from analysis.words import parts_of_speech
from analysis.words.terms import stop_words
from pages._ui import address
from pages._ui.view import View

COUNTS = ("20", "40", "60")
LENGTHS = ("1", "2", "3")
OFFERED = 1000
"""Terms that are offered to be left out: the most frequent ones."""


class Chosen(NamedTuple):
    """The terms to count and the side by which a concordance is ordered; ``said`` is the filter in words."""

    kept: TermFilter
    sort: Side
    said: str


def term_filter(view: View) -> Chosen:
    """The row of controls."""
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
    stopped = _stop_words(view)
    kept = TermFilter(int(n), int(length), parts_of_speech.tags(tuple(groups)), stopped)
    named = labels("list.comma").join(labels(f"pos.{group}") for group in groups) or labels("terms.all_pos")
    said = labels("terms.filter", length=length, pos=named, stop_words=len(stopped))
    return Chosen(kept, sort, said)


def product_names(view: View) -> frozenset[str]:
    """Every product that the articles name."""
    return frozenset(view.read_all(named, tuple(view.articles["article"]))["entity"])


def _stop_words(view: View) -> frozenset[str]:
    """The default list, on or off, with the reader's own changes."""
    labels, listed = view.labels, _default()
    with st.expander(labels("terms.stop_words")):
        first, second, third = st.columns([0.8, 1, 1])
        with first:
            default = address.one(
                "stop", labels("terms.stop_list"), ("on", "off"), lambda name: labels(f"terms.stop_{name}")
            )
        with second:
            added = address.several(
                "without", labels("terms.added"), _offered(view), str, placeholder=labels("terms.none_added")
            )
        with third:
            back = address.several(
                "with", labels("terms.taken_back"), listed, str, placeholder=labels("terms.none_taken_back")
            )
    return frozenset([*(listed if default == "on" else ()), *added]) - frozenset(back)


def _offered(view: View) -> list[str]:
    everywhere = Selection(tuple(view.articles["article"]), ())
    frequent = view.read_all(top_terms, everywhere, TermFilter(OFFERED, stop_words=frozenset(_default())))
    return list(frequent["term"])


@cache
def _default() -> tuple[str, ...]:
    return tuple(sorted(stop_words()))


def _at_least(length: str) -> str:
    return f"{length}+"
