"""Products: how often, where, together with which others and under which names they are named."""

from typing import get_args

from analysis.charts.bars import Measure
from analysis.exhibits.products import Aliases, Dispersion, Mentions, Pairs
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
card(here, Mentions(measure))

# 2. Where in the articles
card(here, Dispersion())

# 3. Together with which others
card(here, Pairs())

# 4. Under which names
card(here, Aliases())
