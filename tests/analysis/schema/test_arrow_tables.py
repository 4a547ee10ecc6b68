import subprocess
import sys

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import Event, Removed
from analysis.schema.arrow_tables import arrow_schema, arrow_table, article_runs, joined, rows_at


def test_arrow_types_follow_the_declared_columns():
    events = arrow_schema("events")
    assert events.field("start") == pa.field("start", pa.int32(), nullable=False)
    assert events.field("iso") == pa.field("iso", pa.string(), nullable=True)
    assert events.field("inferred").type == pa.bool_()
    assert events.field("entities").type == pa.list_(pa.string())
    assert arrow_schema("metrics").field("value") == pa.field("value", pa.float64(), nullable=True)


@pytest.mark.parametrize(
    "row",
    [
        Removed("a", None, 2, "advert"),
        Removed("a", 1, 2, None),
        Removed("a", "1", 2, "advert"),
        Removed("a", 1.5, 2, "advert"),
        Removed("a", 2**31, 2, "advert"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(row):
    with pytest.raises(ValueError, match="a row of removed does not fit"):
        arrow_table("removed", [row])


ROWS = st.builds(
    Event,
    *(st.text(), st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1), st.text(), st.none() | st.text()),
    *(st.just("day"), st.booleans(), st.text(), st.lists(st.text(), max_size=3)),
    *(st.just(0), st.just(1), st.text()),
)


@given(st.lists(ROWS, max_size=5))
def test_rows_come_back_as_they_went_in(rows):
    assert [Event(**row) for row in arrow_table("events", rows).to_pylist()] == rows


def test_rows_of_several_articles_are_joined_whatever_their_form():
    one, two, three = (Removed(name, 1, 2, "advert") for name in "abc")
    several = [arrow_table("removed", [one, two]), [three], arrow_table("removed", []), []]
    assert [Removed(**row) for row in joined("removed", several).to_pylist()] == [one, two, three]
    assert joined("removed", []).schema == arrow_schema("removed")


def test_joining_refuses_other_columns():
    with pytest.raises(ValueError, match="Schema"):
        joined("removed", [arrow_table("removed", []), arrow_table("sentences", [])])


def test_making_tables_does_not_import_pandas():
    code = (
        "import sys; from analysis import schema; from analysis.schema.arrow_tables import arrow_table;"
        "arrow_table('problems', [schema.Problem('a', 'b', None)]);"
        "arrow_table('problems', []);"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("articles", "runs"),
    [([], []), (["a"], [("a", 0, 1)]), (["b", "b", "a", "b"], [("b", 0, 2), ("a", 2, 3), ("b", 3, 4)])],
)
def test_runs_of_articles_are_rows_that_stand_together(articles: list[str], runs: list[tuple[str, int, int]]):
    table = arrow_table("removed", [Removed(article, 0, 1, "advert") for article in articles])
    assert list(article_runs(table)) == runs
    halves = pa.concat_tables([table.slice(0, 2), table.slice(2)])
    assert list(article_runs(halves)) == runs


@pytest.mark.parametrize(
    ("articles", "wanted", "starts", "chunks"),
    [
        ("", "ab", [], 1),
        ("ab", "", [], 1),
        ("aab", "ab", [0, 1, 2], 1),
        ("abbc", "bc", [1, 2, 3], 2),
        ("abcd", "abd", [0, 1, 3], 2),
        ("cab", "abc", [1, 2, 0], 3),
    ],
)
def test_runs_of_articles_are_taken_in_any_order(articles: str, wanted: str, starts: list[int], chunks: int):
    table = arrow_table("removed", [Removed(name, place, 9, "advert") for place, name in enumerate(articles)])
    rows = rows_at(table, sorted(run for run in article_runs(table) if run.article in wanted))
    assert rows["start"].to_pylist() == starts
    assert rows["start"].num_chunks <= chunks
