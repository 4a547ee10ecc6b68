import pytest

from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.axes import Axis, Note, Pair
from analysis.slides.elements import Run
from analysis.slides.scatter_texts import joined, labelled, side_of, texts
from analysis.slides.series import Mark, Point, Series

MARK = Mark("circle", 11, "#0072B2", "#0072B2", 2)


def note(
    text: str, x: float, y: float, *, right: float = 0, across: str = "left", along: str = "middle"
) -> Note:
    return Note(x, y, (Run(text, LIGHT.text, 14),), right, 0, across, along)


def pair(**known) -> Pair:
    whole = {"box": Box(0, 0, 400, 200), "x": Axis(0, 10), "y": Axis(1.5, -0.5), "traces": [], "notes": []}
    return Pair(**(whole | {"rules": [], "layout": {}} | known))


def said(runs) -> str:
    return "".join(run.text for run in runs).strip()


@pytest.mark.parametrize(
    ("found", "side"),
    [
        (note("甲", 1, 0, right=12), "r"),
        (note("←", 1, 0, right=-12, across="center"), "l"),
        (note("甲", 1, 0), "r"),
        (note("甲", 1, 0, across="right"), "l"),
        (note("甲", 1, 0, across="center"), "ctr"),
        (note("甲", 1, 0, along="top"), "b"),
        (note("甲", 1, 0, along="bottom"), "t"),
    ],
)
def test_sides(found: Note, side: str):
    assert side_of(found) == side


def test_notes_at_one_side_of_a_point_are_one_from_the_nearest_on():
    one, other = joined([note("2亿", 1, 0, right=31), note("→", 1, 0, right=15), note("←", 1, 0, right=-15)])
    assert [run.text.strip() for run in one.runs if run.text.strip()] == ["→", "2亿"]
    assert side_of(other) == "l"


def test_a_note_right_of_a_mark_is_its_label_and_others_stay_notes():
    marks = [Series("钉钉", [Point(1000.0, 0), Point(5, 1)], MARK)]
    beside, left = note("1000", 10**2.9999999999999996, 0, right=12), note("←", 5, 1, right=-12)
    (series,), others = labelled(marks, [beside, left], pair())
    assert [said(point.text) for point in series.points] == ["1000", ""]
    assert others == [left]


@pytest.mark.parametrize(
    ("found", "side"),
    [
        (note("2亿", 5.25, 0), "r"),
        (note("2亿", 4.25, 0), "l"),
        (note("2亿", 5.25, 0.2), None),
        (note("2亿", 6, 0), None),
    ],
)
def test_a_note_close_to_a_mark_on_its_level_is_its_label(found: Note, side: str | None):
    (series,), others = labelled([Series("钉钉", [Point(5, 0)], MARK)], [found], pair())
    (point,) = series.points
    assert (said(point.text), point.side) == (("2亿", side) if side else ("", "r"))
    assert others == ([] if side else [found])


def test_a_note_without_a_mark_is_kept():
    _, others = labelled([Series("钉钉", [Point(1, 0)], MARK)], [note("2亿", 7, 1, right=12)], pair())
    assert [said(each.runs) for each in others] == ["2亿"]


def test_rows_and_places_are_named_at_their_edges(labels):
    rows = Axis(1.5, -0.5, ticks=((0, "钉钉"), (1, "&lt;飞书&gt;")), shown=True)
    years = Axis(0, 10, ticks=((2, "2015"),), shown=True)
    left, below = texts([], pair(x=years, y=rows), labels)
    assert [(said(point.text), point.y, point.side) for point in left.points] == [
        ("钉钉", 0, "l"),
        ("<飞书>", 1, "l"),
    ]
    assert all(0 < point.x < 0.01 for point in left.points)
    assert [(said(point.text), point.x, point.y, point.side) for point in below.points] == [
        ("2015", 2, 1.5, "b")
    ]


def test_a_note_below_its_point_keeps_its_left_end(labels):
    (series,) = texts([note("未注明", 5, 1.5, along="top")], pair(), labels)
    (point,) = series.points
    assert point.side == "b"
    assert point.x == pytest.approx(5 + 42 / 2 / 400 * 10, abs=0.05)


def test_names_that_are_not_shown_are_not_written(labels):
    assert list(texts([], pair(y=Axis(1.5, -0.5, ticks=((0, "钉钉"),))), labels)) == []
