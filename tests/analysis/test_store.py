import subprocess
import sys
import threading

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import schema, store
from analysis.schema import Event, Problem, Removed
from analysis.store import Store, StoreError


def test_a_store_holds_every_declared_table(small):
    for name in schema.TABLES:
        assert list(small.query(f"SELECT * FROM {name}").columns) == store.arrow_schema(name).names


def test_an_article_without_title_is_called_by_its_name(small):
    assert small.articles()["title"].to_list() == ["钉钉和企业微信", "three", "two"]


def test_a_frame_can_be_asked_for_beside_the_tables(small):
    wanted, other = pd.DataFrame({"article": ["two", "four"]}), pd.DataFrame({"article": ["one"]})
    asked = "SELECT article FROM wanted JOIN articles USING (article)"
    assert list(small.query(asked, wanted=wanted)["article"]) == ["two"]
    assert list(small.query(asked, wanted=other)["article"]) == ["one"]
    assert small.query(asked, wanted=other.head(0)).empty


def test_parameters_are_values_and_never_text_of_the_query(small):
    sql = "SELECT article FROM articles WHERE article = $name"
    assert small.query(sql, {"name": "one' OR '1'='1"}).empty
    assert len(small.query(sql, {"name": "one"})) == 1


@pytest.mark.parametrize("name", schema.TABLES)
def test_a_missing_table_is_named_with_the_remedy(folder, name):
    store.location(folder, name).unlink()
    with pytest.raises(StoreError, match=rf"{name}\.parquet.*python -m analysis build") as caught:
        Store(folder)
    assert caught.value.fault == "missing"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"no Parquet at all"])
def test_a_damaged_table_is_named(folder, content):
    store.location(folder, "metrics").write_bytes(content)
    with pytest.raises(StoreError, match=r"metrics\.parquet") as caught:
        Store(folder)
    assert caught.value.fault == "damaged"


def test_a_table_with_other_columns_is_refused(folder):
    pq.write_table(pa.table({"article": ["one"]}), store.location(folder, "events"))
    with pytest.raises(StoreError, match=r"events\.parquet") as caught:
        Store(folder)
    assert caught.value.fault == "outdated"


def drop_a_column(path):
    table = pq.read_table(path)
    pq.write_table(table.drop_columns([table.column_names[-1]]), path)


def stamp_otherwise(path):
    pq.write_table(pq.read_table(path).replace_schema_metadata({"version": "other"}), path)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda path: path.write_bytes(b""), "damaged"),
        (lambda path: path.write_bytes(b"PAR1 and no more"), "damaged"),
        (lambda path: path.unlink(), "missing"),
        (drop_a_column, "outdated"),
        (stamp_otherwise, "mixed"),
    ],
)
def test_reading_an_unusable_table_says_what_is_wrong_with_it(folder, spoil, fault):
    spoil(folder / "metrics.parquet")
    with pytest.raises(StoreError) as refused:
        store.read(folder, "metrics")
    assert (refused.value.path, refused.value.fault) == (folder / "metrics.parquet", fault)


def test_a_folder_that_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="missing"):
        Store(tmp_path / "nowhere")


def test_a_table_may_be_a_folder_of_parts(folder):
    whole = store.read(folder, "mentions")
    path = store.location(folder, "mentions")
    path.unlink()
    path.mkdir()
    pq.write_table(whole.slice(0, 3), path / "part-0.parquet")
    pq.write_table(whole.slice(3), path / "part-1.parquet")
    assert store.read(folder, "mentions").equals(whole)
    assert Store(folder).query("SELECT count(*) AS n FROM mentions")["n"].item() == whole.num_rows


def test_writing_replaces_a_folder_of_parts(folder):
    path = store.location(folder, "problems")
    path.unlink()
    path.mkdir()
    store.write(folder, {"problems": store.arrow_table("problems", [Problem("a", "empty", None)])}, {})
    assert path.is_file()
    assert Store(folder).query("SELECT path FROM problems")["path"].to_list() == ["a"]


