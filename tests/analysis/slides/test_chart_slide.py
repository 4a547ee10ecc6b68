from io import BytesIO
from itertools import pairwise

import pptx
import pytest

from analysis.charts.chart import footer
from analysis.slides.chart_slide import LEAST_TITLE, Slide, part_of, planned
from analysis.slides.elements import EMU, plain
from analysis.slides.template import opened as template_of

ADDRESS = "http://localhost:8501/products?measure=per_1000"


def texts(made) -> list[str]:
    return [shape.text_frame.text for shape in made.shapes if shape.has_text_frame]


@pytest.fixture
def chart(bars):
    return bars({"钉钉": 30, "飞书": 7})


def test_a_slide_says_what_is_seen_what_is_counted_and_what_it_rests_on(opened, chart, labels, sentences):
    slide = Slide(chart, takeaway="钉钉领先", note="先说结论", address=ADDRESS, sentences=sentences(3))
    (made,) = opened(slide).slides
    assert made.shapes.title.text == "钉钉最多"
    foot = f"{footer(chart.facts, labels)} · {labels('slides.open')}"
    assert {"钉钉领先", "正文中的次数", plain(foot)} <= set(texts(made))
    assert made.notes_slide.notes_text_frame.text.startswith("先说结论\n")


def test_the_readers_own_title_stands_in_place_of_the_charts(opened, chart):
    assert opened(Slide(chart, title="自己的标题")).slides[0].shapes.title.text == "自己的标题"


def test_the_way_back_is_a_link(opened, chart, labels):
    (made,) = opened(Slide(chart, address=ADDRESS)).slides
    links = [
        (run.text, run.hyperlink.address)
        for shape in made.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert links == [(labels("slides.open"), ADDRESS)]
    assert labels("slides.open") not in "".join(texts(opened(Slide(chart)).slides[0]))


def test_slides_are_numbered_and_have_no_empty_placeholders(opened, chart):
    (made,) = opened(Slide(chart)).slides
    assert [each.placeholder_format.type.name for each in made.placeholders] == ["TITLE", "SLIDE_NUMBER"]
    assert list(made.placeholders)[1]._element.xpath(".//a:fld/@type") == ["slidenum"]


def test_without_note_and_sentences_there_are_no_notes(opened, chart):
    assert not opened(Slide(chart)).slides[0].has_notes_slide


def test_a_template_whose_notes_have_no_place_for_text_has_none(opened, chart):
    theirs = pptx.Presentation()
    body = next(
        each for each in theirs.notes_master.placeholders if each.placeholder_format.type.name == "BODY"
    )
    body._element.getparent().remove(body._element)
    target = BytesIO()
    theirs.save(target)
    (made,) = opened(Slide(chart, note="先说结论"), template=target.getvalue()).slides
    assert made.shapes.title.text == "钉钉最多"
    assert made.notes_slide.notes_text_frame is None


def boxes(made) -> list[tuple[float, float]]:
    """From where to where, down the slide, each text and the chart reach, from the top."""
    shown = [shape for shape in made.shapes if not shape.is_placeholder or shape == made.shapes.title]
    spans = [(shape.top / EMU, (shape.top + shape.height) / EMU, shape.has_chart) for shape in shown]
    return sorted((top + 6 * chart, bottom - 6 * chart) for top, bottom, chart in spans)


@pytest.mark.parametrize("title", ["短", "钉钉被提到得最多，在五篇文章中的三篇里居首" * 2, "长标题" * 60])
@pytest.mark.parametrize("takeaway", ["", "一句话", "很长的一句话，" * 20])
def test_parts_stand_one_under_the_other(opened, bars, title: str, takeaway: str):
    (made,) = opened(Slide(bars({"钉钉": 30}, title=title), takeaway=takeaway)).slides
    found = boxes(made)
    assert all(before[1] <= after[0] + 0.1 for before, after in pairwise(found))
    assert found[-1][1] <= 540


def test_a_long_title_becomes_smaller_and_a_short_one_keeps_the_size_of_the_template(bars, labels):
    ours = template_of(None)
    assert planned(Slide(bars({"钉钉": 1}, title="短")), ours, labels).title_size is None
    small = planned(Slide(bars({"钉钉": 1}, title="长标题" * 30)), ours, labels).title_size
    assert small is not None
    assert LEAST_TITLE <= small < 26


def test_a_part_of_several_says_which(labels):
    assert part_of("功能", 1, 1, labels) == "功能"
    assert part_of("功能", 2, 3, labels) == "功能（2/3）"
