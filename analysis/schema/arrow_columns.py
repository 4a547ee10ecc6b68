"""Python values as columns of Arrow, made from buffers.

``pyarrow.array``, and all that calls it, imports pandas, which takes half the time of a small build.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence, Sized
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_NOUGHTS: dict[pa.DataType, Any] = {pa.string(): "", pa.int32(): 0, pa.float64(): 0.0, pa.bool_(): False}
"""What stands in the place of a missing value."""

_BETWEEN = "\0"


def column(values: Sequence[Any], field: pa.Field) -> pa.Array:
    """Values as the column ``field``: of texts, integers, numbers or truth values, or of lists of these.

    None is a missing value where the field may have them. Raises ``TypeError``, ``ValueError`` or
    ``OverflowError`` for a value that does not fit.
    """
    if pa.types.is_list(field.type):
        items = column(list(chain.from_iterable(values)), field.type.value_field)
        return pa.Array.from_buffers(field.type, len(values), [None, _offsets(values)], children=[items])
    if not field.nullable or None not in values:
        return pa.Array.from_buffers(field.type, len(values), [None, *_buffers(values, field.type)])
    held = [_NOUGHTS[field.type] if value is None else value for value in values]
    known = _bits([value is not None for value in values])
    return pa.Array.from_buffers(field.type, len(values), [known, *_buffers(held, field.type)])


def texts(values: Sequence[str]) -> pa.StringArray:
    """Texts as a column without missing values."""
    return pa.Array.from_buffers(pa.string(), len(values), [None, *_buffers(values, pa.string())])


def repeated(text: str, times: int) -> pa.StringArray:
    """A column that holds one text in every row."""
    data = text.encode()
    offsets = np.arange(times + 1, dtype=np.int32) * len(data)
    return pa.Array.from_buffers(
        pa.string(), times, [None, pa.py_buffer(offsets), pa.py_buffer(data * times)]
    )


def integers(values: NDArray[np.int32]) -> pa.Int32Array:
    """Integers as a column without missing values."""
    return pa.Array.from_buffers(pa.int32(), len(values), [None, pa.py_buffer(np.ascontiguousarray(values))])


def _buffers(values: Sequence[Any], kind: pa.DataType) -> list[pa.Buffer]:
    """The values of a column without missing ones, as Arrow lays them out."""
    if pa.types.is_string(kind):
        return _texts(values)
    if pa.types.is_boolean(kind):
        return [_bits(values)]
    return [pa.py_buffer(array("i" if pa.types.is_integer(kind) else "d", values))]


def _texts(values: Sequence[str]) -> list[pa.Buffer]:
    """Offsets and UTF-8 of texts: all are encoded at once, a mark between them, if none of them has it."""
    data = _BETWEEN.join(values).encode()
    marks = np.flatnonzero(np.frombuffer(data, np.uint8) == ord(_BETWEEN))
    if len(marks) != len(values) - 1:
        encoded = list(map(str.encode, values))
        return [_offsets(encoded), pa.py_buffer(b"".join(encoded))]
    offsets = np.zeros(len(values) + 1, np.int32)
    offsets[1:-1] = marks - np.arange(len(marks))
    offsets[-1] = len(data) - len(marks)
    return [pa.py_buffer(offsets), pa.py_buffer(data.replace(_BETWEEN.encode(), b""))]


def _offsets(values: Sequence[Sized]) -> pa.Buffer:
    offsets = np.zeros(len(values) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, values), np.int32, len(values)), out=offsets[1:])
    return pa.py_buffer(offsets)


def _bits(values: Sequence[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(array("b", values), bitorder="little"))
