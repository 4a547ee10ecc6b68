from itertools import pairwise

import pptx
import pytest

from analysis.charts.placement import Box
from analysis.slides.sentences import add_quotes, split
from analysis.slides.text_boxes import height

AREA = Box(36, 100, 880, 330)


@pytest.mark.parametrize("n", [0, 1, 7, 40])
def test_no_quote_is_lost_and_each_slide_is_filled(sentences, labels, n: int):
    slides = split(sentences(n), AREA, labels)
    said = ["".join(quote[:3]) for quotes in slides for quote in quotes]
    assert said == [f"第钉钉{place}句。" for place in range(n)]
    assert all(len(quotes) == len(slides[0]) for quotes in slides[:-1])


def test_a_quote_says_where_it_stands_and_what_is_noted_on_it(sentences, labels):
    ((quote,),) = split(sentences(1).assign(note="利好 钉钉"), AREA, labels)
    assert quote[3] == "第一篇 · 2019年3月 · 利好 钉钉"


def test_a_very_long_sentence_is_cut_around_the_words_in_question(sentences, labels):
    found = sentences(3).assign(before="长" * 900 + "前", after="后" + "长" * 900)
    for quotes in split(found, AREA, labels):
        for before, hit, after, _ in quotes:
            assert (before[0], before[-1], hit, after[0], after[-1]) == ("…", "前", "钉钉", "后", "…")
            assert height(before + hit + after, AREA.width) < AREA.height


def test_a_quote_that_does_not_fit_begins_a_slide(sentences, labels):
    low = Box(36, 100, 200, 60)
    assert [len(quotes) for quotes in split(sentences(3), low, labels)] == [1, 1, 1]


def test_the_words_in_question_are_bold_and_no_two_quotes_meet(sentences, labels):
    deck = pptx.Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    (quotes,) = split(sentences(4), AREA, labels)
    add_quotes(shapes, quotes, AREA, "zh")
    bold = [run.text for run in shapes[0].text_frame.paragraphs[0].runs if run.font.bold]
    assert bold == ["钉钉"]
    ends = [(shape.top, shape.top + shape.height) for shape in shapes]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
