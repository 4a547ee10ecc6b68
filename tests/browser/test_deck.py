"""The deck: collected on several pages, put in order, kept by the browser, taken away as a presentation."""

import json
import re
from pathlib import Path

import pptx
import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.exhibits.deck import Deck, Taken, read, written
from analysis.exhibits.products import Dispersion, Mentions
from analysis.reading.script import fold

ARTICLE = "000_f1326fc691a7f788"
HOSTILE = "<script>alert(1)</script> $x$ **b** =1+1 :rocket:"
PLACE = "duidu-deck"


def count(page: Page) -> str:
    """The number of slides beside the menu's entry."""
    entry = '[data-testid=stSidebarNavLink][href$="/deck"]'
    return page.locator(entry).evaluate("entry => getComputedStyle(entry, '::after').content").strip('"')


def add(page: Page, chart: str) -> None:
    """Click the button of a chart, and wait until it says that the chart is in the deck."""
    button = page.locator(f".st-key-{chart}-add button")
    button.click()
    expect(button).to_contain_text(re.compile(r"\(1\)|（1）"))


def slides(page: Page) -> Locator:
    return page.locator("[class*=st-key-card-slide-]")


def titles(page: Page) -> list[str]:
    """The title of each slide: what is written there, else the chart's own."""
    fields = page.locator("[class*=st-key-card-slide-] [class*=-title-] input")
    return fields.evaluate_all("fields => fields.map(field => field.value || field.placeholder)")


def kept(page: Page) -> Deck:
    """The deck as the browser keeps it."""
    text = page.evaluate(f"localStorage.getItem('{PLACE}')")
    return read(json.dumps(json.loads(text)["deck"]).encode())


def put(page: Page, text: str) -> None:
    """Have the browser keep a text as if it had before, and open the page anew."""
    keep = f"() => localStorage.setItem('{PLACE}', text)"  # as the page is left: it may write until then
    page.evaluate(f"text => addEventListener('pagehide', {keep})", text)
    page.reload()


def put_deck(page: Page, deck: Deck) -> None:
    put(page, '{"deck": ' + written(deck).decode() + "}")
    expect(slides(page)).to_have_count(len(deck.slides))


def presentation(page: Page) -> list[list[str]]:
    """The texts of every slide of the exported file."""
    page.locator(".st-key-deck-export button").first.click()
    page.locator(".st-key-deck-make button").click()
    with page.expect_download() as started:
        page.locator(".st-key-deck-export-save button").click()
    assert started.value.suggested_filename == "duidu.pptx"
    made = pptx.Presentation(Path(started.value.path()))
    return [
        [shape.text_frame.text.replace("\u2009", " ") for shape in slide.shapes if shape.has_text_frame]
        for slide in made.slides
    ]


def test_charts_of_three_pages_become_a_presentation_in_the_order_chosen(visit, settled):
    page = visit("/products", products="钉钉")
    page.locator("[class*=st-key-card-products-mentions] h3").wait_for()
    add(page, "products-mentions")
    page.get_by_role("link", name="用词").first.click()
    expect(page.locator("h1")).to_have_text("用词")
    settled(page)
    add(page, "terms-frequent")
    third = visit("/metrics", articles=ARTICLE)
    expect.soft(third.locator("h1")).to_have_text("数字")
    add(third, "metrics-kind_counts")
    assert count(third) == "3"

    third.get_by_role("link", name="幻灯片").first.click()
    expect(slides(third)).to_have_count(3)
    expect(third.locator("[class*=st-key-preview-] img")).to_have_count(3)
    before = titles(third)
    was = third.evaluate("localStorage.getItem('duidu-deck')")
    third.locator("[class*=-up] button").nth(2).click()
    third.wait_for_function("was => localStorage.getItem('duidu-deck') !== was", arg=was)
    settled(third)
    third.reload()
    expect(slides(third)).to_have_count(3)
    settled(third)
    assert titles(third) == [before[0], before[2], before[1]]

    mentions, kinds, terms = presentation(third)
    for texts, title in zip((mentions, kinds, terms), titles(third), strict=True):
        assert any(fold(title).replace("\u2009", " ") in fold(text) for text in texts)
    assert any("产品：钉钉 · 5 篇文章" in text for text in mentions)
    assert any("1 篇文章" in text for text in kinds)
    assert any("产品：钉钉" in text for text in terms)


def test_a_click_on_the_button_draws_no_chart_anew(visit, settled):
    page = visit("/products")
    page.evaluate("document.querySelectorAll('.js-plotly-plot').forEach(plot => { plot.drawnBefore = true })")
    runs = page.evaluate("document.querySelectorAll('.js-plotly-plot').length")
    add(page, "products-mentions")
    settled(page)
    still = "[...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.drawnBefore).length"
    assert page.evaluate(still) == runs > 0


