import pandas as pd

from analysis.charts.chart import Room
from analysis.charts.text import paragraphs
from analysis.charts.theme import LIGHT


def frame(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["heading", "text"])


def places(figure) -> dict[str, tuple[float, float]]:
    """Where each line of text begins."""
    drawn = figure.data[0]
    return {text: (x, y) for text, x, y in zip(drawn.text, drawn.x, drawn.y, strict=True)}


def test_headings_stand_left_of_their_text(labels):
    found = places(paragraphs(frame(("来源", "第一段"), ("版本", "第二段")), labels, LIGHT))
    assert found["来源"][0] == 0 < found["第一段"][0]
    assert found["来源"][1] == found["第一段"][1] < found["第二段"][1]
    assert found["第一段"][0] == found["第二段"][0]


def test_without_headings_the_text_stands_at_the_edge(labels):
    assert places(paragraphs(frame(("", "一段")), labels, LIGHT))["一段"][0] == 0


def test_long_text_is_broken_into_lines(labels):
    figure = paragraphs(frame(("来源", "字" * 100)), labels, LIGHT, Room(400))
    lines = [text for text in figure.data[0].text if text.startswith("字")]
    assert "".join(lines) == "字" * 100
    assert len(lines) > 2


def test_paragraphs_that_do_not_fit_are_said_to_be_left_out(labels):
    figure = paragraphs(frame(*[("", "一段")] * 30), labels, LIGHT, Room(400, 200))
    assert figure.layout.height <= 200
    assert "⟨chart.first_rows⟩" in figure.layout.annotations[0].text


def test_nothing_gives_an_empty_figure(labels):
    assert paragraphs(frame(), labels, LIGHT).layout.height > 0
