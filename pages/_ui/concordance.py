"""A concordance: one line a place, the keyword in the middle, its context on either side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.numbers import exact
from analysis.exhibits.concordance import Concordance
from analysis.exhibits.evidence import Evidence
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import terms
from pages._ui import address, html
from pages._ui.address import Kept
from pages._ui.deck_add import add_button
from pages._ui.downloads import list_downloads
from pages._ui.html import element
from pages._ui.quotes import article_link
from pages._ui.style_sheet import style_sheet
from pages._ui.typed import typed

FIRST = 100
"""Lines shown before more are asked for."""


@st.fragment
def search_card(view: View, sort: terms.Side) -> None:
    """A card with a line to type in, and the concordance of what was typed, ordered by ``sort``."""
    labels = view.labels
    with st.container(border=True, key="card-concordance"):
        title = element("card-title", labels("terms.search_title"), "h3")
        st.html(title + element("counted", labels("terms.search_counted"), "p"))
        text = typed("q", labels("terms.search"), labels("terms.search_placeholder"))
        if text:
            exhibit = Concordance(text, sort)
            concordance(view, exhibit, exhibit.lines(view), exhibit.places(view), key=f"typed.{text}")


def concordance(
    view: View,
    exhibit: Concordance | Evidence,
    lines: pd.DataFrame,
    found: Finding,
    *,
    key: str,
    close: Callable[[], None] | None = None,
) -> None:
    """The ``lines`` [article, title, start, end, left, keyword, right], a hundred at first.

    Over them stands what was ``found``. Each keyword leads to its place in the article. ``exhibit`` is what
    they are in a deck. ``key`` tells this concordance from others on the page; ``close`` is called by the
    button that closes it, without it there is none.
    """
    style_sheet("concordance")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        html.write("evidence-title", _title(view, found, len(lines)))
        if len(lines):
            add_button(view, exhibit, key)
            list_downloads(view, exhibit, lambda: lines, key)
        if close:
            st.button(view.labels("card.close"), key=f"{key}.close", on_click=close, type="tertiary")
    if lines.empty:
        html.write("note", view.labels("terms.search_again"))
        return
    shown = st.session_state.get(f"{key}.shown", FIRST)
    kept = address.kept()
    rows = "".join(_line(row, kept) for row in lines.head(shown).itertuples())
    st.html(f'<div class="concordance"><table><tbody>{rows}</tbody></table></div>')
    rest = len(lines) - shown
    if rest > 0:
        more = partial(st.session_state.__setitem__, f"{key}.shown", shown + FIRST)
        label = view.labels("terms.more_lines", n=min(rest, FIRST))
        st.button(label, key=f"{key}.more", on_click=more, type="tertiary")


def _title(view: View, found: Finding, lines: int) -> str:
    """How often it was found, and how many of the places are listed where not all."""
    said, labels = view.say(worded(found, view.labels)), view.labels
    if lines >= found.facts.get("n", 0):
        return said
    return labels("list.semicolon").join([said, labels("bounded.listed", n=exact(lines))])


def _line(row: Any, kept: Kept) -> str:
    link = html.link("keyword", row.keyword, article_link(row.article, row.start, kept))
    return (
        f'<tr><td class="left"><div><span>{escape(row.left)}</span></div></td>'
        f"<td>{link}</td>"
        f'<td class="right"><div><span>{escape(row.right)}</span></div></td>'
        f'<td class="source" title="{escape(row.title)}"><div>{escape(row.title)}</div></td></tr>'
    )
