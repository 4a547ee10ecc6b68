"""The deck page, and the buttons that add to the deck, without a browser."""

from io import BytesIO

import pptx
import pytest
from streamlit.testing.v1 import AppTest

from analysis.exhibits.concordance import Concordance
from analysis.exhibits.deck import LARGEST, Deck, Taken, written
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.products import Dispersion, Mentions, Pairs
from analysis.exhibits.timeline import EventList

FIRST = "000_f1326fc691a7f788"
HOSTILE = "<script>alert(1)</script> $x$ **b** =1+1 :rocket:"
THREE = Deck(slides=(Taken("a", Mentions()), Taken("b", Dispersion()), Taken("c", Pairs())))


@pytest.fixture
def open_deck(open_page):
    """The deck page with a deck: ``open_deck(deck)``."""

    def run(deck: Deck, **query: str) -> AppTest:
        app = open_page("deck", **query)
        app.session_state["deck.now"] = deck
        return app.run()

    return run


def held(app: AppTest) -> Deck:
    return app.session_state["deck.now"]


def ids(app: AppTest) -> list[str]:
    return [taken.id for taken in held(app).slides]


def field(app: AppTest, key: str):
    """The field of a key, whichever round of fields it is of."""
    every = (*app.text_input, *app.text_area, *app.number_input)
    return next(each for each in every if str(each.key).rpartition(".")[0] == key)


def previews(app: AppTest) -> int:
    return len(app.main.get("image"))


def upload(app: AppTest, key: str, content: bytes) -> AppTest:
    app.file_uploader(key=key).set_value(("file", content, "application/octet-stream"))
    return app.run()


def test_a_chart_is_taken_with_the_filters_it_has(open_page):
    app = open_page("products", measure="per_1000", products=["钉钉"], articles=[FIRST])
    app.button(key="products-mentions.add").click().run()
    assert not app.exception
    [taken] = held(app).slides
    assert (taken.exhibit, taken.articles, taken.products) == (Mentions("per_1000"), (FIRST,), ("钉钉",))
    page, _, query = taken.link.partition("?")
    assert page == "products"
    assert {"measure=per_1000", f"articles={FIRST}"} <= set(query.split("&"))


def test_the_button_says_how_often_its_chart_is_in_the_deck(open_page):
    app = open_page("products")
    labels = []
    for _ in range(2):
        labels.append(app.button(key="products-mentions.add").label)
        app.button(key="products-mentions.add").click().run()
    labels.append(app.button(key="products-mentions.add").label)
    assert labels == ["加入幻灯片", "已加入（1）", "已加入（2）"]
    assert app.button(key="products-pairs.add").label == "加入幻灯片"
    app.run().multiselect(key="products").set_value(["钉钉"]).run()
    assert app.button(key="products-mentions.add").label == "加入幻灯片"


@pytest.mark.parametrize(
    ("page", "query", "key", "exhibit"),
    [
        ("features", {"rows": "differing"}, "features-matrix.add", Matrix(rows="differing")),
        ("features", {}, "features.comparisons.add", Comparisons()),
        ("timeline", {"basis": "stated"}, "timeline.list.add", EventList("stated")),
        ("terms", {"q": "流量"}, "typed.流量.add", Concordance("流量")),
    ],
)
def test_tables_and_lists_of_quotes_can_be_taken(open_page, page, query, key, exhibit):
    app = open_page(page, **query)
    app.button(key=key).click().run()
    assert not app.exception
    assert [taken.exhibit for taken in held(app).slides] == [exhibit]


@pytest.mark.parametrize("page", ["overview", "terms", "products", "metrics", "timeline", "features"])
def test_every_chart_has_the_button(open_page, page):
    app = open_page(page)
    tables = {"features": 1}
    charts = len(app.main.get("plotly_chart")) + tables.get(page, 0)
    assert sum(str(button.key).endswith(".add") for button in app.main.button) >= charts > 0


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


@pytest.mark.parametrize(
    ("language", "footer"), [("zh", "产品：钉钉 · 5 篇文章"), ("en", "Products: DingTalk · 5 articles")]
)
def test_the_presentation_has_the_slides_with_their_words(open_deck, words, language, footer):
    first = Taken("a", Mentions(), products=("钉钉",), title=HOSTILE, takeaway="结论", note="备注")
    app = open_deck(
        Deck(title="汇报", slides=(first, Taken("b", Concordance("没有这句话")))),
        lang=language,
        articles=FIRST,
    )
    app.button(key="deck.make").click().run()
    assert not app.exception
    made = pptx.Presentation(BytesIO(app.session_state["deck.made"][1]))
    assert made.core_properties.title == "汇报"
    [slide] = made.slides
    said = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert HOSTILE in said
    assert "结论" in said
    assert footer in said.replace("\u2009", " ")
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith("备注")
    assert "釘釘" in notes
    assert "2" in "".join(warning.value for warning in app.warning)
    field(app, "deck.title").set_value("新").run()
    assert not [button for button in app.download_button if button.key == "deck.export.save"]


def test_the_ready_made_deck_becomes_a_presentation(open_page):
    app = open_page("deck", lang="en")
    app.button(key="deck.ready_made").click().run()
    field(app, f"{held(app).slides[0].id}.takeaway").set_value("Read this first").run()
    app.button(key="deck.make").click().run()
    assert not app.exception
    made = pptx.Presentation(BytesIO(app.session_state["deck.made"][1]))
    assert len(made.slides) >= len(held(app).slides)
    first, *_, last = [
        "\n".join(shape.text_frame.text for shape in each.placeholders) for each in made.slides
    ]
    assert "Read this first" in first
    assert ": " in last


def test_a_template_that_is_none_is_said_to_be_none(open_deck, words):
    app = upload(open_deck(THREE), "deck.template", b"no template")
    app.button(key="deck.make").click().run()
    assert not app.exception
    assert "模板不是演示文稿文件" in words(app)
