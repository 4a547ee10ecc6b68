import pytest

ARTICLE = "000_f1326fc691a7f788"


@pytest.mark.parametrize(("language", "title"), [("zh", "总览"), ("en", "Overview")])
def test_it_names_every_article_and_what_stands_out(open_page, words, language: str, title: str):
    app = open_page(lang=language)
    assert not app.exception
    said = words(app)
    assert said.startswith(title)
    for article in ("疫情下的流量機遇", "弯道当前", "企业微信3.0", "不要非A即T", "騰訊為什麼要推企業微信"):
        assert article in said
    assert "11亿" in said


def test_an_article_chosen_leaves_the_others_out(open_page, words):
    said = words(open_page(articles=ARTICLE))
    assert "疫情下的流量機遇" in said
    assert "弯道当前" not in said


def test_links_keep_what_is_chosen(open_page):
    app = open_page(lang="en", articles=ARTICLE)
    ways = next(each.proto.body for each in app.main.get("html") if "way-name" in each.proto.body)
    assert f'href="products?lang=en&amp;articles={ARTICLE}"' in ways


@pytest.mark.parametrize("name", ["articles", "products"])
def test_an_unknown_name_is_said_and_left_out(open_page, words, name: str):
    app = open_page(**{name: "没有这个[x](y)"})
    assert not app.exception
    assert "“没有这个[x](y)”" in words(app)
    assert "弯道当前" in words(app)


def test_a_product_without_figures_gets_a_message_instead(open_page, words):
    app = open_page(products="大象")
    assert not app.exception
    assert "没有这类数字" in words(app)
