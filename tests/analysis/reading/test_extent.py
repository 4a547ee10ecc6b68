from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.extent import extent, likeness


@pytest.mark.parametrize(
    ("worth", "expected"),
    [
        ([], range(0)),
        ([0, 0], range(2)),
        ([-5, -5], range(2)),
        ([30, 40], range(2)),
        ([0, 30, 0], range(3)),
        ([-5, 0, 30, 40, 0, -5, 0], range(1, 5)),
        ([30, -5, 40], range(3)),
        ([30, -50, 40], range(2, 3)),
        ([40, -50, 30], range(1)),
        ([40, -50, 40], range(1)),
    ],
)
def test_extent(worth: list[int], expected: range) -> None:
    assert extent(worth) == expected


@given(st.lists(st.integers(-9, 9), max_size=12))
def test_no_other_run_of_lines_is_worth_more(worth: list[int]) -> None:
    sums = [sum(worth[start:end]) for end in range(len(worth) + 1) for start in range(end)]
    if max(sums, default=0) > 0:
        assert sum(worth[at] for at in extent(worth)) == max(sums)
    else:
        assert extent(worth) == range(len(worth))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("钉钉上线", "钉钉今天上线。", 2 / 3),
        ("钉钉:上线", "钉钉今天上线。", 1.0),
        ("天气预报", "钉钉今天上线。", 0.0),
        ("?", "钉钉", 0.0),
    ],
)
def test_likeness(words: str, text: str, expected: float) -> None:
    assert likeness(words, text) == pytest.approx(expected)
