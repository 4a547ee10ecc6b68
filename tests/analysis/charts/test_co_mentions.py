import pandas as pd
import pytest

from analysis.charts.chart import Room
from analysis.charts.co_mentions import co_mentions
from analysis.charts.names import product_name
from analysis.charts.theme import DARK, LIGHT, contrast, mixed

A, B, C = "钉钉", "企业微信", "微信"


@pytest.fixture
def frame() -> pd.DataFrame:
    return pd.DataFrame({"entity": [A, B], "other": [B, C], "sentences": [1, 4]})


def test_products_stand_by_the_sentences_they_share(frame: pd.DataFrame, labels):
    figure = co_mentions(frame, labels, LIGHT)
    assert list(figure.layout.yaxis.ticktext) == [B, C, A]
    assert [head.text for head in figure.layout.annotations] == [B, C, A]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_a_pair_is_drawn_on_both_sides_and_leads_to_itself(frame: pd.DataFrame, labels):
    (circles,) = co_mentions(frame, labels, LIGHT).data
    places = list(zip(circles.x, circles.y, strict=True))
    assert places == [(0, 2), (1, 0), (2, 0), (0, 1)]
    assert [list(each) for each in circles.customdata] == [[A, B], [B, C]] * 2
    assert list(circles.text) == ["1", "4"] * 2


def test_the_area_is_the_number_of_sentences(frame: pd.DataFrame, labels):
    (circles,) = co_mentions(frame, labels, LIGHT).data
    assert circles.marker.size[1] == pytest.approx(2 * circles.marker.size[0])


def test_a_number_that_does_not_fit_stands_beside(frame: pd.DataFrame, labels):
    (circles,) = co_mentions(frame.assign(sentences=[1, 100]), labels, LIGHT).data
    assert list(circles.textposition[:2]) == ["middle right", "middle center"]


def many(products: int) -> pd.DataFrame:
    names = [f"产品{place:02}" for place in range(products)]
    pairs = [(one, other, 1) for place, one in enumerate(names) for other in names[place + 1 :]]
    return pd.DataFrame(pairs, columns=["entity", "other", "sentences"])


@pytest.mark.parametrize(("room", "drawn"), [(Room(1200), 12), (Room(400), 5), (Room(1200, 250), 7)])
def test_products_that_do_not_fit_are_said_to_be_left_out(labels, room: Room, drawn: int):
    figure = co_mentions(many(30), labels, LIGHT, room)
    assert len(figure.layout.yaxis.ticktext) == drawn
    assert figure.layout.annotations[-1].text == f"⟨chart.first_rows⟩ {drawn} 30"
    assert room.height is None or figure.layout.height <= room.height


def test_no_name_over_a_column_is_broken_within_a_word():
    class English:
        language = "en"

        def __call__(self, key: str, **facts: object) -> str:
            return key

    names = [A, B, C, "小程序", "企业QQ", "微信支付", "飞书", "腾讯云", "微信公众平台"]
    pairs = pd.DataFrame({"entity": names[0], "other": names[1:], "sentences": 1})
    heads = [note.text.split() for note in co_mentions(pairs, English(), LIGHT).layout.annotations[:-1]]
    whole = {word for name in names for word in product_name(name, "en").split()}
    assert {word for head in heads for text in head for word in text.split("<br>")} <= whole


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_number_can_be_read_on_its_circle(theme):
    assert contrast(theme.text, mixed(theme.neutral, theme.background, 0.55)) > 4.5


def test_without_a_pair_the_figure_is_empty(frame: pd.DataFrame, labels):
    figure = co_mentions(frame.iloc[:0], labels, LIGHT)
    assert figure.data == ()
    assert figure.layout.height > 0
