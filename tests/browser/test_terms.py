"""The terms page: a click on a word of the cloud, or on a bar, opens where it stands."""

from playwright.sync_api import Page, expect


def test_a_word_of_the_cloud_opens_where_it_stands(visit):
    page: Page = visit("/terms")
    card = page.locator(".st-key-card-terms-cloud")
    word = card.locator(".word_cloud text").nth(2)
    term = word.get_attribute("data-word")
    assert term
    word.click()
    expect(card.locator(".concordance .keyword").first).to_contain_text(term)


def test_a_bar_opens_where_its_term_stands(visit):
    page: Page = visit("/terms")
    card = page.locator(".st-key-card-terms-frequent")
    card.locator(".barlayer .point path").first.click(force=True)
    expect(card.locator(".concordance .keyword").first).to_be_visible()
