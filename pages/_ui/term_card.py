"""A card whose marks are terms: a click on one opens its concordance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis import findings
from analysis.charts.chart import Chart, footer
from analysis.exhibits.bounds import LISTED
from analysis.exhibits.evidence import Evidence
from analysis.exhibits.exhibit import Mark
from analysis.exhibits.terms import Cloud, Frequent, Own
from analysis.exhibits.view import View
from analysis.frames import terms
from pages._ui import card, html
from pages._ui.charts import chart_of
from pages._ui.concordance import concordance

Draw = Callable[[View, Chart], "Mark | None"]
"""Draws a chart and returns the ids of its chosen mark, the term last; an article may stand before it."""


@st.fragment
def term_card(
    view: View, exhibit: Frequent | Cloud | Own, sort: terms.Side, *, draw: Draw = card.drawn
) -> None:
    """Draw ``exhibit`` as a card; the clicked term's concordance stands under it, ordered by ``sort``."""
    chart = chart_of(view, exhibit)
    with st.container(border=True, key=f"card-{chart.key}"):
        card.heading(view, chart, exhibit)
        if chart.data.empty:
            html.write("note", view.labels("terms.empty"))
            return
        mark = draw(view, chart)
        hint = "" if mark else view.labels("terms.hint")
        caption = html.element("caption", footer(chart.facts, view.labels), "p")
        st.html(caption + html.element("hint", hint, "p"))
        if mark:
            term = mark[-1]
            where = view.only(article=mark[0]) if len(mark) > 1 else view
            lines = where.read_of_articles(terms.term_concordance, term, sort, LISTED)
            found = findings.places(
                view.labels.product(term), *where.read_of_articles(terms.term_places, term)
            )
            concordance(
                view,
                Evidence(exhibit, tuple(mark)),
                lines,
                found,
                key=f"{chart.key}.{mark}",
                close=partial(card.close, chart.key),
            )
