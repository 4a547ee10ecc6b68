"""The store: a folder of Parquet files, one per table of ``schema.TABLES``, read through DuckDB.

A table is a file ``NAME.parquet`` or a folder of that name with part files. Everything in a store
can be deleted and built again.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from analysis import schema
from analysis.schema.arrow_tables import arrow_schema, arrow_table, article_runs, rows_at
from analysis.storage.totals import OF_ARTICLES, TOTALS

if TYPE_CHECKING:
    import pandas as pd

TITLED = """
    CREATE VIEW {schema}.titled AS
    SELECT article, coalesce(title, article) AS title, published FROM {schema}.articles
"""
"""The articles with the title a reader sees: its name where it has none."""

LISTED = """
    CREATE MACRO listed(names) AS TABLE
    SELECT unnest(names::VARCHAR[]) AS name, unnest(range(len(names))) AS rank
"""
"""A list as rows [name, rank]."""

PICKED = """
    CREATE VIEW picked.{name} AS
    SELECT * FROM main.{name} WHERE article IN getvariable('articles')::VARCHAR[]
"""
"""The rows of a table that come from the articles named in a variable of the connection."""

ONE_ROW_EACH = ("articles", "texts")
"""The tables that have one row of each article."""

MEMORY = "500MB"
"""What DuckDB may hold; a query that needs more goes on with the disk."""

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
            "memory_limit": MEMORY,
            "temp_directory": str(Path(tempfile.gettempdir()) / "duidu"),
        }
        self._connection = duckdb.connect(config=offline)
        self._connection.execute("SET GLOBAL parquet_metadata_cache = true")
        for name in schema.TABLES:
            self._open(name)
        self._pick()

    def query(
        self,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        articles: Sequence[str] | None = None,
        **frames: pd.DataFrame,
    ) -> pd.DataFrame:
        """Rows of a query over the tables; ``$name`` in the text stands for ``parameters["name"]``.

        Where ``articles`` are named, every table holds theirs only. The query may use ``titled`` and
        ``listed($names)`` besides the tables, and ``frames`` by the names that the text gives them.
        Raises ``StoreError`` where a table has gone since the store was opened.
        """
        import duckdb

        cursor = self._connection.cursor()
        cursor.execute("SET enable_progress_bar = false")
        if articles is not None:
            cursor.execute("SET VARIABLE articles = $articles::VARCHAR[]", {"articles": list(articles)})
            cursor.execute("SET search_path = 'picked,main'")
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
        paths = [_there(self.path, name) for name in schema.TABLES]
        stats = [path.stat() for path in paths]
        places = [(stat.st_size, stat.st_mtime_ns, stat.st_ino) for stat in stats]
        return hashlib.sha256(repr(places).encode()).hexdigest()[:16]

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

    def _pick(self) -> None:
        """Make what queries may use besides the tables, and the tables of some articles only."""
        self._connection.execute(LISTED)
        self._connection.execute("CREATE SCHEMA picked; SET search_path = 'picked,main'")
        for name, row in schema.TABLES.items():
            if name in TOTALS and name not in OF_ARTICLES:
                self._connection.execute(f"CREATE VIEW picked.{name} AS {TOTALS[name]}")
            elif "article" in schema.columns(row):
                self._connection.execute(PICKED.format(name=name))
        for place in ("main", "picked"):
            self._connection.execute(TITLED.format(schema=place))
        self._connection.execute("RESET search_path")


def location(folder: Path, name: str) -> Path:
    """The file, or folder of part files, that holds a table of the store in ``folder``."""
    return folder / f"{name}.parquet"


def read(folder: Path, name: str) -> pa.Table:
    """A whole table of the store in ``folder``; raises ``StoreError`` as opening the ``Store`` would."""
    stamps(folder)
    return pa.concat_tables(parts(folder, name))


def parts(folder: Path, name: str) -> Iterator[pa.Table]:
    """The part files of a table, one after the other; raises ``StoreError``."""
    return (_part(folder, name, file) for file in _files(folder, name))


def rows_of(folder: Path, name: str, articles: Sequence[str], near: Sequence[str] | None = None) -> pa.Table:
    """The rows of some articles of a table; only the groups of rows that may hold them are read.

    Where the table has part files and those ``near`` are named, only these are opened. Texts that repeat from
    row to row are held once, in dictionaries. Raises ``StoreError`` as opening the ``Store`` would.
    """
    between, wanted = (min(articles, default=""), max(articles, default="")), set(articles)
    tables = (_part(folder, name, file, between) for file in _files(folder, name, near))
    held = [_of_articles(table, wanted) for table in tables if table.num_rows]
    return pa.concat_tables(held or [arrow_table(name, [])])


class Extent(NamedTuple):
    """The first and the last article in a part file, and its name."""

    first: str
    last: str
    part: str


def extents(folder: Path) -> list[Extent]:
    """What the part files hold that every table of the store in ``folder`` has, in order of articles.

    None for a small store, whose tables are single files. Raises ``StoreError``.
    """
    if not location(folder, "texts").is_dir():
        return []
    held = {file.name: _articles(_metadata(file)) for file in _files(folder, "texts")}
    return sorted(Extent(groups[0].min, groups[-1].max, part) for part, groups in held.items() if groups)


def _of_articles(table: pa.Table, articles: Container[str]) -> pa.Table:
    return rows_at(table, (run for run in article_runs(table) if run.article in articles))


def _part(folder: Path, name: str, file: Path, between: tuple[str, str] | None = None) -> pa.Table:
    """The rows of a part; of the groups that may hold articles ``between`` two, where these are given."""
    metadata = _metadata(file)
    if metadata.schema.to_arrow_schema().names != arrow_schema(name).names:
        raise StoreError(location(folder, name), "outdated")
    try:
        opened = pq.ParquetFile(file, metadata=metadata, read_dictionary=_repeated(name) if between else None)
        part = opened.read_row_groups(_near(metadata, *between)) if between else opened.read()
    except (OSError, pa.ArrowException) as error:
        raise StoreError(location(folder, name), "damaged") from error
    return part.replace_schema_metadata()


def _repeated(name: str) -> list[str]:
    """The columns of a table whose texts repeat from row to row: none where an article has one row."""
    texts = [field.name for field in arrow_schema(name) if pa.types.is_string(field.type)]
    return [] if name in ONE_ROW_EACH else texts


def _near(metadata: pq.FileMetaData, first: str, last: str) -> list[int]:
    """The groups that may have rows of the articles from ``first`` to ``last``."""
    return [
        group
        for group, held in enumerate(_articles(metadata))
        if held is None or (held.min <= last and held.max >= first)
    ]


def _articles(metadata: pq.FileMetaData) -> list[pq.Statistics]:
    """The least and the greatest article of each group of rows: they are the first column."""
    return [metadata.row_group(group).column(0).statistics for group in range(metadata.num_row_groups)]


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


def _there(folder: Path, name: str) -> Path:
    path = location(folder, name)
    if not path.exists():
        raise StoreError(path, "missing")
    return path


def _files(folder: Path, name: str, near: Sequence[str] | None = None) -> list[Path]:
    path = _there(folder, name)
    if near is not None and path.is_dir():
        return [path / part for part in near]
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    if not files:
        raise StoreError(path, "missing")
    return files


def _stamp(path: Path) -> dict[str, str]:
    metadata = _metadata(path).metadata or {}
    return {key.decode(): value.decode() for key, value in metadata.items() if key != b"ARROW:schema"}


def _metadata(path: Path) -> pq.FileMetaData:
    try:
        return pq.read_metadata(path)
    except (OSError, pa.ArrowException) as error:
        raise StoreError(path, "damaged") from error
