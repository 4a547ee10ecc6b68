from analysis.charts.canvas import Area, Mark, Text, drawn
from analysis.charts.theme import LIGHT


def test_places_are_counted_downwards_in_pixels():
    figure = drawn([], 100.4, 300, LIGHT)
    assert list(figure.layout.xaxis.range) == [0, 300]
    assert list(figure.layout.yaxis.range) == [figure.layout.height, 0] == [100, 0]


def test_words_are_never_read_as_markup_and_nothing_is_no_word():
    parts = [Mark(1, 1, "has", LIGHT.text), Text(5, 6, "<i>x</i>", LIGHT.muted), Text(7, 8, "", LIGHT.text)]
    texts = drawn(parts, 10, 10, LIGHT).data[-1]
    assert list(texts.text) == ["&lt;i&gt;x&lt;/i&gt;"]
    assert (list(texts.x), list(texts.y), list(texts.textfont.color)) == ([5], [6], [LIGHT.muted])


def test_only_marks_of_cells_can_be_clicked_and_say_something():
    parts = [Mark(1, 1, "has", "#111111", "words", ("f", "p")), Mark(2, 2, "lacks", "#222222")]
    cells, key = drawn(parts, 10, 10, LIGHT).data
    assert [list(each) for each in cells.customdata] == [["f", "p"]]
    assert (cells.hoverinfo, key.hoverinfo) == ("text", "skip")


def test_areas_lie_below_and_status_forms_above():
    parts = [Area(0, 0, 5, 5, "#333333"), Mark(2, 3, "planned", "#222222")]
    area, form = drawn(parts, 10, 10, LIGHT).layout.shapes
    assert (area.layer, area.fillcolor, area.x1, area.y1) == ("below", "#333333", 5, 5)
    assert (form.xanchor, form.yanchor, form.fillcolor) == (2, 3, "#222222")
