"""Sentences that compare products: in each the words that compare, whom it favours, and who says so."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.frames.quotes import quotes
from analysis.labels import Labels
from pages._ui import address, html
from pages._ui.html import element
from pages._ui.quotes import quote
from pages._ui.view import View

NEITHER = "neither"
ANY = "any"


@st.fragment
def comparison_list(view: View, comparisons: pd.DataFrame) -> None:
    """The sentences of ``comparisons`` (the columns of ``frames.matrix.comparisons``), by side."""
    labels = view.labels
    if comparisons.empty:
        html.write("note", labels("features.no_comparisons"))
        return
    sides = comparisons["favours"].fillna(NEITHER)
    counts = sides.value_counts()
    side = address.one(
        "side",
        labels("features.side"),
        (ANY, *counts.index),
        lambda name: _side(name, len(comparisons) if name == ANY else int(counts[name]), labels),
    )
    shown = comparisons if side == ANY else comparisons[sides == side]
    st.html(_list(view, shown.drop_duplicates(["article", "start", "end"])))


def _list(view: View, comparisons: pd.DataFrame) -> str:
    kept = address.kept()
    pairs = zip(comparisons.itertuples(), quotes(view.store, comparisons).itertuples(), strict=True)
    rows = [f"<li>{quote(found, view.labels, kept)}{_notes(row, view.labels)}</li>" for row, found in pairs]
    return f'<ol class="quotes">{"".join(rows)}</ol>'


def _notes(row: Any, labels: Labels) -> str:
    """What is known of a comparison besides its words."""
    notes: list[str] = [_favoured(row.favours, labels)]
    for name in ("aspect", "holder"):
        value = getattr(row, name)
        if isinstance(value, str):
            notes.append(labels(f"features.{name}", **{name: value}))
    return element("from", " · ".join(notes), "p")


def _side(name: str, n: int, labels: Labels) -> str:
    side = labels("features.side_any") if name == ANY else _favoured(name, labels)
    return labels("features.side_count", side=side, n=n)


def _favoured(name: object, labels: Labels) -> str:
    if not isinstance(name, str) or name == NEITHER:
        return labels("features.neither")
    return labels("features.favours", product=labels.product(name))
