import pytest

from analysis.charts import fonts
from analysis.charts.chart import Room, blank, note
from analysis.charts.panels import Panel, add_axes, rows_axis
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.axes import Axis, notes_beside, number, pairs, plot_box, value_at

ROOM = Room(500, 300)


@pytest.fixture
def figure():
    """Two panels of 190 × 200 points, 20 apart, right of 90 points for names and under 40 for headings."""
    made = blank(LIGHT, 260, left=90, right=10, top=40, bottom=20)
    for place, left in ((1, 0), (2, 210)):
        rows = rows_axis(["钉钉", "&lt;飞书&gt;"], LIGHT, shown=place == 1)
        add_axes(made, place, Panel(left, 0, 190, 200), (400, 200), x={"range": [0, 50]}, y=rows)
        made.add_bar(x=[30, 18], y=[0, 1], orientation="h", xaxis=f"x{place}", yaxis=f"y{place}")
    return made


def test_pairs_stand_where_their_domains_are(figure):
    first, second = pairs(figure.to_plotly_json(), ROOM)
    assert plot_box(figure.to_plotly_json()["layout"], ROOM) == Box(90, 40, 400, 200)
    assert (first.box.left, first.box.top, first.box.width, first.box.height) == pytest.approx(
        (90, 40, 190, 200)
    )
    assert second.box.left == pytest.approx(300)
    assert [len(pair.traces) for pair in (first, second)] == [1, 1]


def test_axes_have_their_ends_their_names_and_their_direction(figure):
    first, second = pairs(figure.to_plotly_json(), ROOM)
    assert (first.x.first, first.x.last, first.x.turned) == (0, 50, False)
    assert (first.y.first, first.y.last, first.y.turned) == (1.5, -0.5, True)
    assert (first.y.shown, second.y.shown) == (True, False)
    assert [first.y.name_at(y) for y in (-0.4, 0.3, 1)] == ["钉钉", "钉钉", "<飞书>"]


@pytest.mark.parametrize(
    ("axis", "value", "share"),
    [
        (Axis(0, 50), 25, 0.5),
        (Axis(1.5, -0.5), -0.5, 1),
        (Axis(1, 10000, "log"), 100, 0.5),
    ],
)
def test_a_place_on_an_axis_and_back(axis: Axis, value: float, share: float):
    assert axis.share(value) == pytest.approx(share)
    assert axis.moved(axis.first, share) == pytest.approx(value)


def test_a_logarithmic_axis_is_read_from_its_exponents():
    made = blank(LIGHT, 200)
    axes = {"range": [2, 6], "type": "log"}
    add_axes(made, 1, Panel(0, 0, 500, 200), (500, 200), x=axes, y={"range": [0.5, -0.5]})
    made.add_scatter(x=[1000], y=[0], mode="markers")
    made.add_annotation(note("1000", 3, 0, LIGHT, xref="x", yref="y", xshift=12, yanchor="middle"))
    (pair,) = pairs(made.to_plotly_json(), ROOM)
    assert (pair.x.first, pair.x.last, pair.x.kind) == (100, 1e6, "log")
    (found,) = pair.notes
    assert (found.x, found.y, found.right, found.across, found.along) == (1000, 0, 12, "left", "middle")


def test_a_date_is_a_day_of_excels_calendar():
    assert number("1900-03-01") == 61
    assert number("2020-01-01") == 43831
    assert number("2020-01-01T12:00:00") == 43831


@pytest.mark.parametrize("first", range(1990, 2030))
def test_years_apart_by_365_days_and_a_quarter_begin_in_their_years(first: int):
    made = blank(LIGHT, 200)
    years = {"type": "date", "range": [f"{first}-01-01", f"{first + 12}-01-01"], "dtick": "M12"}
    add_axes(made, 1, Panel(0, 0, 500, 200), (500, 200), x=years, y={"range": [0.5, -0.5]})
    made.add_scatter(x=[f"{first}-05-01"], y=[0], mode="markers")
    (pair,) = pairs(made.to_plotly_json(), ROOM)
    for place in range(12):
        tick = pair.x.first + 365.25 * place
        assert number(f"{first + place}-01-01") <= tick < number(f"{first + place}-01-04")


def test_notes_on_the_paper_are_placed_in_points(figure):
    figure.add_annotation(
        note("第一篇<br>标题", 0.525, 1, LIGHT, xref="paper", yref="paper", yanchor="bottom", yshift=4)
    )
    (found,) = notes_beside(figure.to_plotly_json(), ROOM)
    assert (found.x, found.y, found.down) == (90 + 0.525 * 400, 40, -4)
    assert found.lines == ["第一篇", "标题"]
    assert found.size == (fonts.width("第一篇"), 2 * fonts.SIZE * fonts.LINE)


def test_level_rules_are_found(figure):
    line = {"color": LIGHT.grid, "width": 1}
    figure.add_shape(type="line", xref="paper", x0=-0.1, x1=1, y0=0.5, y1=0.5, line=line)
    figure.add_shape(type="rect", x0=0, x1=1, y0=0, y1=1)
    first, second = pairs(figure.to_plotly_json(), ROOM)
    assert (list(first.rules), list(second.rules)) == ([(0.5, LIGHT.grid)], [])


@pytest.mark.parametrize(
    ("values", "expected"), [(None, None), ("#000", "#000"), (7, 7), (["a", "b"], "b"), (("a", 2.5), 2.5)]
)
def test_a_point_has_its_own_value_or_that_of_all(values, expected):
    assert value_at(values, 1) == expected
