"""A deck as a file, and what a browser kept of one."""

import pytest

from analysis.exhibits.deck import LARGEST, Deck, written
from tests.pages.deck_page import THREE, held, ids, upload


def test_a_file_replaces_the_deck_when_told_to(open_deck, words):
    app = open_deck(THREE)
    app = upload(app, "deck.open.0", written(Deck(title="别的", slides=THREE.slides[:1])))
    assert "文件里有 1 张幻灯片，将替换现在的 3 张" in words(app).replace("\u2009", " ")
    assert held(app) == THREE
    app.button(key="deck.replace").click().run()
    assert (ids(app), held(app).title) == (["a"], "别的")
    app.button(key="deck.undo").click().run()
    assert held(app) == THREE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04", "第1行读不下去"),
        (b"[]", "不是幻灯片文件"),
        (b'{"version": 9}', "别的版本（9）"),
        (written(THREE).replace(b"products.pairs", b"products.none"), "第3张幻灯片的内容不对"),
        (b" " * (LARGEST + 1), "文件太大"),
    ],
    ids=["no json", "no deck", "another version", "an unknown chart", "too large"],
)
def test_a_file_that_cannot_be_read_changes_nothing_and_says_where(open_deck, words, content, said):
    app = upload(open_deck(THREE), "deck.open.0", content)
    assert not app.exception
    assert said in words(app).replace("\u2009", "")
    assert held(app) == THREE


def test_what_the_browser_kept_and_cannot_be_read_is_offered(open_page, words):
    app = open_page("deck")
    app.session_state["deck.unreadable"] = "{broken"
    app.run()
    assert "读不了的幻灯片" in words(app)
    assert app.download_button(key="deck.unreadable_save")
    app.button(key="deck.unreadable_drop").click().run()
    assert "读不了的幻灯片" not in words(app)
