"""Figures: which are given, of whom, as of when, and whether they agree."""

from typing import get_args

import streamlit as st

from analysis import findings
from analysis.charts.claims import claim_dots, kind_counts
from analysis.charts.rivals import rival_claims
from analysis.frames import claim_filter as frames
from pages._ui import address, heading, html
from pages._ui.card import card, one_span
from pages._ui.claims import claim_filter, claim_table
from pages._ui.view import view
from pages._ui.wording import worded

here = view()
labels = here.labels
heading.page(labels("metrics.title"), labels("metrics.question"))

# 1. Which figures
everything = here.read(frames.every_claim, not here.chosen.products)
kept = claim_filter(here, everything)
claims = frames.narrowed(everything, kept)
if claims.empty:
    html.write("note", labels("metrics.empty"))
    st.stop()

# 2. How large
telling = frames.telling(claims, kept)
chart = here.chart("metrics.figures", worded(findings.largest_claims(telling), labels), telling, claim_dots)
card(here, chart, one_span)

# 3. The same thing, said more than once
rivals = here.read(frames.rivals, kept)
chart = here.chart("metrics.rivals", worded(findings.rival_figures(rivals), labels), rivals, rival_claims)
card(here, chart, one_span)
if len(rivals):
    with st.expander(labels("metrics.rivals_table")):
        claim_table(here, rivals, "metrics.rivals")

# 4. Of which kind
chart = here.chart("metrics.kind_counts", worded(findings.most_kinds(claims), labels), claims, kind_counts)
card(here, chart, lambda mark: claims[claims["kind"] == mark[0]])

# 5. All of them
heading.section(labels("metrics.table"), labels("metrics.table_counted", n=len(claims)))
order = address.one(
    "order", labels("metrics.order"), get_args(frames.Order), lambda name: labels(f"metrics.order_{name}")
)
claim_table(here, frames.ordered(claims, order), "metrics.table")
