"""Figures: which are given, of whom, as of when, and whether they agree."""

from typing import get_args

import streamlit as st

from analysis.exhibits.metrics import Figures, KindCounts, Rivals
from analysis.frames import claim_filter as frames
from pages._ui import address, heading, html
from pages._ui.card import card
from pages._ui.claims import claim_filter, claim_table
from pages._ui.view import view

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
card(here, Figures(kept))

# 3. The same thing, said more than once
card(here, Rivals(kept))
rivals = here.read(frames.rivals, kept)
if len(rivals):
    with st.expander(labels("metrics.rivals_table")):
        claim_table(here, rivals, "metrics.rivals")

# 4. Of which kind
card(here, KindCounts(kept))

# 5. All of them
heading.section(labels("metrics.table"), labels("metrics.table_counted", n=len(claims)))
order = address.one(
    "order", labels("metrics.order"), get_args(frames.Order), lambda name: labels(f"metrics.order_{name}")
)
claim_table(here, frames.ordered(claims, order), "metrics.table")
