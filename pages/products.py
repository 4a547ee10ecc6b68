"""Products: how often, where, together with which others and under which names they are named."""

from functools import partial
from typing import get_args

from analysis import findings
from analysis.charts.bars import Measure, mention_bars
from analysis.frames import products
from pages._ui import address, heading
from pages._ui.card import card
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("products.title"), labels("products.question"))

# 1. How often, by article
measure = address.one(
    "measure",
    labels("products.measure"),
    get_args(Measure),
    lambda name: labels(f"products.measure_{name}"),
)
shown = here.leading(8)
counts = shown.read(products.mention_counts)
chart = here.chart(
    "products.mentions",
    findings.most_named(counts, measure),
    counts,
    partial(mention_bars, measure=measure),
    n=len(shown.selection.products),
)
card(here, chart, lambda mark: here.only(*mark).read(products.mention_spans))
