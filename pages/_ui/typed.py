"""What the reader types, kept in the page's address as every other choice is."""

from __future__ import annotations

import streamlit as st

from pages._ui import address


def typed(name: str, label: str, placeholder: str) -> str:
    """A line to type in, at first empty; returns its text without space around it."""
    st.session_state[name] = _current(name)
    text = st.text_input(label, key=name, placeholder=placeholder, max_chars=100, type="search").strip()
    address.publish(name, [text] if text else [], default=[])
    return text


def _current(name: str) -> str:
    offered = [*st.query_params.get_all(name), str(st.session_state.get(name, ""))]
    return next(iter(address.current(name, offered)), "")
