from itertools import combinations

import pandas as pd
import pytest

from analysis.charts import fonts
from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT, product_colour
from analysis.charts.word_cloud import lay_out, word_cloud

ROOM = Room(600)


def frame(words: list[str]) -> pd.DataFrame:
    counts = [len(words) * 3 - place * 2 for place in range(len(words))]
    return pd.DataFrame({"term": words, "count": counts, "per_1000": 1.5, "articles": 3})


@pytest.fixture
def terms() -> pd.DataFrame:
    return frame(["钉钉", "企业", "Office", "流量红利", "<b>", "用户", "产品", "疫情", "小程序", "排行榜"])


def ink(word) -> tuple[float, float, float, float]:
    left, top, right, bottom = fonts.at_size(word.size).getbbox(word.text, anchor="ls")
    return word.x + left, word.y + top, word.x + right, word.y + bottom


def test_no_word_meets_another_and_all_lie_inside(terms: pd.DataFrame, labels):
    cloud = lay_out(terms, labels, LIGHT, ROOM)
    boxes = [ink(word) for word in cloud.words]
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert min(min(box) for box in boxes) >= 0
    assert max(box[2] for box in boxes) <= cloud.width
    assert max(box[3] for box in boxes) <= cloud.height


def test_the_more_frequent_is_the_larger(terms: pd.DataFrame, labels):
    sizes = {word.term: word.size for word in lay_out(terms, labels, LIGHT, ROOM).words}
    assert [sizes[term] for term in terms["term"]] == sorted(sizes.values(), reverse=True)
    assert min(sizes.values()) >= fonts.SIZE


def test_it_is_laid_out_the_same_each_time(terms: pd.DataFrame, labels):
    assert lay_out(terms, labels, LIGHT, ROOM) == lay_out(terms, labels, LIGHT, ROOM)


def test_products_have_their_colour_and_words_are_plain_text(terms: pd.DataFrame, labels):
    words = {word.term: word for word in lay_out(terms, labels, LIGHT, ROOM).words}
    assert words["钉钉"].colour == product_colour(LIGHT, "钉钉")
    assert words["用户"].colour in (LIGHT.text, LIGHT.muted)
    assert words["<b>"].text == "<b>"
    assert words["钉钉"].tip == "⟨chart.hover.term⟩ 钉钉 30 1.50 3"


def test_the_figure_has_the_same_words_as_markup(terms: pd.DataFrame, labels):
    figure = word_cloud(terms, labels, LIGHT, ROOM)
    assert list(figure.data[0].text)[4] == "&lt;b&gt;"
    assert [list(ids) for ids in figure.data[0].customdata] == [[term] for term in terms["term"]]


def test_words_without_a_place_are_said_to_be_left_out(labels):
    many = frame([f"很长的词语{number}" for number in range(60)])
    figure = word_cloud(many, labels, LIGHT, Room(300, 200))
    drawn = len(figure.data[0].text)
    assert 0 < drawn < 60
    assert figure.layout.annotations[0].text == f"⟨chart.first_rows⟩ {drawn} 60"
    assert figure.layout.height == 200


def test_without_terms_it_is_empty(terms: pd.DataFrame, labels):
    assert lay_out(terms.iloc[:0], labels, LIGHT, ROOM).words == []
    assert not word_cloud(terms.iloc[:0], labels, LIGHT, ROOM).data[0].x
