"""Products: how often, where, together with which others and under which names they are named."""

from functools import partial
from typing import get_args

from analysis import findings
from analysis.charts import mentions
from analysis.charts.bars import Measure, mention_bars
from analysis.frames import products
from pages._ui import address, heading
from pages._ui.card import card, one_span
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("products.title"), labels("products.question"))

# 1. Which products: those chosen, else the most named
shown = here.leading(8)
n = len(shown.selection.products)

# 2. How often, by article
measure = address.one(
    "measure",
    labels("products.measure"),
    get_args(Measure),
    lambda name: labels(f"products.measure_{name}"),
)
counts = shown.read(products.mention_counts)
often = here.chart(
    "products.mentions",
    findings.most_named(counts, measure),
    counts,
    partial(mention_bars, measure=measure),
    n=n,
)
card(here, often, lambda mark: here.only(*mark).read(products.mention_spans))

# 3. Where in the articles
places = shown.read(products.dispersion)
where = here.chart("products.dispersion", findings.absent(counts), places, mentions.dispersion, n=n)
card(here, where, one_span)

# 4. Together with which others
pairs = shown.read(products.co_mentions)
together = here.chart("products.pairs", findings.closest_pair(pairs), pairs, mentions.pair_bars, n=n)
card(here, together, lambda mark: here.read(products.co_mention_spans, *mark))

# 5. Under which names
names = shown.read(products.aliases)
called = here.chart("products.aliases", findings.most_names(names), names, mentions.alias_bars, n=n)
spans = shown.read(products.mention_spans).groupby(["entity", "surface"])
card(here, called, lambda mark: spans.get_group(tuple(mark)))
