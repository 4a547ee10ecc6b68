"""Claims as a table: the figure, what it measures, as of when, how it is meant, and its sentence."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.charts import claim_words
from analysis.charts.claim_words import WRITTEN_WITH_UNIT, Claim, text, unit_name
from analysis.exhibits.metrics import Rivals
from analysis.exhibits.view import View
from analysis.frames.claim_filter import NOBODY, UNDATED, ClaimChoices, ClaimFilter
from analysis.frames.metrics import Order, Part, page
from analysis.once import once
from analysis.strings.labels import Labels, spaced
from pages._ui import address
from pages._ui.address import Kept
from pages._ui.html import element
from pages._ui.quotes import quote
from pages._ui.style_sheet import style_sheet

FIRST = 20
"""Rows shown before more are asked for."""

TABLES = 64
"""Tables that are kept, for all readers who look at the same."""

COLUMNS = ("number", "about", "as_of", "modality", "sentence")


def claim_filter(view: View, offered: ClaimChoices) -> ClaimFilter:
    """The row of filters over what is ``offered``."""
    labels = view.labels
    captions = {
        "subjects": lambda name: labels("metrics.nobody") if name == NOBODY else labels.product(name),
        "kinds": lambda name: labels(f"metrics.kind.{name}"),
        "units": lambda name: unit_name(name, labels),
        "years": lambda name: labels("metrics.undated") if name == UNDATED else name,
    }
    chosen = {}
    for column, (name, caption) in zip(st.columns(len(captions)), captions.items(), strict=True):
        with column:
            options = getattr(offered, name)
            offer = f"metrics.all_{name}" if options else "metrics.nothing_to_choose"
            placeholder = labels(offer, n=len(options))
            label = labels(f"metrics.{name}")
            chosen[name] = tuple(address.several(name, label, options, caption, placeholder=placeholder))
    return ClaimFilter(**chosen)


class Listed(NamedTuple):
    """The claims that a filter keeps, in an order; with ``others`` also those about no product."""

    others: bool
    kept: ClaimFilter
    order: Order

    def first(self, view: View, n: int) -> pd.DataFrame:
        """The first ``n`` of them: rows of ``frames.metrics.page``."""
        found: pd.DataFrame = view.read(page, self.others, self.kept, Part(self.order, n))
        return found


class Compared(NamedTuple):
    """The claims that ``rivals`` draws."""

    rivals: Rivals

    def first(self, view: View, n: int) -> pd.DataFrame:
        """The first ``n`` of them."""
        return self.rivals.rivals(view).rows.head(n)


@st.fragment
def folded_table(view: View, claims: Compared, total: int, name: str) -> None:
    """The table of ``total`` claims in an expander named by the text ``name``, drawn when that is opened."""
    with st.expander(view.labels(name), key=f"{name}.open", on_change="rerun") as folded:
        if folded.open:
            claim_table(view, claims, total, name)


def claim_table(view: View, claims: Listed | Compared, total: int, key: str) -> None:
    """A table of ``total`` claims: twenty, and more when asked."""
    style_sheet("claims")
    labels = view.labels
    shown = st.session_state.get(f"{key}.shown", FIRST)
    st.html(_table(view, claims, shown, address.kept()))
    rest = total - shown
    if rest > 0:
        more = partial(st.session_state.__setitem__, f"{key}.shown", shown + FIRST)
        label = labels("metrics.more", n=min(rest, FIRST))
        st.button(label, key=f"{key}.more", on_click=more, type="tertiary")


@once(TABLES)
def _table(view: View, claims: Listed | Compared, shown: int, kept: Kept) -> str:
    labels, drawn = view.labels, claims.first(view, shown)
    head = "".join(element(name, labels(f"metrics.column.{name}"), "th") for name in COLUMNS)
    pairs = zip(drawn.itertuples(), _sentences(view, drawn, kept), strict=True)
    rows = "".join(f"<tr>{_row(claim, sentence, labels)}</tr>" for claim, sentence in pairs)
    return f'<table class="claims"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _sentences(view: View, claims: pd.DataFrame, kept: Kept) -> list[str]:
    found = view.quotes(claims)
    places = zip(found["article"], found["start"], found["end"], strict=True)
    quoted = dict(zip(places, (quote(row, view.labels, kept) for row in found.itertuples()), strict=True))
    return [quoted[place] for place in zip(claims["article"], claims["start"], claims["end"], strict=True)]


def _row(claim: Claim, sentence: str, labels: Labels) -> str:
    as_of = spaced(claim_words.when(claim, labels)) or labels("metrics.undated")
    cells = {
        "number": element("figure", claim_words.number(claim, labels), "span") + _unit(claim, labels),
        "about": escape(_about(claim, labels)),
        "as_of": escape(as_of),
        "modality": escape(labels(f"metrics.modality.{claim.modality}")),
        "sentence": sentence,
    }
    return "".join(f'<td class="{name} {claim.modality}">{cells[name]}</td>' for name in COLUMNS)


def _unit(claim: Claim, labels: Labels) -> str:
    """The unit under its number, where the number is not written with it; and what it is counted per."""
    unit = text(claim.unit)
    if unit and unit not in WRITTEN_WITH_UNIT:
        return element("unit", unit_name(unit, labels), "span")
    if isinstance(claim.period, str):
        return element("unit", labels(f"metrics.period.{claim.period}"), "span")
    return ""


def _about(claim: Claim, labels: Labels) -> str:
    subject, via = text(claim.subject), text(claim.via)
    kind = labels(f"metrics.kind.{claim.kind}")
    about = labels(f"kind.{claim.kind}", product=labels.product(subject)) if subject else kind
    return labels("metrics.via", about=about, via=labels.product(via)) if via else about
