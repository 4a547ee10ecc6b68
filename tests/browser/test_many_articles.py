"""A store of sixty articles in the browser: articles are looked for, and the first are shown."""

import re

from playwright.sync_api import expect

FIRST = "a0003"


def test_an_article_is_looked_for_and_chosen_with_a_click(visit, serve, settled, many_path):
    page = visit("/", server=serve(many_path, None))
    expect(page.locator(".article-card")).to_have_count(15)
    page.get_by_placeholder("输入查找").first.fill(FIRST)
    offer = page.locator(".st-key-article-search .stButton button")
    expect(offer).to_have_count(1)
    offer.click()
    expect(page).to_have_url(re.compile(f"articles={FIRST}"))
    settled(page)
    expect(offer).to_be_disabled()
    expect(page.locator(".article-card")).to_have_count(1)
    expect(page.locator(".st-key-articles span[role=group]")).to_contain_text(FIRST)
    page.goto(page.url)
    settled(page)
    expect(page.locator(".article-card")).to_have_count(1)


def test_more_articles_are_shown_when_asked_for(visit, serve, settled, many_path):
    page = visit("/overview", server=serve(many_path, None), lang="en")
    expect(page).to_have_url(re.compile(r"/\?lang=en$"))
    page.get_by_role("button", name="Show 15 more").click()
    settled(page)
    expect(page.locator(".article-card")).to_have_count(30)