def test_the_sentences_behind_a_mark_can_be_taken(visit, settled):
    page = visit("/products")
    page.locator(".st-key-card-products-mentions .barlayer .point path").first.click(force=True)
    evidence = page.locator(".st-key-card-products-mentions [class*=-add] button").nth(1)
    evidence.click()
    expect(evidence).to_contain_text("（1）")
    settled(page)
    [taken] = kept(page).slides
    assert taken.exhibit.key == "evidence"
    assert taken.link == "products"


def test_two_tabs_hold_the_same_deck(visit):
    first, second = visit("/products"), visit("/deck")
    add(first, "products-mentions")
    expect(slides(second)).to_have_count(1)
    second.locator("[class*=-remove] button").click()
    expect(slides(second)).to_have_count(0)
    expect(first.locator(".st-key-products-mentions-add button")).to_have_text("加入幻灯片")


def test_what_is_typed_is_shown_as_it_was_typed(visit, settled):
    page = visit("/deck")
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    put_deck(page, Deck(slides=(Taken("a", Mentions()), Taken("b", Dispersion()))))
    for name in ("title", "takeaway"):
        field = page.locator(f"[class*=st-key-a-{name}] input")
        field.fill(HOSTILE)
        field.press("Enter")
        settled(page)
    note = page.locator("[class*=st-key-a-note] textarea")
    note.fill(HOSTILE)
    note.press("Control+Enter")
    undo = page.locator(".st-key-deck-undo button")
    times = "([text, n]) => localStorage.getItem('duidu-deck').split(text).length === n + 1"
    page.wait_for_function(times, arg=[HOSTILE, 3])
    assert kept(page).slides[0].note == HOSTILE
    expect(page.locator(".st-key-preview-a img")).to_have_attribute("alt", HOSTILE)
    first, _ = presentation(page)
    assert first.count(HOSTILE) == 2
    undo.click()
    page.wait_for_function(times, arg=[HOSTILE, 2])
    settled(page)
    expect(note).to_have_value("")
    assert dialogs == []


def test_a_kept_deck_that_cannot_be_read_is_offered_and_outlives_a_reload(visit, settled):
    page = visit("/deck")
    put(page, "{broken")
    save = page.locator(".st-key-deck-unreadable_save button")
    with page.expect_download() as started:
        save.click()
    assert Path(started.value.path()).read_text(encoding="utf-8") == "{broken"
    page.reload()
    expect(save).to_be_visible()
    page.locator(".st-key-deck-unreadable_drop button").click()
    expect(save).to_have_count(0)
    page.reload()
    settled(page)
    expect(save).to_have_count(0)


def test_a_deck_saved_as_a_file_is_opened_again(visit, settled, tmp_path: Path):
    page = visit("/deck", lang="en")
    put_deck(page, Deck(title="Report", slides=(Taken("a", Mentions(), title="First"),)))
    page.locator(".st-key-deck-file button").first.click()
    with page.expect_download() as started:
        page.locator(".st-key-deck-save button").click()
    assert started.value.suggested_filename == "duidu-deck.json"
    file = tmp_path / "duidu-deck.json"
    started.value.save_as(file)
    page.keyboard.press("Escape")
    page.locator(".st-key-a-remove button").click()
    expect(slides(page)).to_have_count(0)
    page.locator(".st-key-deck-file button").first.click()
    page.locator("[class*=st-key-deck-open] input[type=file]").set_input_files(file)
    page.locator(".st-key-deck-replace button").click()
    expect(slides(page)).to_have_count(1)
    settled(page)
    assert kept(page) == read(file.read_bytes())


@pytest.mark.parametrize("width", [1440, 1024])
def test_slides_and_their_words_stand_side_by_side(visit, settled, width: int):
    page = visit("/deck", width=width)
    put_deck(page, Deck(slides=(Taken("a", Mentions()),)))
    settled(page)
    image = page.locator(".st-key-preview-a img").bounding_box()
    field = page.locator("[class*=st-key-a-title] input").bounding_box()
    assert image
    assert field
    assert image["x"] + image["width"] < field["x"]
    assert field["x"] + field["width"] <= width
    assert image["height"] == pytest.approx(image["width"] * 9 / 16, abs=4)


def test_a_slide_moves_as_often_as_it_is_told_to(visit, settled):
    page = visit("/deck")
    put_deck(page, Deck(slides=tuple(Taken(f"s{n}", Mentions(), title=str(n)) for n in range(6))))
    settled(page)
    for place in range(1, 6):
        page.locator(".st-key-s0-down button").click()
        moved = f"() => JSON.parse(localStorage.getItem('{PLACE}')).deck.slides[{place}].id === 's0'"
        page.wait_for_function(moved)
        settled(page)
    assert titles(page) == ["1", "2", "3", "4", "5", "0"]
    page.locator("[class*=st-key-s0-place] input").fill("2")
    page.locator("[class*=st-key-s0-place] input").press("Enter")
    page.wait_for_function(f"() => JSON.parse(localStorage.getItem('{PLACE}')).deck.slides[1].id === 's0'")
    settled(page)
    assert titles(page) == ["1", "0", "2", "3", "4", "5"]
