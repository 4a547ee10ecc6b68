"""Choosing articles where there are too many for a list."""

import pytest
from streamlit.testing.v1 import AppTest

MANY = 60
FIRST, SECOND = "a0003", "a0044"


def page() -> None:
    import os

    import streamlit as st

    from analysis.charts.theme import LIGHT
    from analysis.exhibits.view import everything
    from analysis.storage.store import Store
    from pages._ui.article_choice import article_choice
    from pages._ui.article_filter import article_filter
    from pages._ui.strings import labels_in

    store = Store(os.environ["DUIDU_STORE"])
    view = everything(labels_in("zh"), LIGHT, store)
    with st.sidebar:
        chosen = article_filter(view.labels, store, view.version, 60)
    st.text(list(chosen))
    st.text(article_choice(view))


@pytest.fixture
def opened(many_path, monkeypatch):
    """The filter and the choice on a store of many articles: ``opened(articles=[...])``."""
    monkeypatch.setenv("DUIDU_STORE", str(many_path))

    def run(**query: list[str]) -> AppTest:
        app = AppTest.from_function(page, default_timeout=30)
        for name, values in query.items():
            app.query_params[name] = values
        return app.run()

    return run


def search(app: AppTest, text: str) -> AppTest:
    return app.text_input(key="articles.search").set_value(text).run()


def offered(app: AppTest) -> list[str]:
    return [button.key for button in app.button]


def test_nothing_is_listed_before_something_is_typed(opened):
    app = opened()
    assert not app.exception
    assert not app.multiselect
    assert not app.button
    assert app.text_input(key="articles.search").placeholder.startswith("全部")


def test_what_is_typed_is_looked_for_and_a_click_chooses(opened):
    app = search(opened(), "釘釘")
    assert len(app.button) == 8
    app = search(app, FIRST)
    assert offered(app) == [f"articles.take.{FIRST}"]
    app = app.button(key=f"articles.take.{FIRST}").click().run()
    assert app.text[0].value == str([FIRST])
    assert app.query_params["articles"] == FIRST
    app = search(app, SECOND).button(key=f"articles.take.{SECOND}").click().run()
    assert app.query_params["articles"] == [FIRST, SECOND]
    assert app.multiselect(key="articles").value == [FIRST, SECOND]


def test_a_chosen_article_is_let_go(opened):
    app = opened(articles=[FIRST, SECOND])
    app.multiselect(key="articles").set_value([SECOND]).run()
    assert app.query_params["articles"] == SECOND
    app.multiselect(key="articles").set_value([]).run()
    assert app.text[0].value == "[]"
    assert "articles" not in app.query_params


def test_an_unknown_name_in_the_address_is_left_out(opened):
    app = opened(articles=["nowhere", FIRST])
    assert not app.exception
    assert app.text[0].value == str([FIRST])
    assert app.query_params["articles"] == FIRST


def test_the_article_to_read_is_looked_for_too(opened):
    app = opened(article=[SECOND])
    assert app.text[1].value == SECOND
    app = app.text_input(key="article.search").set_value("a001").run()
    assert app.text[1].value == SECOND
    app = app.selectbox(key="article").set_value("a0012").run()
    assert app.query_params["article"] == "a0012"
