"""A card: a chart with what it says, what it counts, what it rests on, its downloads and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from analysis.charts.chart import Chart, footer
from analysis.charts.numbers import exact
from analysis.exhibits.bounds import LISTED
from analysis.exhibits.evidence import AnyExhibit, Clickable, Evidence
from analysis.exhibits.exhibit import Mark
from analysis.exhibits.view import View
from pages._ui import address, html
from pages._ui.charts import chart_of, drawing_of
from pages._ui.deck_add import add_button
from pages._ui.downloads import downloads
from pages._ui.quotes import quote_list

FIRST = 12
"""Quotes shown before more are asked for."""

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
"""Plotly without its own buttons and hints, which are in English."""


@st.fragment
def card(view: View, exhibit: Clickable) -> None:
    """Draw ``exhibit`` as a card; a click on a mark opens the sentences behind it.

    A click draws this card anew and nothing else of the page.
    """
    chart = chart_of(view, exhibit)
    with st.container(border=True, key=f"card-{chart.key}"):
        heading(view, chart, exhibit)
        if chart.data.empty:
            html.write("note", view.labels("card.empty" if view.selection.products else "card.no_products"))
            return
        mark = drawn(view, chart)
        hint = "" if mark else view.labels("card.hint")
        st.html(
            html.element("caption", footer(chart.facts, view.labels), "p") + html.element("hint", hint, "p")
        )
        if mark:
            behind = Evidence(exhibit, tuple(mark))
            evidence(view, behind, key=f"{chart.key}.{mark}", close=partial(close, chart.key))


def heading(view: View, chart: Chart, exhibit: AnyExhibit) -> None:
    """Title and counted line; in the corner the way into the deck, and the downloads.

    A chart of nothing has its title alone.
    """
    with st.container(horizontal=True, vertical_alignment="top", wrap=False):
        title = html.element("card-title", chart.title, "h3")
        if chart.data.empty:
            st.html(title)
            return
        st.html(title + html.element("counted", chart.counted, "p"))
        add_button(view, exhibit, chart.key)
        downloads(view, chart)


def evidence(view: View, exhibit: Evidence, key: str, close: Callable[[], None] | None = None) -> None:
    """The sentences behind a mark, the first dozen and more when asked.

    ``close`` is called by the button that closes the panel; without it there is none.
    """
    spans = exhibit.behind.spans(view, list(exhibit.mark))
    shown = st.session_state.get(f"{key}.shown", FIRST)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        said = "card.evidence_first" if len(spans) == LISTED else "card.evidence"
        html.write("evidence-title", view.labels(said, n=exact(len(spans))))
        add_button(view, exhibit, key)
        if close:
            st.button(view.labels("card.close"), key=f"{key}.close", on_click=close, type="tertiary")
    st.html(quote_list(view.quotes(spans.head(shown)), view.labels, address.kept()))
    rest = len(spans) - shown
    if rest > 0:
        more = partial(st.session_state.__setitem__, f"{key}.shown", shown + FIRST)
        st.button(
            view.labels("card.more", n=min(rest, FIRST)), key=f"{key}.more", on_click=more, type="tertiary"
        )


def drawn(view: View, chart: Chart) -> Mark | None:
    """The figure; returns the ids of the mark that is selected in it.

    Its key changes with all that it depends on, so that a click on a former figure selects nothing
    here, and with every closing of the evidence, which undoes the selection.
    """
    closed = st.session_state.get(f"{chart.key}.closed", 0)
    shown = st.plotly_chart(
        drawing_of(chart, view.theme),
        theme=None,
        key=f"{chart.key}.{hash((view.state, chart.title, closed))}",
        on_select="rerun",
        selection_mode="points",
        config=QUIET,
        alt=chart.title,
    )
    return _first_mark(shown.selection.points)


def close(key: str) -> None:
    """Close the evidence of the chart of ``key``: its selection is undone."""
    st.session_state[f"{key}.closed"] = st.session_state.get(f"{key}.closed", 0) + 1


def _first_mark(points: Sequence[dict[str, Any]]) -> Mark | None:
    ids = (point.get("customdata") for point in points)
    return next(
        (list(mark) if isinstance(mark, list | tuple) else [mark] for mark in ids if mark is not None), None
    )
