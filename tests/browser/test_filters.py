"""The frame around every page: filters, language, theme, and the address that keeps them."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.charts.theme import DARK, LIGHT, Theme

ONE_ARTICLE = "000_f1326fc691a7f788"


def heading(page: Page) -> Locator:
    return page.locator("h1").first


def expect_theme(page: Page, theme: Theme) -> None:
    red, green, blue = bytes.fromhex(theme.background.removeprefix("#"))
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, key: str, position: int) -> str:
    """Choose an option of a filter; returns what it says."""
    page.locator(f".st-key-{key}").get_by_role("combobox").click()
    option = page.get_by_role("option").nth(position)
    words = option.inner_text()
    option.click()
    page.keyboard.press("Escape")
    return words


def test_an_article_chosen_changes_what_is_counted_and_the_address(visit, settled):
    page = visit("/products")
    caption = page.locator("[class*=st-key-card-] .caption").first
    expect(caption).to_contain_text("5 篇文章")
    choose(page, "articles", 0)
    expect(caption).to_contain_text("1 篇文章")
    expect(page).to_have_url(re.compile(f"articles={ONE_ARTICLE}"))


def test_a_filter_stays_on_the_next_page(visit, settled):
    page = visit("/products", articles=ONE_ARTICLE)
    page.get_by_test_id("stSidebarNav").get_by_role("link").first.click()
    expect(heading(page)).to_have_text("总览")
    settled(page)
    assert parameters(page)["articles"] == [ONE_ARTICLE]
    expect(page.locator(".st-key-articles")).to_contain_text("疫情下的流量機遇")


def test_a_chosen_product_alone_is_drawn(visit):
    page = visit("/products", products="钉钉")
    names = page.locator(".st-key-card-products-mentions [class*=yaxislayer] text")
    expect(names).to_have_text(["钉钉"])


def test_an_address_restores_filters_language_and_theme(visit):
    page = visit("/products", lang="en", theme="dark", articles=ONE_ARTICLE, products=["钉钉", "企业微信"])
    expect(heading(page)).to_have_text("Products")
    expect(page.locator("[class*=st-key-card-] .caption").first).to_contain_text("1 article")
    expect(page.locator(".st-key-products")).to_contain_text("DingTalk")
    expect_theme(page, DARK)


def test_the_language_changes_and_stays(visit, settled):
    page = visit("/products")
    page.get_by_role("radio", name="English").click()
    expect(heading(page)).to_have_text("Products")
    assert parameters(page)["lang"] == ["en"]
    page.reload()
    settled(page)
    expect(heading(page)).to_have_text("Products")
    page.get_by_role("radio", name="中文").click()
    expect(heading(page)).to_have_text("产品提及")
    expect(page).not_to_have_url(re.compile("lang="))


def test_the_theme_changes_and_stays(visit, settled):
    page = visit("/products")
    expect_theme(page, LIGHT)
    page.get_by_role("radio", name="深色").click()
    expect_theme(page, DARK)
    page.get_by_test_id("stSidebarNav").get_by_role("link").first.click()
    expect(heading(page)).to_have_text("总览")
    expect_theme(page, DARK)


@pytest.mark.parametrize(
    ("query", "named"),
    [({"articles": "no_such_article"}, "no_such_article"), ({"products": "没有这个"}, "没有这个")],
)
def test_an_unknown_name_in_the_address_is_named_and_left_out(visit, query: dict[str, str], named: str):
    page = visit("/products", **query)
    expect(page.get_by_test_id("stMain")).to_contain_text(named)
    expect(page.locator("[class*=st-key-card-] .caption").first).to_contain_text("5 篇文章")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_deep_link_as_the_first_request_shows_the_whole_frame(serve, store_path, seeds, visit):
    page = visit("/terms", server=serve(store_path, seeds), lang="en", articles=ONE_ARTICLE)
    expect(heading(page)).to_have_text("Terms")
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(8)
    expect(page.locator(".st-key-articles")).to_contain_text("疫情下的流量機遇")
