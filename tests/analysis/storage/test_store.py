import threading

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import schema
from analysis.schema import Problem
from analysis.schema.arrow_tables import arrow_schema, arrow_table
from analysis.storage import store
from analysis.storage.store import Store, StoreError
from analysis.storage.store_writing import write
from analysis.storage.totals import TOTALS


def test_a_store_holds_every_declared_table(small):
    for name in schema.TABLES:
        assert list(small.query(f"SELECT * FROM {name}").columns) == arrow_schema(name).names


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


def test_an_open_store_sees_a_rebuild_and_its_version_changes(folder):
    opened = Store(folder)
    before = opened.version
    assert opened.version == before
    write(folder, {"problems": arrow_table("problems", [Problem("a", "empty", None)])}, {})
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


def test_a_query_may_see_some_articles_only(small):
    for name, row in schema.TABLES.items():
        if "article" in schema.columns(row):
            found = small.query(f"SELECT DISTINCT article FROM {name}", articles=("two", "unknown"))
            assert set(found["article"]) <= {"two"}, name
    assert list(small.query("FROM titled", articles=["two"])["article"]) == ["two"]
    assert small.query("FROM articles", articles=()).empty
    assert len(small.query("FROM articles")) == 3


@pytest.mark.parametrize("name", TOTALS)
def test_totals_are_those_of_the_articles_seen(small, name):
    every = small.query(f"FROM {name} ORDER BY ALL")
    assert small.query(f"FROM {name} ORDER BY ALL", articles=("one", "two", "three")).equals(every)
    assert small.query(f"FROM {name}", articles=()).empty
    assert len(small.query(f"FROM {name}", articles=("three",))) < len(every)
