"""Parts of a page that are drawn by a script of ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_HERE = Path(__file__).parent


@cache
def component(name: str) -> ComponentRenderer:
    """What ``<name>.js`` of this folder draws, in the style of ``<name>.css`` where there is one.

    The script finds an empty ``div`` of the class ``name`` to draw into.
    """
    style = _HERE / f"{name}.css"
    return st.components.v2.component(
        f"duidu.{name}",
        html=f'<div class="{name}"></div>',
        css=style.read_text(encoding="utf-8") if style.exists() else None,
        js=(_HERE / f"{name}.js").read_text(encoding="utf-8"),
    )
