"""Ways out: what a reader gets from each button, opened with another program than the one that made it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from analysis.charts import drawing
from analysis.storage.store import Store


def taken(page: Page, button: Locator) -> tuple[str, bytes]:
    """Name and content of what a click on ``button`` gives."""
    with page.expect_download() as started:
        button.click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def from_menu(page: Page, key: str, kind: str) -> tuple[str, bytes]:
    """What the menu of the chart or list of ``key`` gives."""
    page.locator(f"[class*=st-key-{key}-downloads] button").first.click()
    return taken(page, page.locator(f".st-key-{key}-{kind} button"))


def book(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


@pytest.mark.parametrize(("scale", "size"), [(1, (960, 540)), (2, (1920, 1080)), (4, (3840, 2160))])
def test_a_png_of_each_size(visit: Callable[..., Page], scale: int, size: tuple[int, int]):
    name, data = from_menu(visit("/timeline"), "timeline-lanes", f"png-{scale}")
    assert name == f"duidu-timeline-lanes-{size[0]}.png"
    assert Image.open(BytesIO(data)).size == size


@pytest.mark.parametrize(("language", "product"), [("zh", "企业微信"), ("en", "WeCom")])
def test_a_pdf_says_what_the_card_says(visit: Callable[..., Page], language: str, product: str):
    page = visit("/products", lang=language)
    title = page.locator(".st-key-card-products-mentions .card-title").inner_text()
    name, data = from_menu(page, "products-mentions", "pdf")
    assert name == "duidu-products-mentions.pdf"
    said = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert product in said
    assert "".join(title.split()) in "".join(said.split())


def test_the_menu_says_what_draws(visit: Callable[..., Page]):
    page = visit("/timeline", lang="en")
    page.locator("[class*=st-key-timeline-lanes-downloads] button").first.click()
    said = {"built_in": "built-in renderer", "chrome": "this computer's browser"}[drawing.engine()]
    expect(page.locator(".renderer")).to_contain_text(said)


def test_the_event_list_as_a_table(visit: Callable[..., Page]):
    page = visit("/timeline")
    name, data = from_menu(page, "timeline-list", "csv")
    assert name == "duidu-timeline-list.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    rows = book(from_menu(visit("/timeline"), "timeline-list", "xlsx")[1]).worksheets[0]
    assert [cell.value for cell in rows[1]][:2] == ["article", "title"]
    assert rows.max_row > 20


def test_a_concordance_as_a_table(visit: Callable[..., Page]):
    page = visit("/terms", q="打卡")
    page.locator("[class*=st-key-typed][class*=-downloads] button").first.click()
    name, data = taken(page, page.locator("[class*=st-key-typed][class*=-xlsx] button"))
    assert name == "duidu-terms-concordance.xlsx"
    data_sheet, about = book(data).worksheets
    keyword = [cell.value for cell in data_sheet[1]].index("keyword")
    assert {row[keyword] for row in data_sheet.iter_rows(min_row=2, values_only=True)} == {"打卡"}
    assert "打卡" in about["A2"].value


def test_all_charts_of_a_page(visit: Callable[..., Page]):
    page = visit("/products")
    titles = [each.inner_text() for each in page.locator(".card-title").all()]
    name, data = taken(page, page.locator(".st-key-page-charts button"))
    assert name == "duidu-charts-products.zip"
    with ZipFile(BytesIO(data)) as made:
        names = made.namelist()
        assert [name[:2] for name in names] == [f"{n:02}" for n in range(1, len(titles) + 1) for _ in (0, 1)]
        assert [name[-4:] for name in names] == [".png", ".svg"] * len(titles)
        assert all(Image.open(BytesIO(made.read(name))).size == (1920, 1080) for name in names[::2])
    assert ["".join(name.split())[2:8] for name in names[::2]] == [
        "".join(title.split())[:6] for title in titles
    ]


def test_a_view_with_its_filters(visit: Callable[..., Page], store: Store):
    first = store.articles()["article"][0]
    page = visit("/metrics", lang="en", articles=first)
    name, data = taken(page, page.locator(".st-key-page-view button"))
    assert name == "duidu-view.xlsx"
    made = book(data)
    said = {row[0].value: row[1] for row in made["Contents"].iter_rows()}
    back = urlsplit(said["This view"].hyperlink.target)
    assert (back.path, parse_qs(back.query)) == ("/metrics", {"lang": ["en"], "articles": [first]})
    assert made["Articles"].max_row == 2


def test_a_link_in_a_workbook_opens_the_article_at_its_place(visit: Callable[..., Page]):
    page = visit("/metrics")
    made = book(taken(page, page.locator(".st-key-page-view button"))[1])
    figures = made["数字"]
    surface = figures.cell(2, [cell.value for cell in figures[1]].index("surface") + 1).value
    link = urlsplit(figures["A2"].hyperlink.target)
    article = visit(link.path, **{name: values[0] for name, values in parse_qs(link.query).items()})
    expect(article.locator(".target").first).to_be_visible()
    assert surface in "".join(article.locator(".target").all_inner_texts())


def test_every_page_ends_with_the_row(visit: Callable[..., Page]):
    for path in ("/", "/terms", "/features", "/article"):
        page = visit(path)
        expect(page.locator(".st-key-page-view button")).to_be_visible()
        page.close()
    expect(visit("/deck").locator(".st-key-page-view")).to_have_count(0)
