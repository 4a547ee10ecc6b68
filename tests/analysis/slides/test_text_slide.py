from io import BytesIO

import pptx
import pytest

from analysis.slides.elements import EMU
from analysis.slides.text_slide import TextSlide, TitleSlide


def body(made) -> str:
    return "\n".join(
        shape.text_frame.text for shape in made.shapes if shape.has_text_frame and shape != made.shapes.title
    )


def test_the_first_slide_has_its_title_and_its_lines(opened):
    (made,) = opened(TitleSlide("对读", ("5 篇文章", "2026"))).slides
    assert made.slide_layout._element.get("type") == "title"
    assert (made.shapes.title.text, body(made)) == ("对读", "5 篇文章\n2026")


@pytest.mark.parametrize("slide", [TitleSlide("长标题" * 40), TextSlide("长标题" * 40, ["一。"])])
def test_a_long_title_is_smaller(opened, slide):
    (made,) = opened(slide).slides
    (run,) = made.shapes.title.text_frame.paragraphs[0].runs
    assert 18 <= run.font.size.pt < 26


def test_a_first_title_is_fitted_from_the_size_that_the_template_gives_it(opened):
    target = BytesIO()
    pptx.Presentation().save(target)
    titles = [
        opened(TitleSlide("字" * n), template=target.getvalue()).slides[0].shapes.title for n in (12, 28)
    ]
    short, long = (title.text_frame.paragraphs[0].runs[0].font.size for title in titles)
    assert short is None, "44 points, the template's own"
    assert 36 <= long.pt < 44


def test_a_title_alone_leaves_no_empty_placeholder(opened):
    (made,) = opened(TitleSlide("对读")).slides
    assert len(made.placeholders) == 1


def test_paragraphs_stand_in_the_placeholder_for_text(opened):
    (made,) = opened(TextSlide("方法", ["一。", "二。"])).slides
    assert [shape.text_frame.text for shape in made.placeholders][:2] == ["方法", "一。\n二。"]


@pytest.mark.parametrize("n", [1, 12, 60])
def test_no_paragraph_is_lost_and_parts_are_numbered(opened, n: int):
    paragraphs = [f"第{place}段：" + "正文中的提及，标题计一次。" * 5 for place in range(n)]
    made = list(opened(TextSlide("方法", paragraphs)).slides)
    said = [line for slide in made for line in slide.placeholders[1].text_frame.text.split("\n")]
    assert said == paragraphs
    titles = [slide.shapes.title.text for slide in made]
    expected = [f"方法（{place}/{len(made)}）" for place in range(1, len(made) + 1)]
    assert titles == (expected if len(made) > 1 else ["方法"])


def test_a_template_without_a_place_for_text_gets_a_box_under_the_title(opened):
    deck = pptx.Presentation()
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)
    target = BytesIO()
    deck.save(target)
    (made,) = opened(TextSlide("方法", ["一。"]), template=target.getvalue()).slides
    box = next(shape for shape in made.shapes if not shape.is_placeholder)
    assert box.text_frame.text == "一。"
    assert box.top >= made.shapes.title.top + made.shapes.title.height
    assert box.top + box.height <= 540 * EMU
