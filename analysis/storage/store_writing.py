"""Writing the files of a store: parts of a table, whole tables, and a folder of them in place of another."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.schema.arrow_tables import arrow_schema, arrow_table
from analysis.storage.store import location, parts

ASIDE = ".building-"
"""How the folder inside a store begins in which its tables are written before they take their places."""

UNFINISHED = ".part-"
"""How the name of a part begins while it is written."""


ROWS, TEXTS = 122_880, 32
"""Rows of a group, and of one of the table ``texts``: DuckDB reads a group as a whole, and passes over one
that cannot hold what is asked for. Many rows are counted at once; texts are asked for one by one."""

LEAST = 10_000
"""Rows of a group of a file made of parts, at least: parts of totals have some hundred rows each."""


def write_part(folder: Path, name: str, number: int, table: pa.Table, stamp: Mapping[str, str]) -> None:
    """Write part ``number`` of a table of the store in ``folder``, under a temporary name first."""
    parts = location(folder, name)
    parts.mkdir(parents=True, exist_ok=True)
    unfinished = parts / f"{UNFINISHED}{uuid4().hex}"
    _write(name, table.schema, [table], unfinished, stamp)
    unfinished.replace(parts / f"part-{number:06d}.parquet")


def join_parts(folder: Path, name: str, stamp: Mapping[str, str], one: bool) -> None:
    """Make one file of the parts of a table where ``one`` is wanted; without any part it is an empty one."""
    path = location(folder, name)
    files = list(path.glob("*.parquet"))
    if not files:
        write_whole(folder, name, arrow_table(name, []), stamp)
    elif one:
        whole = folder / f"{UNFINISHED}{name}"
        if len(files) == 1:
            files[0].replace(whole)
        else:
            _write(name, arrow_schema(name), _longer(parts(folder, name)), whole, stamp)
        shutil.rmtree(path)
        whole.replace(path)


def _longer(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows as tables of at least ``LEAST`` rows each, the last perhaps of fewer."""
    held: list[pa.Table] = []
    for table in tables:
        held.append(table)
        if sum(each.num_rows for each in held) >= LEAST:
            yield pa.concat_tables(held)
            held = []
    if held:
        yield pa.concat_tables(held)


def write_whole(folder: Path, name: str, table: pa.Table, stamp: Mapping[str, str]) -> None:
    """Write a table of the store in ``folder`` as one file, over its parts where there are any."""
    path = location(folder, name)
    if path.is_dir():
        shutil.rmtree(path)
    _write(name, table.schema, [table], path, stamp)


def _write(
    name: str, form: pa.Schema, tables: Iterable[pa.Table], file: Path, stamp: Mapping[str, str]
) -> None:
    """Write tables of one form as one file: whole numbers, which lie close together, as differences.

    Texts that repeat are written once. The file does not say which of them were held in dictionaries: whoever
    reads it gets texts.
    """
    whole = [field.name for field in form if pa.types.is_integer(field.type)]
    lists = [field.name for field in form if pa.types.is_list(field.type)]
    rest = [f"{each}.list.element" if each in lists else each for each in form.names if each not in whole]
    with pq.ParquetWriter(
        file,
        form,
        compression="zstd",
        use_dictionary=rest,
        column_encoding=dict.fromkeys(whole, "DELTA_BINARY_PACKED"),
        store_schema=False,
    ) as writer:
        writer.add_key_value_metadata(stamp)
        for table in tables:
            writer.write_table(table, row_group_size=TEXTS if name == "texts" else ROWS)


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
            place = folder / written.name
            if place.is_dir():
                shutil.rmtree(place)
            elif written.is_dir():
                place.unlink(missing_ok=True)
            written.replace(place)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
