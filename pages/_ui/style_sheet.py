"""The style sheet of one part of a page, kept beside the code that draws it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st


def style_sheet(name: str) -> None:
    """Put ``<name>.css`` of this folder on the page."""
    sheet = Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
    st.html(f"<style>{sheet}</style>")
