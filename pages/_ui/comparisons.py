"""Sentences that compare products: in each the words that compare, whom it favours, and who says so."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from msgspec.structs import replace

from analysis.exhibits.features import Comparisons, favoured, said_of
from analysis.exhibits.view import View
from pages._ui import address, html
from pages._ui.deck_add import add_button
from pages._ui.html import element
from pages._ui.quotes import quote

ANY = "any"


@st.fragment
def comparison_list(view: View, exhibit: Comparisons) -> None:
    """The sentences of ``exhibit``, by side."""
    labels, comparisons = view.labels, exhibit.comparisons(view)
    if comparisons.empty:
        html.write("note", labels("features.no_comparisons"))
        return
    counts = exhibit.sides(view)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        side = address.one(
            "side",
            labels("features.side"),
            (ANY, *counts),
            lambda name: _side(view, name, len(comparisons) if name == ANY else counts[name]),
        )
        chosen = exhibit if side == ANY else replace(exhibit, side=side)
        add_button(view, chosen, exhibit.key)
    st.html(_list(view, chosen.comparisons(view)))


def _list(view: View, comparisons: pd.DataFrame) -> str:
    kept = address.kept()
    pairs = zip(comparisons.itertuples(), view.quotes(comparisons).itertuples(), strict=True)
    rows = [
        f"<li>{quote(found, view.labels, kept)}{element('from', said_of(row, view), 'p')}</li>"
        for row, found in pairs
    ]
    return f'<ol class="quotes">{"".join(rows)}</ol>'


def _side(view: View, name: str, n: int) -> str:
    side = view.labels("features.side_any") if name == ANY else favoured(name, view)
    return view.labels("features.side_count", side=side, n=n)
