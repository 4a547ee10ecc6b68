import pandas as pd

from analysis.charts import quotes
from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT

SENTENCE = ("钉钉支持", "视频会议", "，也支持打卡。")


def frame(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    """Quotes of one sentence: title, published, note."""
    columns = ["title", "published", "before", "hit", "after", "note"]
    return pd.DataFrame(
        [(title, published, *SENTENCE, note) for title, published, note in rows], columns=columns
    )


def words(figure) -> list[str]:
    return list(figure.data[0].text)


def test_a_quote_is_its_sentence_and_where_it_stands(labels):
    figure = quotes.quote_lines(frame(("甲", "2020-02", "备注")), labels, LIGHT)
    assert words(figure) == ["".join(SENTENCE), "甲 · 2020-02 · 备注"]


def test_a_source_without_a_date_says_so(labels):
    row = next(frame(("甲", None, "")).itertuples())
    assert quotes.source(row, labels) == "甲 · ⟨article.undated⟩"


def test_as_many_quotes_as_fit_the_room_and_a_note_on_the_rest(labels):
    many = frame(*[("甲", None, "")] * 30)
    figure = quotes.quote_lines(many, labels, LIGHT, Room(600, 200))
    assert 1 < len(words(figure)) / 2 < 30
    assert figure.layout.height <= 200
    assert "⟨chart.first_rows⟩" in figure.layout.annotations[0].text


def test_no_quote_is_an_empty_figure(labels):
    assert quotes.quote_lines(frame(), labels, LIGHT).layout.height > 0
