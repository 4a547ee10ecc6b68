"""What only the browser can do: change Streamlit's theme, and follow a link without loading anew."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from pages._ui.component import component


def connect(language: str, theme: str, pages: Mapping[str, StreamlitPage]) -> None:
    """Tell the browser the language, have it show ``theme`` (light or dark), and follow links in place.

    Streamlit keeps the theme in the browser, for each page path, and reads it when it loads; so the
    page is loaded anew, once, where it shows another one. A link of the class ``inside``
    (``article?article=a&at=12``) keeps the session that it is clicked in.
    """
    paths = [page.url_path for page in pages.values()]
    result = component("browser")(
        key="browser",
        data={"language": language, "theme": theme, "paths": paths},
        height=1,
        on_follow_change=lambda: None,
    )
    if result.follow:
        name, query = split(result.follow)
        st.switch_page(pages[name], query_params=query)


def split(link: str) -> tuple[str, dict[str, list[str]]]:
    """A link inside the application as page and query: ``"a?x=1"`` is ``("a", {"x": ["1"]})``."""
    parts = urlsplit(link)
    return parts.path, parse_qs(parts.query)
