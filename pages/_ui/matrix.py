"""The feature matrix on the page: a table with a standing head, whose cells open their quotes."""

from __future__ import annotations

from typing import Any, get_args

import streamlit as st

from analysis.charts.chart import footer
from analysis.charts.matrix_bands import Cell, Row, bands_of, cells_of
from analysis.charts.numbers import exact
from analysis.charts.theme import product_colour
from analysis.exhibits.evidence import Evidence
from analysis.exhibits.features import Matrix
from analysis.exhibits.view import View
from analysis.once import once
from analysis.schema import CellStatus
from analysis.strings.labels import Labels
from pages._ui import html
from pages._ui.card import evidence, heading
from pages._ui.charts import chart_of
from pages._ui.component import component

BESIDE = 3
"""As many products leave room for the quotes beside the table; with more they stand below it."""

TABLES = 64
"""Tables that are kept, for all readers who look at the same."""


@st.fragment
def matrix_card(whole: View, exhibit: Matrix) -> None:
    """Draw the card of ``exhibit``; a click on a cell opens its quotes, the oldest first."""
    view, chart = exhibit.shown(whole), chart_of(whole, exhibit)
    with st.container(border=True, key=f"card-{chart.key}"):
        heading(whole, chart, exhibit)
        if chart.data.empty:
            known = bool(view.selection.products)
            html.write("note", view.labels("features.empty" if known else "card.no_products"))
            return
        if len(view.selection.products) <= BESIDE:
            table, quotes = st.columns([1.35, 1], gap="large")
        else:
            table, quotes = st.container(), st.container()
        with table:
            cell = _table(whole, exhibit)
        html.write("caption", footer(chart.facts, view.labels))
        with quotes:
            _quotes(whole, exhibit, cell)


def _table(whole: View, exhibit: Matrix) -> tuple[str, str] | None:
    """The table of the cells that are drawn; returns feature and product chosen."""
    result = component("matrix")(
        key=f"features.table.{hash(exhibit.shown(whole).state)}",
        data=_table_data(whole, exhibit),
        on_cell_change=lambda: None,
    )
    if not result.cell:
        return None
    feature, product = result.cell.split("\t")
    return feature, product


def _quotes(view: View, exhibit: Matrix, cell: tuple[str, str] | None) -> None:
    if cell is None:
        html.write("caption", view.labels("features.hint"))
        return
    html.write("card-title", exhibit.named(view, list(cell)))
    evidence(view, Evidence(exhibit, cell), key="features.{}.{}".format(*cell))


@once(TABLES)
def _table_data(whole: View, exhibit: Matrix) -> dict[str, Any]:
    """What the table shows, as the script takes it: columns, and bands of rows of cells."""
    view, drawn, cells = exhibit.shown(whole), chart_of(whole, exhibit).data, exhibit.cells(whole)
    labels = view.labels
    known = cells[cells["status"] != "not_mentioned"].groupby("product")["feature"].nunique()
    return {
        "feature": labels("features.feature"),
        "statuses": [{"status": each, "name": labels(f"status.{each}")} for each in get_args(CellStatus)],
        "columns": [
            {
                "id": product,
                "name": labels.product(product),
                "colour": product_colour(view.theme, product),
                "total": labels("features.total", n=int(known.get(product, 0))),
            }
            for product in view.selection.products
        ],
        "bands": [
            {
                "name": labels.category(band.category),
                "rows": [_row(row, labels) for row in band.rows],
            }
            for band in bands_of(cells_of(drawn))
        ],
    }


def _row(row: Row, labels: Labels) -> dict[str, Any]:
    return {
        "id": row.feature,
        "name": labels.feature(row.feature),
        "differs": row.differs,
        "cells": [_cell(cell, labels) for cell in row.cells],
    }


def _cell(cell: Cell, labels: Labels) -> dict[str, Any]:
    status = labels(f"status.{cell.status}")
    tip = status if cell.evidence == 0 else labels("features.tip", status=status, n=exact(cell.evidence))
    return {
        "status": cell.status,
        "quotes": exact(cell.evidence) if cell.evidence else "",
        "year": cell.year,
        "tip": tip,
    }
