from io import BytesIO

import pptx
import pytest

from analysis.exports.deck_file import deck_file
from analysis.strings.labels import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_of_the_seeds(language, store):
    slides = pptx.Presentation(BytesIO(deck_file(store, language))).slides
    assert 12 <= len(slides) <= 20
    assert all(slide.shapes.title.text_frame.text for slide in slides)


def test_a_deck_of_a_few_short_articles(small):
    assert len(pptx.Presentation(BytesIO(deck_file(small, "en"))).slides) > 5
