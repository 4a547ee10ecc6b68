"""The tables of a store as Arrow: the types of their columns, and rows as columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any, NamedTuple, get_args, get_origin

import msgspec
import pyarrow as pa
from pyarrow.json import ParseOptions, ReadOptions, read_json

from analysis import schema

ARROW_TYPES: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
}


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


def _arrow_type(kind: Any) -> pa.DataType:
    if get_origin(kind) is list:
        return pa.list_(ARROW_TYPES[get_args(kind)[0]])
    return ARROW_TYPES[kind]
