"""Dated events as a list in order of time, each with the products it names and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.dates import format_date
from analysis.charts.theme import product_colour
from analysis.exhibits.timeline import EventList
from analysis.exhibits.view import View
from analysis.once import once
from analysis.strings.labels import spaced
from pages._ui import address, html
from pages._ui.address import Kept
from pages._ui.deck_add import add_button
from pages._ui.downloads import list_downloads
from pages._ui.html import element
from pages._ui.quotes import quote
from pages._ui.style_sheet import style_sheet

FIRST = 20
"""Events shown before more are asked for."""

LISTS = 64
"""Lists that are kept, for all readers who look at the same."""


@st.fragment
def event_list(view: View, exhibit: EventList) -> None:
    """The events of ``exhibit``, the first twenty and more when asked."""
    style_sheet("events")
    labels, events = view.labels, exhibit.events(view)
    if events.empty:
        html.write("note", labels("timeline.empty"))
        return
    with st.container(horizontal=True, horizontal_alignment="right"):
        add_button(view, exhibit, exhibit.key)
        list_downloads(view, exhibit, partial(exhibit.table, view), exhibit.key)
    shown = st.session_state.get("events.shown", FIRST)
    st.html(_listed(view, exhibit, shown, address.kept()))
    rest = len(events) - shown
    if rest > 0:
        more = partial(st.session_state.__setitem__, "events.shown", shown + FIRST)
        st.button(
            labels("timeline.more", n=min(rest, FIRST)), key="events.more", on_click=more, type="tertiary"
        )


@once(LISTS)
def _listed(view: View, exhibit: EventList, shown: int, kept: Kept) -> str:
    events = exhibit.events(view).head(shown)
    return f'<ol class="events">{"".join(_items(view, events, kept))}</ol>'


def _items(view: View, events: pd.DataFrame, kept: Kept) -> Iterator[str]:
    for event, found in zip(events.itertuples(), view.quotes(events).itertuples(), strict=True):
        said = _products(view, event) + quote(found, view.labels, kept)
        yield f"<li>{_when(view, event)}<div>{said}</div></li>"


def _when(view: View, event: Any) -> str:
    labels = view.labels
    written = format_date(event.iso, labels.language) if isinstance(event.iso, str) else None
    date = spaced(written) if written else labels("timeline.undated")
    basis = "inferred" if event.inferred else "stated"
    mark = f'<span class="mark {basis}" aria-hidden="true"></span>'
    said = element("basis", labels(f"timeline.{basis}"), "p")
    return f'<div class="when"><p class="date">{mark}{escape(date)}</p>{said}</div>'


def _products(view: View, event: Any) -> str:
    names = [
        f'<span class="product" style="border-color: {product_colour(view.theme, product)}">'
        f"{escape(view.labels.product(product))}</span>"
        for product in event.products
    ]
    return f'<p class="products">{"".join(names)}</p>' if names else ""
