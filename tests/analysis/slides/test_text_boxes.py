from types import SimpleNamespace

import pptx
import pytest

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.slides.axes import Note
from analysis.slides.elements import EMU, Run
from analysis.slides.text_boxes import add_note, add_text, height, write


@pytest.fixture
def shapes():
    deck = pptx.Presentation()
    return deck.slides.add_slide(deck.slide_layouts[6]).shapes


def points(shape) -> SimpleNamespace:
    names = ("left", "top", "width", "height")
    return SimpleNamespace(**{name: getattr(shape, name) / EMU for name in names})


def test_a_box_stands_where_it_is_said_with_its_text(shapes):
    made = add_text(shapes, Box(10, 20, 300, 40), [Run("钉钉\x0b有"), Run("2亿", "#0072B2", bold=True)], "zh")
    assert vars(points(made)) == {"left": 10, "top": 20, "width": 300, "height": 40}
    assert made.text_frame.text == "钉钉有2亿"
    assert [run.font.bold for run in made.text_frame.paragraphs[0].runs] == [None, True]


def test_text_takes_the_place_of_what_was_there(shapes):
    made = add_text(shapes, Box(0, 0, 100, 20), [Run("旧")], "zh")
    write(made.text_frame, [Run("新\n的")], "zh", align="ctr")
    assert [paragraph.text for paragraph in made.text_frame.paragraphs] == ["新", "的"]


@pytest.mark.parametrize(("across", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_a_note_is_tied_at_the_part_of_it_that_the_figure_says(shapes, across: str, share: float):
    add_note(shapes, Note(100, 50, (Run("第一篇", size=14),), 5, -4, across, "bottom"), (36, 80), "zh")
    box = points(shapes[0])
    assert box.left + share * box.width == pytest.approx(36 + 100 + 5, abs=0.1)
    assert box.top + box.height == pytest.approx(80 + 50 - 4, abs=0.1)
    assert box.width > fonts.width("第一篇")


def test_text_is_as_high_as_its_lines_in_a_wider_font():
    line = 14 * fonts.LINE
    assert height("一", 100) == pytest.approx(line)
    assert height("一\n二", 100) == pytest.approx(2 * line)
    assert height("一" * 7, 7 * 14) == pytest.approx(2 * line)
