"""Figures as claims in words: how large, what of, of whom, as of when, and the sentence that says so."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.claim_words import Claim, number, when
from analysis.exhibits.overview import Headlines
from analysis.exhibits.view import View
from analysis.frames.metrics import headlines
from analysis.frames.quotes import quotes
from analysis.frames.selection import Selection
from analysis.once import once
from analysis.storage.store import Store
from pages._ui import address, heading, html
from pages._ui.address import Kept
from pages._ui.deck_add import add_button
from pages._ui.html import element
from pages._ui.quotes import quote

SHOWN = 6
"""Claims shown."""

CARDS = 64
"""Sets of cards that are kept, for all readers who look at the same."""


@st.fragment
def figure_section(view: View) -> None:
    """The most telling claims as cards, each with its sentence."""
    labels, exhibit = view.labels, Headlines(SHOWN)
    claims, _ = view.read(_headline, SHOWN)
    with st.container(horizontal=True, vertical_alignment="bottom", wrap=False):
        heading.section(labels("overview.figures"), labels("overview.figures_counted"))
        if len(claims):
            add_button(view, exhibit, exhibit.key)
    if claims.empty:
        html.write("note", labels("overview.no_figures"))
    html.grid("figure-card", _cards(view, address.kept()))


@once(CARDS)
def _cards(view: View, kept: Kept) -> list[str]:
    claims, sentences = view.read(_headline, SHOWN)
    rows = zip(claims.itertuples(), sentences.itertuples(), strict=True)
    return [_card(view, claim, sentence, kept) for claim, sentence in rows]


def _card(view: View, claim: Claim, sentence: Any, kept: Kept) -> str:
    labels = view.labels
    about = labels(f"kind.{claim.kind}", product=labels.product(str(claim.subject)))
    as_of = when(claim, labels) or labels("claim.undated")
    return (
        element("figure-number", number(claim, labels), "p")
        + element("figure-about", f"{about} · {as_of}", "p")
        + quote(sentence, labels, kept)
    )


def _headline(store: Store, selection: Selection, n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    claims = headlines(store, selection, n)
    return claims, quotes(store, claims)
