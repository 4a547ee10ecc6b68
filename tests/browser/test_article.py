"""The article page: a quote leads to its sentence, marked in the whole text."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.storage.store import Store

EARLY, LATE = 3, -3


def is_in_view(target: Locator) -> bool:
    return target.evaluate(
        "each => each.getBoundingClientRect().top >= 0 && each.getBoundingClientRect().bottom <= innerHeight"
    )


@pytest.mark.parametrize("place", [EARLY, LATE])
def test_an_address_lands_on_its_sentence(visit, store: Store, place: int):
    sentences = store.query(
        "SELECT article, start, text[start + 1 : sentences.end] AS written "
        "FROM sentences JOIN texts USING (article) "
        "WHERE article = (SELECT max(article) FROM articles) ORDER BY start"
    )
    sentence = sentences.iloc[place]
    page: Page = visit("/article", article=sentence["article"], at=str(sentence["start"]))
    target = page.locator(".reader .target")
    expect(target.first).to_be_visible()
    assert "".join(target.all_inner_texts()) == sentence["written"]
    assert is_in_view(target.first)


def test_a_quote_leads_to_its_place_in_the_article(visit, settled):
    page: Page = visit("/products")
    card = page.locator(".st-key-card-products-mentions")
    card.locator(".barlayer .point path").first.click(force=True)
    quote = card.locator(".quotes .sentence").nth(5)
    quoted = quote.locator("mark").inner_text()
    quote.locator("a").click()
    expect(page).to_have_url(re.compile(r"/article\?.*at=\d+"))
    settled(page)
    target = page.locator(".reader .target").first
    expect(target).to_be_visible()
    assert quoted in "".join(page.locator(".reader .target").all_inner_texts())
    assert is_in_view(target)


def test_what_was_removed_can_be_hidden(visit):
    page: Page = visit("/article", article="001_bc087907f68ce644")
    removed = page.locator(".reader .removed")
    expect(removed.first).to_be_attached()
    page.locator(".st-key-removed").get_by_role("radio").nth(1).click()
    expect(removed).to_have_count(0)
