from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document import Span
from analysis.reading.removal import Cut, blank, in_order, joined, without
from analysis.schema import Reason

CUTS = st.lists(
    st.builds(
        lambda start, length, reason: Cut(start, start + length, reason),
        st.integers(0, 40),
        st.integers(0, 20),
        st.sampled_from(get_args(Reason)),
    )
)


def test_blank_fills_each_cut_and_keeps_the_length() -> None:
    text = "钉<b>钉</b>\n广告"
    cuts = [Cut(1, 4, "markup", " "), Cut(5, 9, "markup", " "), Cut(10, 12, "advert")]
    assert blank(text, cuts) == "钉   钉    \n\n\n"


@given(CUTS)
def test_in_order_covers_the_same_without_overlap(cuts: list[Cut]) -> None:
    ordered = in_order(cuts)
    assert all(before.end <= after.start for before, after in pairwise(ordered))
    assert all(cut.start < cut.end for cut in ordered)
    covered = [offset for cut in ordered for offset in range(cut.start, cut.end)]
    assert set(covered) == {offset for cut in cuts for offset in range(cut.start, cut.end)}


def test_joined_makes_one_of_cuts_that_touch_for_one_reason() -> None:
    cuts = [Cut(3, 5, "markup"), Cut(0, 3, "markup"), Cut(5, 6, "advert"), Cut(7, 8, "advert")]
    assert joined(cuts) == [Cut(0, 5, "markup"), Cut(5, 6, "advert"), Cut(7, 8, "advert")]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (None, [(2, 8)]),
        (Span(0, 2), [(2, 8)]),
        (Span(4, 5), [(2, 4), (5, 8)]),
        (Span(0, 5), [(5, 8)]),
        (Span(2, 8), []),
    ],
)
def test_without(kept: Span | None, expected: list[tuple[int, int]]) -> None:
    assert [(cut.start, cut.end) for cut in without(Cut(2, 8, "boilerplate"), kept)] == expected
