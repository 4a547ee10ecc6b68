"""The style sheet of one part of a page, kept beside the code that draws it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st


def style_sheet(name: str) -> None:
    """Put ``<name>.css`` of this folder on the page."""
    st.html(f"<style>{_sheet(name)}</style>")


@cache
def _sheet(name: str) -> str:
    return Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
