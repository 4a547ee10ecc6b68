"""The tables of a store as Arrow: the types of their columns, and rows as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

import pyarrow as pa
import pyarrow.compute as pc

from analysis import schema
from analysis.schema.arrow_columns import column

ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
}

Rows: TypeAlias = Sequence[Any] | pa.Table
"""Rows of a table: objects of its row class, or an Arrow table of its columns, in order of place."""


@cache
def arrow_schema(name: str) -> pa.Schema:
    """Arrow columns of a table, as declared by its row class."""
    return pa.schema(
        pa.field(named, _arrow_type(kind), nullable)
        for named, (kind, nullable, _) in schema.columns(schema.TABLES[name]).items()
    )


def arrow_table(name: str, rows: Iterable[NamedTuple]) -> pa.Table:
    """Row objects of a table as Arrow columns; raises ``ValueError`` for a row that does not fit."""
    declared = arrow_schema(name)
    values = list(zip(*rows, strict=True)) or [()] * len(declared)
    try:
        held = [column(each, field) for each, field in zip(values, declared, strict=True)]
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"a row of {name} does not fit: {error}") from error
    return pa.Table.from_arrays(held, schema=declared)


def joined(name: str, several: Iterable[Rows]) -> pa.Table:
    """All rows of a table, whatever form they have; raises ``ValueError`` for a row that does not fit."""
    tables: list[pa.Table] = []
    objects: list[NamedTuple] = []
    for rows in several:
        if isinstance(rows, pa.Table):
            tables.append(rows)
        else:
            objects += rows
    return pa.concat_tables([*tables, arrow_table(name, objects)])


class Run(NamedTuple):
    """Rows of one article that stand together: the first, and one past the last."""

    article: str
    start: int
    end: int


def article_runs(table: pa.Table) -> Iterator[Run]:
    """The rows of each article in a table [article, …], where they stand together, in order."""
    articles = table["article"].combine_chunks().dictionary_encode()
    runs = pc.run_end_encode(articles.indices)
    names = articles.dictionary.take(runs.values).to_pylist()
    places = pairwise([0, *runs.run_ends.to_pylist()])
    return (Run(name, *place) for name, place in zip(names, places, strict=True))


def rows_at(table: pa.Table, runs: Iterable[Run]) -> pa.Table:
    """The rows of ``runs`` of a table, in their order; those that follow upon each other stay one chunk."""
    stretches = [(0, 0)]
    for run in runs:
        start, end = stretches[-1]
        if run.start == end:
            stretches[-1] = start, run.end
        else:
            stretches.append((run.start, run.end))
    return pa.concat_tables([table.slice(start, end - start) for start, end in stretches])


def _arrow_type(kind: Any) -> pa.DataType:
    if get_origin(kind) is list:
        return pa.list_(ARROW_TYPES[get_args(kind)[0]])
    return ARROW_TYPES[kind]
