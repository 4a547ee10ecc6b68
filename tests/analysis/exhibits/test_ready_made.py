import re
from dataclasses import replace
from datetime import date

import pytest

from analysis.charts.theme import LIGHT
from analysis.exhibits import deck as decks
from analysis.exhibits.ready_made import FEATURES, ready_made
from analysis.exhibits.view import View, everything, narrowed
from analysis.frames.selection import Selection
from analysis.storage.build import build
from analysis.storage.store import Store
from analysis.strings.labels import LANGUAGES, Labels

HAN, QUOTED = re.compile("[\u3400-\u9fff]"), re.compile('"[^"]*"')
MADE = date(2021, 6, 1)

WHOLE = [
    *("deck.opening", "overview.articles", "overview.shares", "products.mentions", "products.dispersion"),
    *("terms.frequent", "terms.own", "terms.cloud", "overview.headlines", "metrics.rivals"),
    *("timeline.lanes", "features.matrix", "features.matrix", "features.comparisons", "deck.method"),
]


def keys(deck: decks.Deck) -> list[str]:
    return [taken.exhibit.key for taken in deck.slides]


def viewed(folder, *articles: str) -> View:
    """A view of a store built from articles with these texts."""
    source = folder / "articles"
    source.mkdir()
    for place, text in enumerate(articles):
        (source / f"{place}.txt").write_text(text, encoding="utf-8")
    build([source], folder / "store")
    return everything(Labels("en"), LIGHT, Store(folder / "store"))


def assert_sound(deck: decks.Deck, view: View) -> None:
    """Every slide can be drawn, rests on something, and is found again by its id."""
    assert deck.title
    assert len({taken.id for taken in deck.slides}) == len(deck.slides)
    for taken in deck.slides:
        chart = taken.exhibit.chart(taken.view(view))
        assert chart.title
        assert chart.title != taken.takeaway
        assert not chart.data.empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_seeds_say_makes_a_whole_deck(language, whole):
    view = replace(whole, labels=Labels(language))
    deck = ready_made(view, MADE)
    assert keys(deck) == WHOLE
    assert_sound(deck, view)


def test_an_english_deck_has_chinese_only_where_it_quotes(whole):
    view = replace(whole, labels=Labels("en"))
    for taken in ready_made(view, MADE).slides:
        chart = taken.exhibit.chart(taken.view(view))
        for said in (chart.title, chart.counted, taken.takeaway, chart.facts.filters):
            assert not HAN.search(QUOTED.sub("", said))


def test_every_slide_but_the_texts_has_a_second_fact(whole):
    assert [taken.exhibit.key for taken in ready_made(whole, MADE).slides if not taken.takeaway] == [
        "deck.opening",
        "deck.method",
    ]


def test_the_same_store_gives_the_same_deck_and_it_can_be_written(whole):
    deck = ready_made(whole, MADE)
    assert ready_made(whole, MADE) == deck
    assert decks.read(decks.written(deck)) == deck
    assert ready_made(whole) != deck


def test_what_is_chosen_stays_chosen(whole):
    chosen = Selection(tuple(whole.store.articles()["article"][:2]), ("钉钉", "企业微信"))
    deck = ready_made(narrowed(whole, chosen), MADE)
    assert {(taken.articles, taken.products) for taken in deck.slides} == {(chosen.articles, chosen.products)}
    assert_sound(deck, whole)


def test_what_has_nothing_to_show_is_left_out(few):
    deck = ready_made(few, MADE)
    assert "terms.own" in keys(deck)
    bare = ready_made(narrowed(few, Selection(("three",), ())), MADE)
    assert keys(bare) == [
        "deck.opening",
        "overview.articles",
        "deck.method",
    ]
    assert_sound(bare, few)


@pytest.mark.parametrize(
    ("articles", "left_out"),
    [
        (["钉钉有1000万企业用户。"], {"overview.shares", "terms.own", "products.pairs"}),
        (["今天天气很好。"], {"overview.shares", "products.mentions", "products.dispersion"}),
        (["DingTalk has 20 million users. Slack lacks attendance."], {"terms.own", "metrics.rivals"}),
        (["钉钉比飞书好。", "飞书支持打卡，钉钉和企业微信不支持。"], {"metrics.rivals", "timeline.lanes"}),
        (["钉钉和飞书都支持直播，企业微信也支持。"] * 12, {"terms.own", "products.mentions"}),
    ],
    ids=["one product", "no product", "English", "three products", "many articles"],
)
def test_any_store_makes_a_deck_without_nonsense(articles, left_out, tmp_path):
    view = viewed(tmp_path, *(f"{text}\n第{place}篇。" for place, text in enumerate(articles)))
    deck = ready_made(view, MADE)
    assert not left_out & set(keys(deck))
    assert keys(deck)[0] == "deck.opening"
    assert keys(deck)[-1] == "deck.method"
    assert_sound(deck, view)


def test_the_timeline_has_as_many_lanes_as_can_be_shown(whole, monkeypatch):
    monkeypatch.setattr("analysis.exhibits.ready_made.LANES", 3)
    [lanes] = [each for each in ready_made(whole, MADE).slides if each.exhibit.key == "timeline.lanes"]
    assert len(lanes.products) == 3
    assert lanes.exhibit.chart(lanes.view(whole)).data["product"].nunique() == 3


def test_few_features_are_one_slide(tmp_path):
    view = viewed(tmp_path, "钉钉支持直播、审批，不支持邮件。企业微信支持直播、打卡。")
    [matrix] = [
        taken.exhibit for taken in ready_made(view, MADE).slides if taken.exhibit.key == "features.matrix"
    ]
    assert matrix.rows == "all"


def test_of_many_features_the_categories_with_most_quotes_are_kept(whole, monkeypatch):
    monkeypatch.setattr("analysis.exhibits.ready_made.FEATURES", 9)
    matrices = [
        taken.exhibit for taken in ready_made(whole, MADE).slides if taken.exhibit.key == "features.matrix"
    ]
    kept = matrices[1].cells(whole)
    assert matrices[1].categories
    assert 1 <= kept["feature"].nunique() <= 9 < FEATURES
