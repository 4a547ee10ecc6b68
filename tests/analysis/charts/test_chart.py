import pandas as pd
import pytest

from analysis.charts import fonts
from analysis.charts.chart import COUNTED_SIZE, TITLE_SIZE, Chart, Facts, Room, blank, footer, slide_figure
from analysis.charts.theme import DARK, LIGHT

FACTS = Facts("产品：钉钉", 5, "2015-10", "2020-02")


def chart(title: str = "企业微信被提到得最多", drawn: list | None = None) -> Chart:
    def draw(theme, room: Room):
        if drawn is not None:
            drawn.append((theme, room))
        return blank(theme, min(room.height, 200), left=60, right=4, top=20, bottom=10)

    return Chart("key", title, "正文中的提及次数", pd.DataFrame(), draw, FACTS)


def place(figure, note) -> tuple[float, float]:
    """Where a note of the slide begins, in points from the slide's upper left corner."""
    margin = figure.layout.margin
    return margin.l + note.xshift, margin.t - note.yshift


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (FACTS, "产品：钉钉 · ⟨chart.footer.articles⟩ 5 · ⟨chart.footer.dates⟩ 2015-10 2020-02"),
        (Facts("", 1, "2019", "2019"), "⟨chart.footer.articles⟩ 1 · ⟨chart.footer.date⟩ 2019 2019"),
        (Facts("", 0), "⟨chart.footer.articles⟩ 0"),
    ],
)
def test_a_footer_says_what_a_chart_rests_on(labels, facts: Facts, text: str):
    assert footer(facts, labels) == text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_figure_has_its_own_colours_and_font_whatever_the_default_template(theme):
    layout = blank(theme, 100).layout
    assert layout.template.layout.to_plotly_json() == {}
    assert layout.font.color == theme.text
    assert layout.font.family.startswith(fonts.FAMILY)
    assert layout.hoverlabel.bgcolor == theme.background


def test_a_slide_is_sixteen_to_nine_light_and_on_paper():
    drawn: list = []
    figure = slide_figure(chart(drawn=drawn), "脚注")
    assert (figure.layout.width, figure.layout.height) == (960, 540)
    assert figure.layout.paper_bgcolor == LIGHT.background
    assert drawn[0][0] is LIGHT


@pytest.mark.parametrize("title", ["短", "很长的标题" * 20], ids=["short", "long"])
def test_title_counted_chart_and_footer_stand_below_each_other(title: str):
    drawn: list = []
    figure = slide_figure(chart(title, drawn), "脚注")
    said, counted, foot = figure.layout.annotations
    lines = len(said.text.split("<br>"))
    assert said.text.replace("<br>", "") == title
    top = figure.layout.margin.t - 20
    assert place(figure, said)[1] + lines * TITLE_SIZE * fonts.LINE <= place(figure, counted)[1]
    assert place(figure, counted)[1] + COUNTED_SIZE * fonts.LINE <= top
    assert top + drawn[0][1].height <= place(figure, foot)[1]
    assert place(figure, foot)[1] + fonts.SIZE * fonts.LINE <= 540
    assert {place(figure, note)[0] for note in (said, counted, foot)} == {36}


def test_the_smallest_text_of_a_slide_is_fourteen_points():
    figure = slide_figure(chart(), "脚注")
    assert min(note.font.size for note in figure.layout.annotations) == 14
    assert figure.layout.font.size == 14


def test_what_a_slide_says_is_never_markup():
    figure = slide_figure(chart("<b>1 & 2</b>"), "<i>")
    assert [note.text for note in figure.layout.annotations] == [
        "&lt;b&gt;1 &amp; 2&lt;/b&gt;",
        "正文中的提及次数",
        "&lt;i&gt;",
    ]
