from datetime import date

import pytest
from msgspec.structs import replace

from analysis.charts.theme import LIGHT
from analysis.exhibits.deck import Deck
from analysis.exhibits.ready_made import ready_made
from analysis.exhibits.view import View, everything
from analysis.slides.chart_slide import Slide
from analysis.slides.deck_slides import deck_slides
from analysis.slides.text_slide import TextSlide, TitleSlide
from analysis.storage.store import Store
from analysis.strings.labels import Labels


@pytest.fixture
def view(small: Store) -> View:
    return everything(Labels("en"), LIGHT, small)


@pytest.fixture
def deck(view: View) -> Deck:
    return ready_made(view, date(2021, 6, 1))


def test_a_deck_begins_with_its_title_and_ends_with_text(deck, view):
    first, *charts, last = deck_slides(deck, view).slides
    assert isinstance(first, TitleSlide)
    assert first.title == "DingTalk and WeCom in 3 articles"
    assert isinstance(last, TextSlide)
    assert last.paragraphs[0].startswith("Articles: 3, ")
    assert all(isinstance(each, Slide) for each in charts)


def test_a_slide_has_what_was_taken_and_the_sentences_behind_it(deck, view):
    shares = next(each for each in deck.slides if each.exhibit.key == "overview.shares")
    own = replace(shares, title="My title", note="Say this")
    [slide] = deck_slides(Deck(slides=(own,)), view).slides
    assert (slide.heading, slide.takeaway, slide.note) == ("My title", shares.takeaway, "Say this")
    assert slide.chart.title != "My title"


def test_the_sentences_behind_a_slide_stand_once_and_come_from_every_article_in_turn(deck, view):
    shares = next(each for each in deck.slides if each.exhibit.key == "overview.shares")
    [slide] = deck_slides(Deck(slides=(shares,)), view).slides
    sentences = slide.sentences
    assert not sentences.duplicated(["article", "sentence_start"]).any()
    assert list(sentences["article"].head(4)) == ["one", "three", "two", "one"]


@pytest.mark.parametrize(
    ("home", "link", "address"),
    [
        ("", "products?measure=count", ""),
        ("http://localhost:8501/deck", "", ""),
        (
            "http://localhost:8501/deck",
            "products?measure=count",
            "http://localhost:8501/products?measure=count",
        ),
        ("http://localhost:8501/deck", "overview", "http://localhost:8501/"),
        ("http://localhost:8501/deck", "overview?articles=one", "http://localhost:8501/?articles=one"),
        ("https://host/duidu/", "overview?articles=one", "https://host/duidu/?articles=one"),
    ],
)
def test_a_slide_leads_back_where_there_is_something_to_lead_to(home, link, address, deck, view):
    taken = replace(deck.slides[1], link=link)
    [slide] = deck_slides(Deck(slides=(taken,)), view, home).slides
    assert slide.address == address


def test_what_has_no_chart_is_left_out_and_its_place_is_named(deck, view):
    gone = replace(deck.slides[1], articles=("gone",))
    told = []
    gathered = deck_slides(Deck(slides=(gone, deck.slides[1], gone)), view, progress=told.append)
    assert [len(gathered.slides), gathered.left_out] == [1, [1, 3]]
    assert told == [1, 2, 3]


@pytest.mark.parametrize("place", [0, -1])
def test_a_takeaway_stands_over_the_text_of_a_slide_without_a_chart(place, deck, view):
    taken = replace(deck.slides[place], takeaway="Read this first")
    [slide] = deck_slides(Deck(slides=(taken,)), view).slides
    assert (slide.paragraphs if isinstance(slide, TextSlide) else slide.lines)[0] == "Read this first"


def test_a_text_may_have_another_title(deck, view):
    renamed = tuple(replace(each, title="Mine") for each in (deck.slides[0], deck.slides[-1]))
    assert [each.title for each in deck_slides(Deck(slides=renamed), view).slides] == ["Mine", "Mine"]
