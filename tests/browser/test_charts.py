"""Charts: every mark leads to its sentences, and every chart can be taken away."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from analysis.charts import fonts
from analysis.charts.chart import TITLE_SIZE
from analysis.frames.products import mention_counts
from analysis.frames.selection import Selection
from analysis.reading.script import fold
from analysis.storage.store import Store

CARD = ".st-key-card-products-mentions"
PNG_SIZE = (1920, 1080)
NO_GLYPH = "\U0010fffd"


@pytest.fixture
def card(visit) -> Locator:
    return visit("/products").locator(CARD)


def downloaded(card: Locator, kind: str) -> bytes:
    """What the button for a kind of file in the card's corner gives."""
    page: Page = card.page
    card.locator("[class*=-downloads] button").first.click()
    with page.expect_download() as started:
        page.locator(f"[class*=products-mentions-{kind}] button").click()
    return Path(started.value.path()).read_bytes()


def test_a_click_on_a_bar_opens_its_sentences(card: Locator, store: Store):
    articles = tuple(store.articles()["article"])
    counts = mention_counts(store, Selection(articles, ("企业微信",)))
    expected = int(counts[counts["article"] == articles[0]]["count"].iloc[0])

    card.locator(".barlayer .point path").first.click(force=True)

    expect(card.locator(".evidence-title")).to_contain_text(str(expected))
    marked = card.locator(".quotes mark")
    expect(marked.first).to_be_visible()
    assert {fold(words) for words in marked.all_inner_texts()} <= {"企业微信", "企微", "WeCom", "政务微信"}


def test_more_sentences_are_shown_when_asked_for(card: Locator):
    card.locator(".barlayer .point path").first.click(force=True)
    sentences = card.locator(".quotes .sentence")
    expect(sentences).to_have_count(12)
    card.locator("[class*=-more] button").click()
    expect(sentences.nth(12)).to_be_visible()


def test_a_png_fills_a_slide_and_has_its_chinese_title(card: Locator):
    title = card.locator(".card-title").inner_text()
    with Image.open(BytesIO(downloaded(card, "png-2"))) as opened:
        assert opened.size >= PNG_SIZE
        image = np.asarray(opened.convert("L"), dtype=float)
    [line, *_] = fonts.wrap(title, 10_000, TITLE_SIZE)
    drawn = first_line(image)
    assert likeness(drawn, line) > likeness(drawn, NO_GLYPH * len(line)) + 0.3


def test_an_svg_carries_its_letters(card: Locator):
    svg = downloaded(card, "svg").decode("utf-8")
    assert svg.startswith("<svg")
    assert "企业微信" in svg
    assert "@font-face" in svg
    assert "<script" not in svg


def test_a_csv_opens_in_excel_with_its_chinese(card: Locator):
    text = downloaded(card, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    assert "企业微信" in text.decode("utf-8-sig")


def test_a_workbook_says_what_it_counts(card: Locator):
    counted = card.locator(".counted").inner_text()
    book = load_workbook(BytesIO(downloaded(card, "xlsx")))
    data, about = book.worksheets
    assert "企业微信" in [cell.value for row in data.iter_rows() for cell in row]
    assert fold(counted) in [fold(str(cell.value)) for row in about.iter_rows() for cell in row]


def first_line(image: np.ndarray) -> np.ndarray:
    """The topmost line of writing in a grey image, cut out close to its ink; ink is 1 and paper 0."""
    ink = 1 - image / 255
    rows = np.flatnonzero(ink.max(axis=1) > 0.5)
    end = next(row for row, following in zip(rows, [*rows[1:], 10**6], strict=True) if following > row + 8)
    return close(ink[rows[0] : end + 1])


def close(ink: np.ndarray) -> np.ndarray:
    rows, columns = (np.flatnonzero(ink.max(axis=axis) > 0.5) for axis in (1, 0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def likeness(drawn: np.ndarray, text: str) -> float:
    """Correlation of what is drawn with ``text`` set in our font."""
    size = 2 * TITLE_SIZE
    sheet = Image.new("L", (size * (len(text) + 1), 2 * size))
    ImageDraw.Draw(sheet).text((size // 2, size // 4), text, font=fonts.at_size(size), fill=255)
    written = Image.fromarray((close(np.asarray(sheet) / 255) * 255).astype("uint8"))
    same_size = np.asarray(written.resize((drawn.shape[1], drawn.shape[0])), dtype=float)
    return float(np.corrcoef(drawn.ravel(), same_size.ravel())[0, 1])
