import pandas as pd
import pytest

from analysis.charts import fonts, quotes
from analysis.charts.chart import Room
from analysis.charts.theme import DARK, LIGHT
from tests.contrast import contrast

SENTENCE = ("钉钉支持", "视频会议", "，也支持打卡。")


def frame(*rows: tuple[str, str | None, str], sentence: tuple[str, str, str] = SENTENCE) -> pd.DataFrame:
    """Quotes of one sentence: title, published, note."""
    columns = ["title", "published", "before", "hit", "after", "note"]
    return pd.DataFrame([(*row[:2], *sentence, row[2]) for row in rows], columns=columns)


def words(figure) -> list[str]:
    return list(figure.data[0].text)


def marked(figure) -> list[tuple[float, float]]:
    """From where to where words are marked, in pixels behind the rule; the rules themselves left out."""
    shapes = [shape for shape in figure.layout.shapes if shape.x0 > 0]
    return [(shape.x0 - quotes.INDENT, shape.x1 - quotes.INDENT) for shape in shapes]


def test_a_quote_is_its_sentence_and_where_it_stands(labels):
    figure = quotes.quote_lines(frame(("甲", "2020-02", "备注")), labels, LIGHT)
    assert words(figure) == ["".join(SENTENCE), "备注 · ⟨chart.hover.source⟩ 甲 · 2020年2月"]


@pytest.mark.parametrize(("published", "note"), [(None, ""), (float("nan"), "")])
def test_what_is_not_known_of_a_source_is_not_said(published, note, labels):
    row = next(frame(("甲", published, note)).itertuples())
    assert quotes.source(row, labels) == "⟨chart.hover.source⟩ 甲"


def test_the_words_in_question_are_marked_where_they_stand(labels):
    before, hit, _ = SENTENCE
    figure = quotes.quote_lines(frame(("甲", None, "")), labels, LIGHT)
    assert marked(figure) == [(fonts.width(before), pytest.approx(fonts.width(before + hit)))]


def test_marked_words_may_go_over_a_line(labels):
    long = ("一" * 20, "二" * 20, "三" * 20)
    figure = quotes.quote_lines(frame(("甲", None, ""), sentence=long), labels, LIGHT, Room(400))
    lines = [line for line in words(figure) if set(line) <= set("一二三")]
    expected = [
        (fonts.width(line[: line.index("二")]), fonts.width(line[: line.rindex("二") + 1]))
        for line in lines
        if "二" in line
    ]
    assert len(expected) == 2
    assert marked(figure) == expected


@pytest.mark.parametrize(
    "sentence", [("", "钉钉", ""), ("\n a ", "b\nc", " d"), ("a" * 300, "b", ""), ("", "", "钉钉")]
)
def test_any_sentence_is_drawn(sentence, labels):
    figure = quotes.quote_lines(frame(("甲", None, ""), sentence=sentence), labels, LIGHT, Room(400))
    assert len(marked(figure)) == bool(sentence[1])


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_marked_words_can_be_read(theme, labels):
    figure = quotes.quote_lines(frame(("甲", None, "")), labels, theme)
    colour = next(shape.fillcolor for shape in figure.layout.shapes if shape.x0 > 0)
    assert contrast(theme.text, colour) >= 7


def test_as_many_quotes_as_fit_the_room_and_a_note_on_the_rest(labels):
    many = frame(*[("甲", None, "")] * 30)
    figure = quotes.quote_lines(many, labels, LIGHT, Room(600, 200))
    assert 1 < len(words(figure)) / 2 < 30
    assert figure.layout.height <= 200
    assert "⟨chart.first_rows⟩" in figure.layout.annotations[0].text


def test_no_quote_is_an_empty_figure(labels):
    assert quotes.quote_lines(frame(), labels, LIGHT).layout.height > 0
