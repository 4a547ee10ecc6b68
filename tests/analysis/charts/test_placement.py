from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.placement import Box, beside

LINE = 18
AREA = (2000.0, 2000.0)
FEW = st.lists(st.tuples(st.floats(300, 1700), st.floats(300, 1700)), min_size=1, max_size=4)


@given(FEW)
def test_no_text_meets_another_where_there_is_room(marks: list[tuple[float, float]]):
    boxes = beside(marks, [120.0] * len(marks), AREA, LINE)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_a_text_stands_right_of_its_mark():
    assert beside([(100, 50)], [40], (300, 100), LINE) == [Box(109, 41, 40, LINE)]


def test_at_the_edge_it_stands_left():
    assert beside([(280, 50)], [40], (300, 100), LINE) == [Box(231, 41, 40, LINE)]


def test_it_gives_way_to_other_marks():
    free = beside([(100, 50)], [40], (300, 100), LINE)
    given_way = beside([(100, 50)], [40], (300, 100), LINE, others=[(125, 50)])
    assert given_way != free


def test_where_nothing_is_free_it_stands_right():
    assert beside([(20, 9)], [40], (30, 18), LINE) == [Box(29, 0, 40, LINE)]
