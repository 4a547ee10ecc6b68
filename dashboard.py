"""The dashboard: the register of pages, and the frame around each."""

import streamlit as st

from pages._ui import browser, deck_storage, downloads, frame, memory

PAGES = ("overview", "terms", "products", "metrics", "timeline", "features", "article", "deck")
# Every page by the name of its file, in the order of the menu; the first is the start.

# 1. The reader's language and theme
with st.sidebar.container(key="switches", horizontal=True):
    labels = frame.language()
    theme = frame.theme(labels)
frame.style(labels)

# 2. The menu, and what only the browser can do
START, *OTHERS = PAGES
pages = {
    START: st.Page(f"pages/{START}.py", title=labels(f"page.{START}"), url_path="", default=True),
    **{name: st.Page(f"pages/{name}.py", title=labels(f"page.{name}")) for name in OTHERS},
}
stranger = frame.unknown_page(pages)
elsewhere = st.Page(lambda: None, title=START, url_path=stranger or START, visibility="hidden")
page = st.navigation([*pages.values(), elsewhere])
if (
    page is elsewhere
):  # the start is at "/", and whoever asks for it by its name, or for no page, is led there
    kept = {name: st.query_params.get_all(name) for name in st.query_params}
    st.switch_page(pages[START], query_params=kept | ({"page": stranger} if stranger else {}))
st.set_page_config(page_title=labels("tab", page=page.title), page_icon="📖", layout="wide")
browser.connect(labels.language, theme, pages)
deck_storage.keep()

# 3. The store, and the filters that say what of it is shown
store = frame.store(labels)
with frame.faults_said(labels), st.sidebar:
    st.session_state["view"] = frame.filters(labels, theme, store)

# 4. The page
frame.say_unknown(labels)
downloads.begin()
with frame.faults_said(labels):
    page.run()
    if page is not pages["deck"]:
        downloads.page_downloads(st.session_state["view"], page.url_path)
memory.settle()
