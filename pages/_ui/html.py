"""Text on a page, never read as HTML or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st


def write(style: str, text: str) -> None:
    """``text`` as it is, in a class of the style sheet."""
    st.html(element(style, text))


def element(style: str, text: str, tag: str = "div") -> str:
    """An HTML element of a class of the style sheet that holds ``text`` as it is."""
    return f'<{tag} class="{style}">{escape(text)}</{tag}>'


def link(style: str, text: str, address: str) -> str:
    """A link to another page of the dashboard, followed without loading anew."""
    return f'<a class="inside {style}" href="{escape(address)}">{escape(text)}</a>'


def grid(style: str, cells: Sequence[str]) -> None:
    """Boxes of HTML side by side, as many in a row as there is room for; all text in them is escaped."""
    boxes = "".join(f'<div class="{style}">{cell}</div>' for cell in cells)
    st.html(f'<div class="grid {style}s">{boxes}</div>')


def literal(text: str) -> str:
    """``text`` for a Streamlit element that reads Markdown, shown as it is."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-.!|$:~&" else sign for sign in text)
