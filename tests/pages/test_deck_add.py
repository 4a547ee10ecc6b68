"""The buttons that add to the deck."""

import pytest

from analysis.exhibits.concordance import Concordance
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.products import Mentions
from analysis.exhibits.timeline import EventList
from tests.pages.deck_page import FIRST, held


def test_a_chart_is_taken_with_the_filters_it_has(open_page):
    app = open_page("products", measure="per_1000", products=["钉钉"], articles=[FIRST])
    app.button(key="products-mentions.add").click().run()
    assert not app.exception
    [taken] = held(app).slides
    assert (taken.exhibit, taken.articles, taken.products) == (Mentions("per_1000"), (FIRST,), ("钉钉",))
    page, _, query = taken.link.partition("?")
    assert page == "products"
    assert {"measure=per_1000", f"articles={FIRST}"} <= set(query.split("&"))


def test_the_button_says_how_often_its_chart_is_in_the_deck(open_page):
    app = open_page("products")
    labels = []
    for _ in range(2):
        labels.append(app.button(key="products-mentions.add").label)
        app.button(key="products-mentions.add").click().run()
    labels.append(app.button(key="products-mentions.add").label)
    assert labels == ["加入幻灯片", "已加入（1）", "已加入（2）"]
    assert app.button(key="products-pairs.add").label == "加入幻灯片"
    app.run().multiselect(key="products").set_value(["钉钉"]).run()
    assert app.button(key="products-mentions.add").label == "加入幻灯片"


@pytest.mark.parametrize(
    ("page", "query", "key", "exhibit"),
    [
        ("features", {"rows": "differing"}, "features-matrix.add", Matrix(rows="differing")),
        ("features", {}, "features.comparisons.add", Comparisons()),
        ("timeline", {"basis": "stated"}, "timeline.list.add", EventList("stated")),
        ("terms", {"q": "流量"}, "typed.流量.add", Concordance("流量")),
    ],
)
def test_tables_and_lists_of_quotes_can_be_taken(open_page, page, query, key, exhibit):
    app = open_page(page, **query)
    app.button(key=key).click().run()
    assert not app.exception
    assert [taken.exhibit for taken in held(app).slides] == [exhibit]


@pytest.mark.parametrize("page", ["overview", "terms", "products", "metrics", "timeline", "features"])
def test_every_chart_has_the_button(open_page, page):
    app = open_page(page)
    tables = {"features": 1}
    charts = len(app.main.get("plotly_chart")) + tables.get(page, 0)
    assert sum(str(button.key).endswith(".add") for button in app.main.button) >= charts > 0