def test_an_open_store_sees_a_rebuild_and_its_version_changes(folder):
    opened = Store(folder)
    before = opened.version
    assert opened.version == before
    store.write(folder, {"problems": store.arrow_table("problems", [Problem("a", "empty", None)])}, {})
    assert opened.version != before
    assert opened.query("SELECT path FROM problems")["path"].to_list() == ["a"]


def test_a_table_that_goes_away_is_said_to_be_missing(folder):
    opened = Store(folder)
    store.location(folder, "texts").unlink()
    with pytest.raises(StoreError, match=r"texts\.parquet: the table is missing"):
        opened.query("SELECT * FROM texts")


def test_threads_may_share_a_store(small):
    counts = []

    def ask():
        counts.extend(len(small.query("SELECT * FROM mentions")) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == 160
    assert len(set(counts)) == 1


def test_a_failure_while_writing_leaves_the_store_as_it_was(folder, monkeypatch):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write, tables = pq.write_table, {name: store.read(folder, name) for name in schema.TABLES}

    def full(table, path, **options):
        if "texts" in str(path):
            raise OSError("no space left")
        write(table, path, **options)

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(OSError, match="no space left"):
        store.write(folder, tables, {"version": "new"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_a_killed_build_left_aside_is_removed(folder):
    left = folder / ".building-killed"
    left.mkdir()
    (left / "terms.parquet").write_bytes(b"half")
    store.write(folder, {name: store.read(folder, name) for name in schema.TABLES}, {})
    assert {path.name for path in folder.iterdir()} == {f"{name}.parquet" for name in schema.TABLES}


def test_a_failure_between_the_renames_is_noticed(folder, monkeypatch):
    tables = {name: store.read(folder, name) for name in schema.TABLES}
    replace = type(folder).replace

    def interrupted(path, target):
        if path.name == "metrics.parquet":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(type(folder), "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.write(folder, tables, {"version": "new"})
    assert not list(folder.glob(".building-*"))
    with pytest.raises(StoreError) as caught:
        Store(folder)
    assert caught.value.fault == "mixed"


def test_the_stamp_can_be_read_again(folder):
    tables = {name: store.read(folder, name) for name in schema.TABLES}
    store.write(folder, tables, {"version": "一", "files": "2"})
    assert store.stamps(folder) == {"version": "一", "files": "2"}


def test_arrow_types_follow_the_declared_columns():
    events = store.arrow_schema("events")
    assert events.field("start") == pa.field("start", pa.int32(), nullable=False)
    assert events.field("iso") == pa.field("iso", pa.string(), nullable=True)
    assert events.field("inferred").type == pa.bool_()
    assert events.field("entities").type == pa.list_(pa.string())
    assert store.arrow_schema("metrics").field("value") == pa.field("value", pa.float64(), nullable=True)


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
        store.arrow_table("removed", [row])


ROWS = st.builds(
    Event,
    *(st.text(), st.integers(0, 2**31 - 1), st.integers(0, 2**31 - 1), st.text(), st.none() | st.text()),
    *(st.just("day"), st.booleans(), st.text(), st.lists(st.text(), max_size=3)),
    *(st.just(0), st.just(1), st.text()),
)


@given(st.lists(ROWS, max_size=5))
def test_rows_come_back_as_they_went_in(rows):
    assert [Event(**row) for row in store.arrow_table("events", rows).to_pylist()] == rows


@given(st.none() | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_as_they_went_in(value):
    (row,) = store.records([{"value": value}], pa.schema([("value", pa.float64())])).to_pylist()
    assert row["value"] == value


def test_making_tables_does_not_import_pandas():
    code = (
        "import sys; from analysis import schema, store;"
        "store.arrow_table('problems', [schema.Problem('a', 'b', None)]);"
        "store.arrow_table('problems', []);"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
