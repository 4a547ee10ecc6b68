"""What holds for every page: it opens, it fits the window, its words are in the language and font chosen."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page, expect

from analysis.charts import fonts
from analysis.store import Store

ROOT = Path(__file__).parents[2]
START = "overview"
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
LATIN_ON_A_CHINESE_PAGE = {"English", "CSV", "PNG", "SVG", "Excel", "TF", "IDF", "txt", "md", "html"}

VISIBLE_WORDS = """() => [
    document.body.innerText,
    ...[...document.querySelectorAll('svg text')].map(text => text.textContent),
    ...[...document.querySelectorAll('input[placeholder]')].map(input => input.placeholder),
].join('\\n')"""


def address(name: str) -> str:
    return "/" if name == START else f"/{name}"


def visible_words(page: Page) -> str:
    """Everything that can be read on a page, charts and empty fields included; icons are no words."""
    page.add_style_tag(content="[data-testid=stIconMaterial] { display: none }")
    return page.evaluate(VISIBLE_WORDS)


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def latin_in_the_articles(store: Store) -> set[str]:
    bodies = store.query("SELECT body FROM texts")["body"]
    return {word for body in bodies for word in LATIN_WORD.findall(body)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_opens_with_a_heading_and_no_error(visit, name: str, language: str):
    page = visit(address(name), lang=language)
    expect(page.locator("h1").first).not_to_be_empty()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_no_english_is_left_on_the_chinese_page(visit, name: str, latin_in_the_articles: set[str]):
    found = set(LATIN_WORD.findall(visible_words(visit(address(name)))))
    assert found - latin_in_the_articles - LATIN_ON_A_CHINESE_PAGE == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_our_font_has_every_character(visit, name: str, language: str):
    with TTFont(fonts.path(), lazy=True) as font:
        drawn = {chr(code) for code in font.getBestCmap()}
    found = set(visible_words(visit(address(name), lang=language)))
    assert {character for character in found - drawn if not character.isspace()} == set()


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_runs_out_of_the_window(visit, name: str, language: str, width: int):
    page = visit(address(name), width=width, lang=language)
    too_wide = page.evaluate(
        """() => ['stMain', 'stSidebar', 'stMainBlockContainer']
            .map(id => document.querySelector(`[data-testid=${id}]`))
            .filter(box => box.scrollWidth > box.clientWidth + 1)
            .map(box => `${box.dataset.testid} ${box.scrollWidth} > ${box.clientWidth}`)"""
    )
    assert too_wide == []
