"""Features: which product has which, according to which sentences; and the sentences that compare them."""

from typing import get_args

import streamlit as st

from analysis.exhibits.features import Comparisons, Matrix, Rows, compared
from analysis.frames import matrix
from analysis.schema import CellStatus
from analysis.words import features
from pages._ui import address, heading
from pages._ui.comparisons import comparison_list
from pages._ui.matrix import matrix_card
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("features.title"), labels("features.question"))

# 1. Which products, and which of their features
more = [name for name in here.read(matrix.ascribed)["product"] if name not in compared(here)]
categories = [each.id for each in features.categories()]
first, second, third, fourth = st.columns([1, 1, 1, 1.35])
with first:
    added = address.several(
        "columns",
        labels("features.add_columns"),
        more,
        labels.product,
        placeholder=labels("features.add_placeholder" if more else "features.nothing_to_add", n=len(more)),
    )
with second:
    chosen_categories = address.several(
        "categories",
        labels("features.categories"),
        categories,
        labels.category,
        placeholder=labels("features.all_categories", n=len(categories)),
    )
with third:
    statuses = address.several(
        "statuses",
        labels("features.statuses"),
        get_args(CellStatus),
        lambda name: labels(f"status.{name}"),
        placeholder=labels("features.all_statuses"),
    )
with fourth:
    rows = address.one(
        "rows", labels("features.rows"), get_args(Rows), lambda name: labels(f"features.rows_{name}")
    )

# 2. The matrix
columns = tuple(added)
matrix_card(here, Matrix(columns, tuple(chosen_categories), tuple(statuses), rows))

# 3. The sentences that compare them
heading.section(labels("features.comparisons"), labels("features.comparisons_counted"))
comparison_list(here, Comparisons(columns))
