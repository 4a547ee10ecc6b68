"""The entry: the server, the register of pages, and the frame around every page."""

import streamlit as st
from starlette.middleware import Middleware

from pages._ui.preload import Preload
from pages._ui.warm_up import warm_up

START, *OTHERS = ("overview", "terms", "products", "metrics", "timeline", "features", "article", "deck")
# Every page by the name of its file, in the order of the menu.

app = st.App(__file__, lifespan=warm_up, middleware=[Middleware(Preload)])


def dashboard() -> None:
    """One run for one reader. What it imports is loaded while the first reader's browser loads."""
    from pages._ui import browser, deck_storage, downloads, frame, memory

    # 1. The reader's language and theme
    with st.sidebar.container(key="switches", horizontal=True):
        labels = frame.language()
        theme = frame.theme(labels)
    frame.style(labels)

    # 2. The menu, and what only the browser can do
    pages = {
        START: st.Page(f"pages/{START}.py", title=labels(f"page.{START}"), url_path="", default=True),
        **{name: st.Page(f"pages/{name}.py", title=labels(f"page.{name}")) for name in OTHERS},
    }
    stranger = frame.unknown_page(pages)
    elsewhere = st.Page(lambda: None, title=START, url_path=stranger or START, visibility="hidden")
    page = st.navigation([*pages.values(), elsewhere])
    if page is elsewhere:  # whoever asks for the start by its name, or for no page, is led to "/"
        kept = {name: st.query_params.get_all(name) for name in st.query_params}
        st.switch_page(pages[START], query_params=kept | ({"page": stranger} if stranger else {}))
    st.set_page_config(page_title=labels("tab", page=page.title), page_icon="📖", layout="wide")
    browser.connect(labels.language, theme, pages)
    deck_storage.keep()

    # 3. The store, and the filters that say what of it is shown
    store = frame.store(labels)
    with frame.faults_said(labels), st.sidebar:
        st.session_state["view"] = frame.filters(labels, theme, store)

    # 4. The page, one reader's after the other
    frame.say_unknown(labels)
    downloads.begin()
    with frame.TURN, frame.faults_said(labels):
        page.run()
        if page is not pages["deck"]:
            downloads.page_downloads(st.session_state["view"], page.url_path)
    memory.settle()


if __name__ == "__main__":
    dashboard()
