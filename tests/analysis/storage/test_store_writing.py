import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import schema
from analysis.schema import Problem
from analysis.schema.arrow_tables import arrow_table
from analysis.storage import store
from analysis.storage.store import Store, StoreError
from analysis.storage.store_writing import join_parts, replacing, write, write_part


def test_writing_replaces_a_folder_of_parts(folder):
    path = store.location(folder, "problems")
    path.unlink()
    path.mkdir()
    write(folder, {"problems": arrow_table("problems", [Problem("a", "empty", None)])}, {})
    assert path.is_file()
    assert Store(folder).query("SELECT path FROM problems")["path"].to_list() == ["a"]


def test_parts_replace_a_file(folder):
    table = arrow_table("problems", [Problem("a", "empty", None)])
    with replacing(folder) as aside:
        for number in range(2):
            write_part(aside, "problems", number, table, {})
    assert store.location(folder, "problems").is_dir()
    assert Store(folder).query("SELECT path FROM problems")["path"].to_list() == ["a", "a"]


def test_a_failure_while_writing_leaves_the_store_as_it_was(folder, monkeypatch):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    real, tables = pq.ParquetWriter, {name: store.read(folder, name) for name in schema.TABLES}

    def full(path, *given, **options):
        if "texts" in str(path):
            raise OSError("no space left")
        return real(path, *given, **options)

    monkeypatch.setattr(pq, "ParquetWriter", full)
    with pytest.raises(OSError, match="no space left"):
        write(folder, tables, {"version": "new"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_a_killed_build_left_aside_is_removed(folder):
    left = folder / ".building-killed"
    left.mkdir()
    (left / "terms.parquet").write_bytes(b"half")
    write(folder, {name: store.read(folder, name) for name in schema.TABLES}, {})
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
        write(folder, tables, {"version": "new"})
    assert not list(folder.glob(".building-*"))
    with pytest.raises(StoreError) as caught:
        Store(folder)
    assert caught.value.fault == "mixed"


def test_the_stamp_can_be_read_again(folder):
    tables = {name: store.read(folder, name) for name in schema.TABLES}
    write(folder, tables, {"version": "一", "files": "2"})
    assert store.stamps(folder) == {"version": "一", "files": "2"}


@pytest.mark.parametrize("numbers", [[0], [0, 1]])
def test_parts_become_a_file_that_others_may_read_as_any_file(tmp_path, numbers):
    rows = [arrow_table("problems", [Problem(str(number), "empty", None)]) for number in numbers]
    for number in numbers:
        write_part(tmp_path, "problems", number, rows[number], {})
    join_parts(tmp_path, "problems", {}, one=True)
    (tmp_path / "other").write_bytes(b"")
    path = store.location(tmp_path, "problems")
    assert pq.read_table(path).equals(pa.concat_tables(rows))
    assert pq.read_metadata(path).num_row_groups == 1
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert sorted(file.name for file in tmp_path.iterdir()) == ["other", path.name]
