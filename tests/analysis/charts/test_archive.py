"""All charts of a page in one file: in order, readable, and none left out unsaid."""

from io import BytesIO
from zipfile import ZipFile

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from analysis.charts import images
from analysis.charts.archive import LONGEST_NAME, archive, file_name
from analysis.charts.chart import Chart, Facts, Room, blank
from analysis.charts.engine import ImageError
from analysis.charts.theme import Theme
from analysis.strings.labels import LANGUAGES, Labels

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


def bars(theme: Theme, room: Room) -> go.Figure:
    figure = blank(theme, room.height or 200)
    figure.add_bar(x=[3, 1], y=["钉钉", "企业微信"], orientation="h")
    return figure


def chart(title: str, draw=bars) -> Chart:
    return Chart("products-mentions", title, "正文中的提及次数", pd.DataFrame(), draw, Facts("全部文章", 5))


def opened(charts: list[Chart], language: str = "zh") -> dict[str, bytes]:
    with ZipFile(BytesIO(archive(charts, Labels(language)))) as made:
        assert made.testzip() is None
        return {name: made.read(name) for name in made.namelist()}


def test_every_chart_is_there_twice_in_order():
    files = opened([chart("钉钉提到最多"), chart("哪些词: 最常见?")])
    assert list(files) == [
        "01 钉钉提到最多.png",
        "01 钉钉提到最多.svg",
        "02 哪些词 最常见.png",
        "02 哪些词 最常见.svg",
    ]


def test_the_files_are_what_their_names_say():
    files = opened([chart("钉钉")])
    assert Image.open(BytesIO(files["01 钉钉.png"])).size == (1920, 1080)
    svg = files["01 钉钉.svg"].decode("utf-8")
    assert svg.startswith("<svg")
    assert "企业微信" in svg
    assert "@font-face" in svg


def test_a_picture_is_the_same_as_alone():
    from analysis.charts.chart import footer, slide_figure

    alone = slide_figure(chart("钉钉"), footer(chart("钉钉").facts, Labels("zh")))
    assert opened([chart("钉钉")])["01 钉钉.png"] == images.png(alone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_that_cannot_be_drawn_is_named_with_the_reason(language: str):
    def broken(theme: Theme, room: Room) -> go.Figure:
        raise ImageError("too_slow")

    files = opened([chart("钉钉"), chart("坏图", broken)], language)
    labels = Labels(language)
    assert list(files)[:2] == ["01 钉钉.png", "01 钉钉.svg"]
    said = files[labels("archive.failed")].decode("utf-8")
    assert said.startswith("02 坏图: ")
    assert labels("image.too_slow") in said


def test_where_none_can_be_drawn_it_fails():
    def broken(theme: Theme, room: Room) -> go.Figure:
        raise ImageError("no_engine")

    with pytest.raises(ImageError, match="Chromium"):
        archive([chart("钉钉", broken)], Labels("zh"))


def test_no_charts_are_an_empty_file():
    assert opened([]) == {}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("企业微信 3.0：谁的红利？", "企业微信 3.0：谁的红利？"),
        ("../../etc/passwd", ".. .. etc passwd"),
        ("a\r\nb\tc", "a b c"),
        ("ends in dots...", "ends in dots"),
        ("字" * 80, "字" * 59 + "…"),
        ("", ""),
    ],
)
def test_a_title_as_the_name_of_a_file(title: str, name: str):
    assert file_name(title) == name


@given(st.text())
def test_any_title_is_a_name_that_every_system_takes(title: str):
    name = file_name(title)
    assert not FORBIDDEN & set(name)
    assert len(name) <= LONGEST_NAME
    assert not name.endswith((".", " "))
