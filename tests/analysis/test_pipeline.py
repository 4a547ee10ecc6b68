"""The whole flow: every row of every table points at what it says, on the seeds and on any text."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import pipeline, schema
from analysis.document import Article
from analysis.reading import loading
from analysis.schema import arrow_tables
from analysis.storage.totals import PER_ARTICLE

SPANS = {
    name: [
        (column, column.removesuffix("start") + "end")
        for column in schema.columns(row)
        if column.endswith("start") and column != "title_start"
    ]
    for name, row in schema.TABLES.items()
}
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PHRASES = st.sampled_from(
    [
        "钉钉",
        "企業微信",
        "支持日程",
        "不支持",
        "2亿",
        "超过40%",
        "2020年3月",
        "去年",
        "\n",
        "。",
        "，",
        "<p>",
        "</p>",
        "<",
        "&amp;",
        "１",
        "【審批】",
        "（",
        "）",
        "「",
        "”",
        "DingTalk 和",
        "Ещё ",
        "한국어",
        "👍🏽",
    ]
)
TEXTS = st.lists(st.one_of(PHRASES, st.text(max_size=8)), max_size=30).map("".join)


Rows = dict[str, list[Any]]


def analysed(text: str) -> Rows:
    return as_objects(pipeline.default()(Article("a", "a.txt", text, "utf-8", "0" * 64)))


def as_objects(rows: Mapping[str, arrow_tables.Rows]) -> Rows:
    """Every table as row objects."""
    return {
        name: [schema.TABLES[name](**row) for row in found.to_pylist()]
        if isinstance(found, pa.Table)
        else found
        for name, found in rows.items()
    }


def check(rows: Rows) -> None:
    """Every span lies in the text, what is quoted stands there, and no sentence leaves out its hit."""
    [(_, text, body)] = rows["texts"]
    assert len(text) == len(body)
    for name, found in rows.items():
        for row in found:
            for start, end in SPANS[name]:
                assert 0 <= getattr(row, start) < getattr(row, end) <= len(text), row
            if name == "metrics":
                assert text[row.start : row.end] in row.surface
                assert row.surface in text
            elif hasattr(row, "surface"):
                assert text[row.start : row.end] == row.surface
            if hasattr(row, "sentence_start"):
                assert row.sentence_start <= row.start
                assert row.end <= row.sentence_end


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def rows(request: pytest.FixtureRequest) -> Rows:
    return as_objects(pipeline.default()(loading.load(request.param)))


def test_rows_are_of_their_table(rows: Rows):
    assert rows.keys() == set(PER_ARTICLE)
    for name, found in rows.items():
        assert {type(row) for row in found} <= {schema.TABLES[name]}


def test_every_span_of_a_seed_is_where_it_says(rows: Rows):
    check(rows)


def test_sentences_and_removed_passages_are_in_order_and_apart(rows: Rows):
    for name in ("sentences", "removed"):
        assert all(before.end <= after.start for before, after in pairwise(rows[name])), name


def test_nothing_is_found_in_what_was_removed(rows: Rows):
    taken_out = {offset for row in rows["removed"] for offset in range(row.start, row.end)}
    for name in ("mentions", "metrics", "events", "tokens"):
        assert [row for row in rows[name] if taken_out & set(range(row.start, row.end))] == []


@settings(deadline=None)
@given(TEXTS)
def test_any_text_goes_through(text: str):
    check(analysed(text))


@settings(deadline=None, max_examples=10)
@given(
    st.sampled_from(["（「【", "】」）", "钉钉，", "2亿", "支持審批、", "<p>"]),
    TEXTS,
    st.integers(1000, 4000),
)
def test_very_long_lines_and_deep_brackets_go_through(piece: str, text: str, times: int):
    check(analysed(text + piece * times + text))


@given(st.sampled_from(SEEDS), st.data())
@settings(deadline=None, max_examples=20)
def test_any_piece_of_a_seed_goes_through(path: Path, data: st.DataObject):
    text = loading.load(path).text
    start = data.draw(st.integers(0, len(text)))
    check(analysed(text[start : start + data.draw(st.integers(0, 1500))]))


def test_a_rival_known_by_its_firm_s_name_is_compared_and_has_features():
    rows = analysed("美团和饿了么都做外卖。" * 3 + "美团支持直播。美团比饿了么快。")
    assert {(row.product, row.feature) for row in rows["evidence"]} == {("美团", "live_streaming")}
    assert {row.favours for row in rows["comparisons"]} == {None, "美团"}
    assert "company" in {row.entity_type for row in rows["mentions"]}
