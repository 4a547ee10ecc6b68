"""The view that a page is drawn from, and the first request after a start."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from analysis.exhibits.view import View


def view() -> View:
    """The view that the frame in ``app.py`` made; the first statement of every page.

    When the first request after the start is for a page and not for ``/``, Streamlit finds the
    folder ``pages`` and runs the page without ``app.py``. Then this turns that mode off, for the
    whole process, and runs the request again.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
    made: View = st.session_state["view"]
    return made
