import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts import panels
from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT

TITLE = "疫情下的流量機遇:為何釘釘“搶走”小學生,企業微信落後一步?"


@pytest.mark.parametrize(
    ("wanted", "room", "count"),
    [(30, None, 30), (30, 300, 15), (3, 300, 3), (3, 10, 1), (0, 300, 0), (0, None, 0)],
)
def test_rows_are_all_drawn_or_as_many_as_fit(wanted: int, room: float | None, count: int):
    rows = panels.rows_that_fit(wanted, room)
    assert rows.count == count
    assert panels.LEAST_ROW <= rows.height <= panels.MOST_ROW


@given(st.integers(1, 60), st.floats(20, 2000))
def test_all_rows_are_drawn_where_there_is_room(wanted: int, room: float):
    rows = panels.rows_that_fit(wanted, room)
    assert rows.count == wanted or rows.count * panels.LEAST_ROW <= room < wanted * panels.LEAST_ROW
    assert rows.count * rows.height <= room + 1e-6


@pytest.mark.parametrize(("wanted", "columns"), [(1, 1), (5, 5), (6, 3), (7, 4), (11, 4)])
def test_lines_of_panels_are_evenly_filled(wanted: int, columns: int):
    assert panels.columns_that_fit(wanted, 600, 100) == columns


@given(st.integers(1, 12), st.integers(1, 30), st.integers(300, 1000))
def test_panels_lie_inside_and_apart(count: int, rows: int, width: int):
    laid = panels.small_multiples([TITLE] * count, rows, Room(width), 60, 100)
    assert laid.rows.count == rows
    for place, box in enumerate(laid.boxes):
        assert box.left >= 0
        assert box.left + box.width <= laid.size[0] + 1e-6
        assert box.top + box.height <= laid.size[1] + 1e-6
        assert box.height == pytest.approx(rows * laid.rows.height)
        if place >= laid.columns:
            above = laid.boxes[place - laid.columns]
            assert box.top >= above.top + above.height + panels.GAP


@given(st.integers(1, 6), st.integers(1, 60))
def test_panels_fit_a_slide(count: int, rows: int):
    room = Room(888, 390)
    laid = panels.small_multiples([TITLE] * count, rows, room, 80, 100, below=panels.NOTE)
    assert laid.top + laid.size[1] + panels.NOTE <= room.height + 1e-6


def test_titles_are_broken_never_cut():
    laid = panels.small_multiples([TITLE], 3, Room(200), 60, 100)
    assert "".join(laid.headings[0]) == TITLE
    assert len(laid.headings[0]) > 1


@pytest.mark.parametrize(("drawn", "notes"), [(5, 0), (4, 1)])
def test_what_is_left_out_is_said(labels, drawn: int, notes: int):
    laid = panels.small_multiples([""], 5, Room(400), 60, 100)
    figure = panels.sheet(laid, LIGHT, 60)
    panels.add_cut_note(figure, drawn, 5, labels, LIGHT)
    assert [each.text for each in figure.layout.annotations] == ["⟨chart.first_rows⟩ 4 5"] * notes


def test_the_first_row_stands_on_top():
    axis = panels.rows_axis(["a", "b"], LIGHT)
    assert axis["range"] == [1.5, -0.5]
    assert list(zip(axis["tickvals"], axis["ticktext"], strict=True)) == [(0, "a"), (1, "b")]


def test_the_longest_bar_leaves_room_for_its_value():
    assert 100 / panels.room_for_values(["1,234"], 100) < 100 - panels.fonts.width("1,234")
