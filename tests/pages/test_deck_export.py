"""The deck as a presentation."""

from io import BytesIO

import pptx
import pytest

from analysis.exhibits.concordance import Concordance
from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.products import Mentions
from tests.pages.deck_page import FIRST, HOSTILE, THREE, field, held, upload


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
