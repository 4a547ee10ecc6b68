from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.table_columns import columns_of, fewest_columns, flowed

BANDS = st.lists(st.integers(1, 12), min_size=1, max_size=8)


@given(BANDS, st.integers(2, 30))
def test_every_row_stands_once_and_in_order(bands: list[int], lines: int):
    rows = [(line.band, line.row) for line in flowed(bands, lines) if line.row is not None]
    assert rows == [(band, row) for band, size in enumerate(bands) for row in range(size)]


@given(BANDS, st.integers(2, 30))
def test_every_column_is_full_of_lines_without_a_gap(bands: list[int], lines: int):
    for _, column in groupby(flowed(bands, lines), key=lambda line: line.column):
        places = [line.place for line in column]
        assert places == list(range(len(places)))
        assert len(places) <= lines


@given(BANDS, st.integers(2, 30))
def test_every_row_stands_under_its_heading(bands: list[int], lines: int):
    for _, column in groupby(flowed(bands, lines), key=lambda line: line.column):
        stand = list(column)
        assert stand[0].row is None
        assert stand[-1].row is not None
        heading = None
        for line in stand:
            heading = line.band if line.row is None else heading
            assert heading == line.band


@pytest.mark.parametrize(
    ("bands", "columns", "lines", "used", "highest"),
    [
        ([4], 3, 10, 1, 5),
        ([4, 4], 3, 10, 1, 10),
        ([5, 5], 3, 10, 2, 6),
        ([12], 2, 10, 2, 7),
        ([40], 2, 10, 5, 10),
        ([], 2, 10, 0, 0),
    ],
)
def test_columns_are_few_and_as_low_as_they_can_be(bands, columns, lines, used, highest):
    laid = fewest_columns(bands, columns, lines)
    assert columns_of(laid) == used
    assert max((line.place + 1 for line in laid), default=0) == highest
