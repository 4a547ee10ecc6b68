"""What holds for every page: it opens, it fits the window, its words are in the language and font chosen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page, expect

from analysis.charts import fonts
from analysis.storage.store import Store

ROOT = Path(__file__).parents[2]
START = "overview"
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
LATIN_WORD = re.compile(r"(?<![A-Za-z_])[A-Za-z]{2,}(?![A-Za-z_])")
LATIN_ON_A_CHINESE_PAGE = {"English", "CSV", "PNG", "SVG", "Excel", "TF", "IDF", "txt", "md", "html"}

VISIBLE_WORDS = """() => {
    const main = ['stSidebar', 'stMain'].map(part => document.querySelector(`[data-testid=${part}]`))
    const roots = [...main]
    for (const root of roots)
        roots.push(...[...root.querySelectorAll('*')].map(each => each.shadowRoot).filter(Boolean))
    const within = selector => roots.flatMap(root => [...root.querySelectorAll(selector)])
    const shadows = roots.slice(main.length).flatMap(root => [...root.children])
    return [
        ...[...main, ...shadows.filter(each => each.tagName !== 'STYLE')].map(each => each.innerText),
        ...within('svg text').flatMap(text => [...text.childNodes].map(part => part.textContent)),
        ...within('input[placeholder]').map(input => input.value || input.placeholder),
        ...within('[title]').map(each => each.title),
    ].join('\\n')
}"""


def visible_words(page: Page) -> str:
    """Everything that can be read on a page, charts and empty fields included; icons are no words."""
    page.add_style_tag(content="[data-testid=stIconMaterial] { display: none }")
    return page.evaluate(VISIBLE_WORDS)


@pytest.fixture(scope="module", params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def page(window, name: str, language: str) -> Iterator[Page]:
    with window() as visit:
        yield visit("/" if name == START else f"/{name}", lang=language)


@pytest.fixture(scope="module")
def latin_in_the_articles(store: Store, name: str) -> set[str]:
    """Latin words a page shows because an article has them; one page names what was removed, and rules."""
    shown = (
        "SELECT text FROM texts UNION SELECT rule FROM mentions UNION SELECT rule FROM metrics "
        "UNION SELECT rule FROM events UNION SELECT rule FROM evidence UNION SELECT rule FROM comparisons"
        if name == "article"
        else "SELECT concat_ws(' ', body, title, author, source) FROM texts JOIN articles USING (article)"
    )
    return {word for text in store.query(shown).iloc[:, 0] for word in LATIN_WORD.findall(text)}


def test_it_opens_with_a_heading_and_no_error(page: Page):
    expect(page.locator("h1").first).not_to_be_empty()
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh"], indirect=True)
def test_no_english_is_left_on_the_chinese_page(page: Page, latin_in_the_articles: set[str]):
    found = set(LATIN_WORD.findall(visible_words(page)))
    assert found - latin_in_the_articles - LATIN_ON_A_CHINESE_PAGE == set()


def test_our_font_has_every_character(page: Page):
    with TTFont(fonts.path(), lazy=True) as font:
        drawn = {chr(code) for code in font.getBestCmap()}
    found = set(visible_words(page))
    assert {character for character in found - drawn if not character.isspace()} == set()


@pytest.mark.parametrize("width", [1440, 1024])
def test_nothing_runs_out_of_the_window(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.get_by_test_id("stApp")).to_have_css("width", f"{width}px")
    too_wide = page.evaluate(
        """() => ['stMain', 'stSidebarContent']
            .map(id => document.querySelector(`[data-testid=${id}]`))
            .filter(box => box.scrollWidth > box.clientWidth)
            .map(box => `${box.dataset.testid} ${box.scrollWidth} > ${box.clientWidth}`)"""
    )
    assert too_wide == []


def test_a_page_that_is_none_is_named_in_the_readers_language_on_the_first_page(window):
    with window() as visit:
        page = visit("/没有这页", lang="zh", products="钉钉")
        expect(page.get_by_test_id("stAlert")).to_contain_text("没有叫“没有这页”的页面")
        expect(page.locator("h1").first).to_have_text("总览")
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert "products=" in page.url
