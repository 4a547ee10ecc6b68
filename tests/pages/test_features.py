import pytest

from analysis.storage.build import build
from analysis.words import features

ARTICLE = "004_32bbe40714cade24"


@pytest.mark.parametrize(("language", "title"), [("zh", "功能对照"), ("en", "Features")])
def test_it_opens_as_the_very_first_request(open_page, words, language: str, title: str):
    app = open_page("features", lang=language)
    assert not app.exception
    assert words(app).startswith(title)


def test_the_title_counts_the_features_of_both(open_page, words):
    said = words(open_page("features", lang="en"))
    assert "WeCom has quotes for" in said
    assert "DingTalk" in said


def test_a_filter_that_leaves_nothing_says_what_to_do(open_page, words):
    app = open_page("features", articles=ARTICLE, categories="hardware")
    assert not app.exception
    assert "没有符合条件的功能" in words(app)


def test_no_article_compares_them(open_page, words):
    app = open_page("features", products="石墨文档")
    assert not app.exception
    assert "没有比较这些产品的句子" in words(app)


@pytest.mark.parametrize("rows", ["all", "differing"])
def test_the_rows_switch(open_page, rows: str):
    app = open_page("features", rows=rows)
    assert not app.exception
    assert app.button_group(key="rows").value == rows


def test_products_can_be_added_as_columns(open_page, words):
    app = open_page("features", columns="飞书", lang="en")
    assert not app.exception
    assert app.multiselect(key="columns").value == ["飞书"]
    assert "3 products" in words(app)


def test_the_side_switch_keeps_only_sentences_of_that_side(open_page, words):
    app = open_page("features", lang="en", side="企业微信")
    assert not app.exception
    comparing = words(app).split("Sentences that compare them")[1]
    assert "Favours WeCom" in comparing
    assert "Favours DingTalk" not in comparing


def test_every_category_can_be_chosen(open_page):
    options = open_page("features").multiselect(key="categories").options
    assert len(options) == len(features.categories())


def test_other_products_are_compared_where_the_articles_are_about_others(
    open_page, words, tmp_path, monkeypatch
):
    articles = tmp_path / "articles"
    articles.mkdir()
    text = "Slack支持视频会议。Zoom支持视频会议，也支持文件共享。\n"
    (articles / "others.txt").write_text(text, encoding="utf-8")
    build([articles], tmp_path / "store")
    page = open_page("features", lang="en")
    monkeypatch.setenv("DUIDU_STORE", str(tmp_path / "store"))
    said = words(page.run())
    assert not page.exception
    assert "Zoom" in said
    assert "Slack" in said


@pytest.mark.parametrize("name", ["features", "products"])
def test_where_no_product_is_known_it_is_said_where_to_add_some(
    open_page, words, tmp_path, monkeypatch, name: str
):
    (tmp_path / "tea.txt").write_text("白茶与铁观音，谁更值得存？白茶更耐存放。", encoding="utf-8")
    build([tmp_path / "tea.txt"], tmp_path / "store")
    page = open_page(name)
    monkeypatch.setenv("DUIDU_STORE", str(tmp_path / "store"))
    assert "analysis/lexicons/products.tsv" in words(page.run())
