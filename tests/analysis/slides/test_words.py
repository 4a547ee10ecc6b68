import pandas as pd
import pptx
import pytest

from analysis.charts.chart import Room
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.charts.word_cloud import lay_out, word_cloud
from analysis.slides.axes import pairs
from analysis.slides.elements import EMU
from analysis.slides.words import add_words, is_of_words

ROOM = Room(600, 300)
AREA = Box(36, 100, 600, 300)


@pytest.fixture
def frame() -> pd.DataFrame:
    rows = [(f"<词{place}>", 90 - 3 * place, 1.0, 2) for place in range(20)]
    return pd.DataFrame([("钉钉", 100, 3.0, 5), *rows], columns=["term", "count", "per_1000", "articles"])


def test_words_are_a_group_in_their_sizes_colours_and_places(frame, labels):
    (pair,) = pairs(word_cloud(frame, labels, LIGHT, ROOM).to_plotly_json(), ROOM)
    assert is_of_words(pair)
    deck = pptx.Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    add_words(shapes, pair, AREA, "词云", "zh")
    (group,) = shapes
    cloud = lay_out(frame, labels, LIGHT, Room(ROOM.width, 274)).words
    assert group.name == "词云"
    assert [shape.text_frame.text for shape in group.shapes] == [word.text for word in cloud]
    for shape, word in zip(group.shapes, cloud, strict=True):
        run = shape.text_frame.paragraphs[0].runs[0]
        assert run.font.size.pt == word.size
        middle = ((shape.left + shape.width / 2) / EMU, (shape.top + shape.height / 2) / EMU)
        assert middle == pytest.approx((36 + word.middle[0], 100 + word.middle[1]), abs=0.6)
