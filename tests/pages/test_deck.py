"""The deck page, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.exhibits.concordance import Concordance
from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.products import Mentions
from tests.pages.deck_page import FIRST, HOSTILE, THREE, field, held, ids


def previews(app: AppTest) -> int:
    return len(app.main.get("image"))


@pytest.mark.parametrize(("language", "said"), [("zh", "还没有幻灯片"), ("en", "No slides yet")])
def test_an_empty_deck_says_how_to_fill_it(open_page, words, language, said):
    app = open_page("deck", lang=language)
    assert said in words(app)
    app.button(key="deck.ready_made").click().run()
    assert not app.exception
    assert previews(app) == len(held(app).slides) > 5
    app.button(key="deck.undo").click().run()
    assert said in words(app)


def test_slides_move_and_are_removed_and_every_step_is_undone(open_deck):
    app = open_deck(THREE)
    steps = [ids(app)]
    for key in ("b.up", "b.down", "c.remove"):
        app.button(key=key).click().run()
        steps.append(ids(app))
    field(app, "a.place").set_value(2).run()
    steps.append(ids(app))
    assert steps == [list("abc"), list("bac"), list("abc"), list("ab"), list("ba")]
    assert app.button(key="b.up").disabled
    assert app.button(key="a.down").disabled
    for step in reversed(steps[:-1]):
        app.button(key="deck.undo").click().run()
        assert ids(app) == step
    assert app.button(key="deck.undo").disabled


def test_twenty_steps_can_be_undone(open_deck):
    app = open_deck(THREE)
    for number in range(25):
        field(app, "a.title").set_value(f"标题{number}").run()
    for _ in range(25):
        app.button(key="deck.undo").click().run()
    assert held(app) == THREE


def test_words_are_kept_as_they_were_typed(open_deck, words):
    app = open_deck(THREE)
    field(app, "a.title").set_value(HOSTILE).run()
    field(app, "a.takeaway").set_value(HOSTILE).run()
    field(app, "a.note").set_value(HOSTILE).run()
    field(app, "deck.title").set_value(f" {HOSTILE} ").run()
    assert not app.exception
    taken = held(app).slides[0]
    assert (taken.title, taken.takeaway, taken.note, held(app).title) == (HOSTILE,) * 4
    app.button(key="deck.undo").click().run()
    assert field(app, "deck.title").value == ""
    assert field(app, "a.title").value == HOSTILE


def test_a_chart_without_a_title_of_the_readers_offers_its_own(open_deck):
    app = open_deck(THREE)
    assert field(app, "a.title").placeholder.startswith("企业微信被提到得最多")


def test_a_long_deck_is_shown_twenty_slides_at_a_time(open_deck):
    app = open_deck(Deck(slides=tuple(Taken(f"s{n}", Mentions()) for n in range(45))))
    assert previews(app) == 20
    app.session_state["deck.page"] = 3
    app.run()
    assert previews(app) == 5
    assert field(app, "s44.place").value == 45
    for number in range(40, 45):
        app.button(key=f"s{number}.remove").click().run()
    assert not app.exception
    assert previews(app) == 20


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (Taken("x", Mentions(), (FIRST, "gone_article")), "gone_article”已不在文章库里"),
        (Taken("x", Mentions(), ("gone_article",)), "都已不在文章库里"),
        (Taken("x", Concordance("没有这句话")), "没有内容"),
    ],
)
def test_a_slide_that_lacks_something_says_so(open_deck, words, taken, said):
    app = open_deck(Deck(slides=(taken,)))
    assert not app.exception
    assert said in words(app)
