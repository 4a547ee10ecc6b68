"""The store: a folder of Parquet files, one per table of ``schema.TABLES``, read through DuckDB.

A table is a file ``NAME.parquet`` or a folder of that name with part files. Everything in a store
can be deleted and built again.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow.json import ParseOptions, ReadOptions, read_json

from analysis import schema

if TYPE_CHECKING:
    import pandas as pd

ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
}

VOCABULARY = """
    CREATE VIEW titled AS SELECT article, coalesce(title, article) AS title, published FROM articles;
    CREATE MACRO listed(names) AS TABLE
        SELECT unnest(names::VARCHAR[]) AS name, unnest(range(len(names))) AS rank;
"""
"""What queries may use besides the tables: ``titled``, the articles with the title a reader sees (its
name where it has none), and ``listed($names)``, a list as rows [name, rank]."""

ASIDE = ".building-"
"""How the folder inside a store begins in which its tables are written before they take their places."""

UNFINISHED = ".part-"
"""How the name of a part begins while it is written."""

Fault = Literal["missing", "damaged", "outdated", "mixed"]

FAULTS: dict[Fault, str] = {
    "missing": "the table is missing",
    "damaged": "the table cannot be read",
    "outdated": "the table has other columns than this version writes",
    "mixed": "the table is from another build than the tables beside it",
}


class StoreError(Exception):
    """A store that cannot be used: ``path`` names the file, ``fault`` what is wrong with it."""

    def __init__(self, path: Path, fault: Fault) -> None:
        remedy = f"build the store again: python -m analysis build SOURCE --out {path.parent}"
        super().__init__(f"{path}: {FAULTS[fault]}; {remedy}")
        self.path, self.fault = path, fault


class Store:
    """A built store, open for reading.

    One instance may be used from several threads at once. It sees a rebuild of its folder without
    being opened again; ``version`` then changes.
    """

    def __init__(self, path: Path | str) -> None:
        """Open the store in the folder ``path``; raises ``StoreError`` naming the first unusable table."""
        import duckdb

        self.path = Path(path)
        stamps(self.path)
        offline: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        self._connection = duckdb.connect(config=offline)
        for name in schema.TABLES:
            self._open(name)
        self._connection.execute(VOCABULARY)

    def query(
        self, sql: str, parameters: Mapping[str, Any] | None = None, **frames: pd.DataFrame
    ) -> pd.DataFrame:
        """Rows of a query over the tables; ``$name`` in the text stands for ``parameters["name"]``.

        ``frames`` are tables besides those of the store, by the names that the text gives them.
        Raises ``StoreError`` where a table has gone since the store was opened.
        """
        import duckdb

        cursor = self._connection.cursor()
        for name, frame in frames.items():
            cursor.register(name, frame)
        try:
            return cursor.execute(sql, dict(parameters or {})).df()
        except duckdb.IOException:
            stamps(self.path)
            raise

    @property
    def version(self) -> str:
        """A key that changes whenever the store is rebuilt: for caches of what was read from it.

        Raises ``StoreError`` where a table has gone.
        """
        paths = [path for name in schema.TABLES for path in _files(self.path, name)]
        stats = [(path.name, path.stat()) for path in paths]
        files = [(name, stat.st_size, stat.st_mtime_ns, stat.st_ino) for name, stat in stats]
        return hashlib.sha256(repr(files).encode()).hexdigest()[:16]

    def articles(self) -> pd.DataFrame:
        """All articles, in order of their names: [article, title, published]; without a title, its name."""
        return self.query("SELECT * FROM titled ORDER BY article")

    def _open(self, name: str) -> None:
        import duckdb

        path = location(self.path, name)
        files = path / "**" / "*.parquet" if path.is_dir() else path
        try:
            relation = self._connection.read_parquet(str(files))
            relation.create_view(name)
        except duckdb.Error as error:
            raise StoreError(path, "damaged") from error
        if relation.columns != arrow_schema(name).names:
            raise StoreError(path, "outdated")


def location(folder: Path, name: str) -> Path:
    """The file, or folder of part files, that holds a table of the store in ``folder``."""
    return folder / f"{name}.parquet"


def arrow_schema(name: str) -> pa.Schema:
    """Arrow columns of a table, as declared by its row class."""
    return pa.schema(
        pa.field(column, _arrow_type(kind), nullable)
        for column, (kind, nullable, _) in schema.columns(schema.TABLES[name]).items()
    )


def arrow_table(name: str, rows: Iterable[NamedTuple]) -> pa.Table:
    """Row objects of a table as Arrow columns; raises ``ValueError`` for a row that does not fit."""
    try:
        return records((row._asdict() for row in rows), arrow_schema(name))
    except pa.ArrowInvalid as error:
        raise ValueError(f"a row of {name} does not fit: {error}") from error


def records(rows: Iterable[Mapping[str, Any]], declared: pa.Schema) -> pa.Table:
    """Rows as Arrow columns of the declared types; raises ``ArrowInvalid`` for a value that does not fit.

    Through JSON, because ``pyarrow.array`` imports pandas, which takes half the time of a small build.
    """
    data = msgspec.json.Encoder().encode_lines(rows)
    if not data:
        return pa.Table.from_batches([], schema=declared)
    table = read_json(
        BytesIO(data),
        ReadOptions(use_threads=False, block_size=len(data) + 1),
        ParseOptions(explicit_schema=declared, unexpected_field_behavior="error"),
    )
    return pa.Table.from_arrays(table.columns, schema=declared)


def read(folder: Path, name: str) -> pa.Table:
    """A whole table of the store in ``folder``; raises ``StoreError`` as opening the ``Store`` would."""
    stamps(folder)
    return pa.concat_tables(parts(folder, name))


def parts(folder: Path, name: str) -> Iterator[pa.Table]:
    """The part files of a table, one after the other; raises ``StoreError``."""
    return (_part(folder, name, file) for file in _files(folder, name))


def rows_of(folder: Path, name: str, articles: Sequence[str]) -> pa.Table:
    """The rows of some articles of a table; only the parts that may hold them are read.

    Raises ``StoreError`` as opening the ``Store`` would.
    """
    names = records(({"article": article} for article in articles), pa.schema([("article", pa.string())]))
    first, last = min(articles, default=""), max(articles, default="")
    near = [_part(folder, name, file) for file in _files(folder, name) if _may_hold(file, first, last)]
    table = pa.concat_tables([*near, arrow_table(name, [])])
    return table.filter(pc.is_in(table["article"], names["article"]))


def _part(folder: Path, name: str, file: Path) -> pa.Table:
    try:
        part = pq.ParquetFile(file).read()
    except (OSError, pa.ArrowException) as error:
        raise StoreError(location(folder, name), "damaged") from error
    if part.column_names != arrow_schema(name).names:
        raise StoreError(location(folder, name), "outdated")
    return part.replace_schema_metadata()


def _may_hold(file: Path, first: str, last: str) -> bool:
    """Whether a part may have rows of the articles from ``first`` to ``last``; its first column tells."""
    try:
        metadata = pq.read_metadata(file)
    except (OSError, pa.ArrowException):
        return True
    held = [metadata.row_group(group).column(0).statistics for group in range(metadata.num_row_groups)]
    return any(each is None or (each.min <= last and each.max >= first) for each in held)


def write_part(folder: Path, name: str, number: int, table: pa.Table, stamp: Mapping[str, str]) -> None:
    """Write part ``number`` of a table of the store in ``folder``, under a temporary name first."""
    parts = location(folder, name)
    parts.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=parts, prefix=UNFINISHED, delete=False) as file:
        pq.write_table(table.replace_schema_metadata(stamp), file, compression="zstd")
    Path(file.name).replace(parts / f"part-{number:06d}.parquet")


def join_parts(folder: Path, name: str, stamp: Mapping[str, str], small: bool) -> None:
    """Make one file of the parts of a table where it is ``small``; without any part it is an empty one."""
    path = location(folder, name)
    if not path.exists():
        write_whole(folder, name, arrow_table(name, []), stamp)
    elif small:
        write_whole(folder, name, pa.concat_tables(parts(folder, name)), stamp)


def write_whole(folder: Path, name: str, table: pa.Table, stamp: Mapping[str, str]) -> None:
    """Write a table of the store in ``folder`` as one file, over its parts where there are any."""
    path = location(folder, name)
    if path.is_dir():
        shutil.rmtree(path)
    pq.write_table(table.replace_schema_metadata(stamp), path, compression="zstd")


def write(folder: Path, tables: Mapping[str, pa.Table], stamp: Mapping[str, str]) -> None:
    """Write tables of a store, each as one file marked with ``stamp``, over those that are there."""
    with replacing(folder) as aside:
        for name, table in tables.items():
            write_whole(aside, name, table, stamp)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder in which tables are written before they take their places in ``folder``.

    A failure while they are written leaves the store as it was. One between the renames leaves tables
    with different stamps, which ``Store`` refuses. What a build that was killed has left aside is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder))
    try:
        yield aside
        for unfinished in aside.rglob(f"{UNFINISHED}*"):
            unfinished.unlink()
        for written in aside.iterdir():
            if (folder / written.name).is_dir():
                shutil.rmtree(folder / written.name)
            written.replace(folder / written.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def stamps(folder: Path) -> dict[str, str]:
    """The stamp the store in ``folder`` was written with.

    Raises ``StoreError`` when a table is missing or damaged, or was written with another stamp.
    """
    first: dict[str, str] | None = None
    for name in schema.TABLES:
        for path in _files(folder, name):
            stamp = _stamp(path)
            if first is None:
                first = stamp
            elif stamp != first:
                raise StoreError(path, "mixed")
    return first or {}


def _files(folder: Path, name: str) -> list[Path]:
    path = location(folder, name)
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise StoreError(path, "missing")
    return files


def _stamp(path: Path) -> dict[str, str]:
    try:
        metadata = pq.read_metadata(path).metadata or {}
    except (OSError, pa.ArrowException) as error:
        raise StoreError(path, "damaged") from error
    return {key.decode(): value.decode() for key, value in metadata.items() if key != b"ARROW:schema"}


def _arrow_type(kind: Any) -> pa.DataType:
    if get_origin(kind) is list:
        return pa.list_(ARROW_TYPES[get_args(kind)[0]])
    return ARROW_TYPES[kind]
