import pytest

ARTICLE = "002_cf1115554851aa14"


@pytest.mark.parametrize(("language", "title"), [("zh", "原文"), ("en", "Article")])
def test_it_opens_as_the_very_first_request(open_page, words, language: str, title: str):
    app = open_page("article", lang=language)
    assert not app.exception
    assert words(app).startswith(title)


def test_an_article_of_the_address_is_shown(open_page, words):
    app = open_page("article", article=ARTICLE)
    assert app.selectbox(key="article").value == ARTICLE
    assert "Tech星球" in words(app)


def test_an_unknown_article_is_named(open_page, words):
    app = open_page("article", article="nowhere")
    assert not app.exception
    assert "nowhere" in words(app)


@pytest.mark.parametrize("at", ["x", "-1", "99999999", "²"])
def test_a_place_that_is_none_does_no_harm(open_page, at: str):
    assert not open_page("article", article=ARTICLE, at=at).exception


def test_each_kind_of_mark_can_be_switched_off(open_page):
    app = open_page("article", article=ARTICLE)
    app.button_group(key="layers").set_value(["mention"]).run()
    assert app.query_params["layers"] == "mention"
    app.button_group(key="layers").set_value([]).run()
    assert app.query_params["layers"] == "none"
    assert not app.exception


def test_what_was_removed_is_said_by_reason(open_page, words):
    assert "网页标记" in words(open_page("article", article=ARTICLE))


def test_an_article_without_noise_is_said_to_be_whole(open_page, words):
    assert "没有需要清理的段落" in words(open_page("article", article="004_32bbe40714cade24"))
