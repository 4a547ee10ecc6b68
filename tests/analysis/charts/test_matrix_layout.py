from dataclasses import replace

import pytest

from analysis.charts.chart import Room
from analysis.charts.matrix_layout import Wanted, laid_out

WANTED = Wanted(names=120, cell=70, head=1, products=2)


@pytest.mark.parametrize("bands", [[3], [10, 10], [20, 30, 40], [200]])
def test_nothing_stands_outside_the_room(bands: list[int]):
    room = Room(888, 390)
    layout = laid_out(bands, WANTED, room)
    assert layout.right(layout.columns - 1) <= room.width + 1e-6
    assert layout.height <= room.height
    assert all(layout.top(line.place + 1) <= room.height for line in layout.lines)


def test_columns_of_lines_do_not_meet():
    layout = laid_out([20, 20], WANTED, Room(888, 390))
    assert layout.columns > 1
    assert layout.right(0) < layout.left(1)


def test_cells_follow_the_names_from_left_to_right():
    layout = laid_out([3], WANTED, Room(888, None))
    assert layout.left(0) + layout.names < layout.cell_left(0, 0) < layout.cell_left(0, 1) < layout.right(0)
    assert layout.rows == 3


def test_products_that_do_not_fit_are_left_out():
    layout = laid_out([3], replace(WANTED, products=40), Room(400, None))
    assert layout.products == 3
    assert layout.right(0) <= 400
