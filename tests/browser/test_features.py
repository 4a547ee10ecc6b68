"""The feature matrix: a click on a cell opens its quotes."""

import re

from playwright.sync_api import Page, expect


def test_a_cell_opens_as_many_quotes_as_it_counts(visit):
    page: Page = visit("/features")
    cell = page.locator(".matrix button").filter(has_text=re.compile("[2-9]")).first
    counted = re.search(r"\d+", cell.locator(".quotes").inner_text())
    assert counted
    cell.click()
    card = page.locator(".st-key-card-features-matrix")
    expect(card.locator(".evidence-title")).to_contain_text(counted.group())
    expect(card.locator(".quotes .sentence mark").first).to_be_visible()


def test_the_form_of_a_mark_says_its_status(visit):
    page: Page = visit("/features")
    drawn = {
        status: page.locator(f".legend .{status} svg").first.inner_html()
        for status in ("has", "lacks", "planned", "contested", "not_mentioned")
    }
    assert len(set(drawn.values())) == len(drawn)


def test_only_differing_features_are_fewer(visit):
    page: Page = visit("/features")
    rows = page.locator(".matrix tbody tr:not(.band)")
    expect(rows.first).to_be_visible()
    before = rows.count()
    page.locator(".st-key-rows").get_by_role("radio").nth(1).click()
    expect(rows).not_to_have_count(before)
    assert 0 < rows.count() < before
