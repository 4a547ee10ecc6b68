"""What an article says is shown as it was written: never run, never read as HTML, Markdown or mathematics."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.storage.build import build

TITLE = "<b>钉钉</b>与$y$*企业微信*:rocket:谁更好"
WRITTEN = "$x$和**粗体**与:smile:还有[链接](javascript:alert(3))"
SENTENCE = f"钉钉<script>alert(1)</script><img src=x onerror=alert(2)>比企业微信多{WRITTEN}。"
ARTICLE = f"{TITLE}\n\n{SENTENCE}\n\n企业微信在2020年3月有6000万用户，钉钉支持日程，企业微信不支持日程。\n"


@pytest.fixture
def untrusted(tmp_path: Path, serve) -> str:
    """Address of a server whose one article is full of what must not be run."""
    source = tmp_path / "articles"
    source.mkdir()
    (source / "untrusted.txt").write_text(ARTICLE, encoding="utf-8")
    build([source], tmp_path / "store")
    return serve(tmp_path / "store", source)


def test_an_article_is_shown_as_it_was_written(visit, untrusted: str):
    page: Page = visit("/article", server=untrusted)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    expect(page.locator(".reader")).to_contain_text(WRITTEN)
    expect(
        page.locator(".reader script, .reader img, .reader strong, .reader .katex, .reader a")
    ).to_have_count(0)
    assert dialogs == []


def test_its_title_and_sentences_are_shown_as_written_elsewhere(visit, untrusted: str):
    page: Page = visit("/products", server=untrusted)
    card = page.locator(".st-key-card-products-mentions")
    expect(card).to_contain_text("$y$*企业微信*:rocket:谁更好")
    card.locator(".barlayer .point path").first.click(force=True)
    expect(card.locator(".quotes")).to_contain_text("$y$*企业微信*:rocket:谁更好")
    page.locator(".st-key-articles").get_by_role("combobox").click()
    expect(page.get_by_role("option").first).to_contain_text("$y$*企业微信*:rocket:谁更好")
