import json

import pytest

ARTICLE = "000_f1326fc691a7f788"


def first_chart(app) -> dict:
    charts = [json.loads(each.proto.spec) for each in app.main.get("plotly_chart")]
    return charts[0]


@pytest.mark.parametrize(("language", "title"), [("zh", "产品提及"), ("en", "Products")])
def test_it_opens_as_the_very_first_request(open_page, words, language: str, title: str):
    app = open_page("products", lang=language)
    assert not app.exception
    assert words(app).startswith(title)
    assert app.sidebar.multiselect


def test_the_language_switch_changes_the_words(open_page, words):
    app = open_page("products")
    app.button_group(key="lang").set_value("en").run()
    assert words(app).startswith("Products")
    assert app.query_params["lang"] == "en"


def test_the_measure_switch_changes_the_chart_and_the_address(open_page):
    app = open_page("products")
    before = first_chart(app)
    app.button_group(key="measure").set_value("per_1000").run()
    assert not app.exception
    assert first_chart(app) != before
    assert app.query_params["measure"] == "per_1000"


def test_filters_stay_when_the_page_changes(open_page):
    app = open_page("products")
    app.multiselect(key="articles").set_value([ARTICLE]).run()
    assert app.query_params["articles"] == ARTICLE
    app.switch_page("pages/overview.py").run()
    assert app.multiselect(key="articles").value == [ARTICLE]


def test_a_chosen_product_alone_is_drawn(open_page):
    chart = first_chart(open_page("products", products="钉钉"))
    assert {each["customdata"][0][1] for each in chart["data"]} == {"钉钉"}


def test_products_that_the_chosen_article_does_not_name_are_said_to_be_absent(open_page, words):
    app = open_page("products", articles=ARTICLE, products="Lark")
    assert not app.exception
    assert "没有提到所选产品" in words(app)
