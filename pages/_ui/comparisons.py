"""Sentences that compare products: in each the words that compare, whom it favours, and who says so."""

from __future__ import annotations

from functools import partial
from itertools import islice

import streamlit as st
from msgspec.structs import replace

from analysis.charts.numbers import exact
from analysis.exhibits.features import Comparisons, favoured, said_of
from analysis.exhibits.view import View
from analysis.once import once
from pages._ui import address, html
from pages._ui.address import Kept
from pages._ui.deck_add import add_button
from pages._ui.html import element
from pages._ui.quotes import quote

ANY = "any"

SIDES = 5
"""Sides that can be asked for: those favoured most often."""

FIRST = 20
"""Sentences shown before more are asked for."""

LISTS = 64
"""Lists that are kept, for all readers who look at the same."""


@st.fragment
def comparison_list(view: View, exhibit: Comparisons) -> None:
    """The sentences of ``exhibit``, by side, the first twenty and more when asked."""
    labels, sides = view.labels, exhibit.sides(view)
    if not sides:
        html.write("note", labels("features.no_comparisons"))
        return
    counts = {ANY: sum(sides.values()), **dict(islice(sides.items(), SIDES))}
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        side = address.one(
            "side",
            labels("features.side"),
            tuple(counts),
            lambda name: _side(view, name, counts[name]),
        )
        chosen = exhibit if side == ANY else replace(exhibit, side=side)
        add_button(view, chosen, exhibit.key)
    found = chosen.comparisons(view)
    shown = st.session_state.get("comparisons.shown", FIRST)
    if len(found) < counts[side]:
        html.write("caption", labels("features.listed", n=exact(len(found))))
    st.html(_list(view, chosen, shown, address.kept()))
    rest = len(found) - shown
    if rest > 0:
        more = partial(st.session_state.__setitem__, "comparisons.shown", shown + FIRST)
        label = labels("card.more", n=min(rest, FIRST))
        st.button(label, key="comparisons.more", on_click=more, type="tertiary")


@once(LISTS)
def _list(view: View, exhibit: Comparisons, shown: int, kept: Kept) -> str:
    comparisons = exhibit.comparisons(view).head(shown)
    pairs = zip(comparisons.itertuples(), view.quotes(comparisons).itertuples(), strict=True)
    rows = [
        f"<li>{quote(found, view.labels, kept)}{element('from', said_of(row, view), 'p')}</li>"
        for row, found in pairs
    ]
    return f'<ol class="quotes">{"".join(rows)}</ol>'


def _side(view: View, name: str, n: int) -> str:
    side = view.labels("features.side_any") if name == ANY else favoured(name, view)
    return view.labels("features.side_count", side=side, n=exact(n))
