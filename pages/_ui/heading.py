"""Headings: of a page, with the question it answers, and of its sections."""

from __future__ import annotations

import streamlit as st

from analysis.charts.numbers import exact
from analysis.exhibits.bounds import LISTED
from analysis.strings.labels import Labels
from pages._ui.html import element


def page(title: str, question: str) -> None:
    """The page's ``title`` and, under it, its ``question``."""
    st.html(element("page-title", title, "h1") + element("page-question", question, "p"))


def section(title: str, counted: str = "") -> None:
    """A section's ``title`` and, where there is something to say of it, what is ``counted``."""
    st.html(element("section-title", title, "h2") + (element("counted", counted, "p") if counted else ""))


def listed(labels: Labels, key: str, total: int, **facts: object) -> str:
    """What is counted over a list of ``total`` rows, and how many of them the list has where not all."""
    said = labels(key, n=exact(total), **facts)
    if total <= LISTED:
        return said
    return labels("list.semicolon").join([said, labels("bounded.listed", n=exact(LISTED))])
