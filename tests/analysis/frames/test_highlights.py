"""Highlights: everything found in an article, and its text cut where anything begins or ends."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames import highlights
from analysis.storage.store import Store

LENGTH = 30
SPAN = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(lambda two: (min(two), max(two)))
SPANS = st.lists(SPAN.filter(lambda span: span[0] < span[1]), max_size=8)


def frame(spans: list[tuple[int, int]]) -> pd.DataFrame:
    return pd.DataFrame(spans, columns=["start", "end"], dtype=int)


@pytest.mark.parametrize(
    ("found", "removed", "target", "expected"),
    [
        ([], [], None, [(0, 6, False, False, ())]),
        (
            [(1, 3)],
            [],
            None,
            [(0, 1, False, False, ()), (1, 3, False, False, (0,)), (3, 6, False, False, ())],
        ),
        (
            [(0, 4), (2, 6)],
            [],
            None,
            [(0, 2, False, False, (0,)), (2, 4, False, False, (0, 1)), (4, 6, False, False, (1,))],
        ),
        ([], [(4, 6)], (0, 4), [(0, 4, False, True, ()), (4, 6, True, False, ())]),
    ],
)
def test_passages(found, removed, target, expected):
    assert highlights.passages(6, frame(found), frame(removed), target) == expected


@given(SPANS, SPANS)
def test_passages_cover_the_text_and_keep_every_mark(found, removed):
    cut = highlights.passages(LENGTH, frame(found), frame(removed), None)
    assert [each.start for each in cut] == [0, *(each.end for each in cut[:-1])]
    assert cut[-1].end == LENGTH
    for number, (start, end) in enumerate(found):
        marked = [each for each in cut if number in each.marks]
        assert (marked[0].start, marked[-1].end) == (start, end)
        assert sum(each.end - each.start for each in marked) == end - start


def test_an_empty_text_has_no_passage():
    assert highlights.passages(0, frame([]), frame([]), None) == []


def test_highlights_of_a_seed(store: Store):
    article = "002_cf1115554851aa14"
    found = highlights.highlights(store, article)
    assert set(found["layer"]) == set(highlights.LAYERS)
    text = highlights.text(store, article)
    mentions = found[found["layer"] == "mention"]
    written = {text[row.start : row.end] for row in mentions[mentions["what"] == "钉钉"].itertuples()}
    assert written == {"钉钉"}


def test_sentence_at(store: Store):
    article = "002_cf1115554851aa14"
    text = highlights.text(store, article)
    place = text.index("12月23日")
    start, end = highlights.sentence_at(store, article, place) or (0, 0)
    assert start <= place < end
    assert text[start:end].endswith("。")
    assert highlights.sentence_at(store, article, 10**8) is None


def test_an_unknown_article_is_empty(store: Store):
    assert highlights.text(store, "nowhere") == ""
    assert highlights.highlights(store, "nowhere").empty
