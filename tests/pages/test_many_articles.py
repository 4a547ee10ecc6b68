"""The pages on a store of sixty articles: what is too much to be seen is bounded, and that is said."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest


@pytest.fixture
def open_many(open_page, many_path, monkeypatch) -> Callable[..., AppTest]:
    """Open a page on them, as ``open_page`` does."""

    def run(name: str = "overview", **query: str | list[str]) -> AppTest:
        monkeypatch.setenv("DUIDU_STORE", str(many_path))
        return open_page(name, **query)

    return run


def cards(app: AppTest) -> int:
    return sum(each.proto.body.count('class="article-card"') for each in app.main.get("html"))


def test_the_overview_shows_the_first_articles_and_more_when_asked_for(open_many, words):
    app = open_many()
    assert not app.exception
    assert "共\u200960\u2009篇" in words(app)
    assert cards(app) == 15
    for shown in (30, 45, 60):
        app.button(key="articles.more").click().run()
        assert cards(app) == shown
    assert not [button for button in app.button if button.key == "articles.more"]


def test_the_articles_can_be_seen_in_another_order(open_many):
    def first(app: AppTest) -> str:
        return next(each.proto.body for each in app.main.get("html") if "article-card" in each.proto.body)

    app = open_many()
    newest = first(app)
    app.button_group(key="first").set_value("figures").run()
    assert app.query_params["first"] == "figures"
    assert first(app) != newest


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("products", "并排画出提到这些产品最多的\u200912\u2009篇，共\u200960\u2009篇"),
        ("terms", "并排画出提到这些产品最多的\u200912\u2009篇，共\u200960\u2009篇"),
        ("metrics", "说法相同的只画一次"),
        ("timeline", "每道每个日期只画一处"),
        ("features", "再看\u200920\u2009句"),
    ],
)
def test_a_page_says_what_it_leaves_out(open_many, words, page: str, said: str):
    app = open_many(page)
    assert not app.exception
    assert said in words(app) + "".join(button.label for button in app.button)


def test_comparisons_are_shown_twenty_at_a_time(open_many):
    def shown(app: AppTest) -> int:
        return sum(each.proto.body.count("<li>") for each in app.main.get("html"))

    app = open_many("features")
    assert shown(app) == 20
    app.button(key="comparisons.more").click().run()
    assert shown(app) == 40


def test_few_articles_chosen_are_all_shown(open_many, words):
    app = open_many("products", articles=["a0001", "a0002"])
    assert "并排" not in words(app)
    assert cards(open_many(articles=["a0001", "a0002"])) == 2
