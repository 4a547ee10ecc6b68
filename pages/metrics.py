"""Figures: which are given, of whom, as of when, and whether they agree."""

from typing import get_args

import streamlit as st

from analysis.exhibits.bounds import LISTED
from analysis.exhibits.metrics import Figures, KindCounts, Rivals
from analysis.frames import claim_filter as claims
from analysis.frames.metrics import Order
from pages._ui import address, heading, html
from pages._ui.card import card
from pages._ui.claims import Compared, Listed, claim_filter, claim_table, folded_table
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("metrics.title"), labels("metrics.question"))

# 1. Which figures
others = not here.chosen.products
kept = claim_filter(here, here.read(claims.choices, others))
total = KindCounts(kept).total(here)
if not total:
    html.write("note", labels("metrics.empty"))
    st.stop()

# 2. How large
card(here, Figures(kept))

# 3. The same thing, said more than once
card(here, Rivals(kept))
rivals = Rivals(kept).rivals(here).rows
if len(rivals):
    folded_table(here, Compared(Rivals(kept)), len(rivals), "metrics.rivals_table")

# 4. Of which kind
card(here, KindCounts(kept))

# 5. All of them
heading.section(labels("metrics.table"), heading.listed(labels, "metrics.table_counted", total))
order = address.one(
    "order", labels("metrics.order"), get_args(Order), lambda name: labels(f"metrics.order_{name}")
)
claim_table(here, Listed(others, kept, order), min(total, LISTED), "metrics.list")
