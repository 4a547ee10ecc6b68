from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.schema import arrow_columns

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\0a字")
VALUES = {
    pa.string(): TEXTS,
    pa.int32(): st.integers(-(2**31), 2**31 - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
    pa.list_(pa.string()): st.lists(TEXTS, max_size=3),
}
SCALARS = [kind for kind in VALUES if not pa.types.is_list(kind)]


@given(st.data(), st.sampled_from(list(VALUES)))
def test_values_come_back_as_they_went_in(data: st.DataObject, kind: pa.DataType):
    values = data.draw(st.lists(VALUES[kind], max_size=20))
    column = arrow_columns.column(values, pa.field("a", kind, nullable=False))
    column.validate(full=True)
    assert column.type == kind
    assert column.to_pylist() == values


@given(st.data(), st.sampled_from(SCALARS))
def test_a_missing_value_stays_missing(data: st.DataObject, kind: pa.DataType):
    values = data.draw(st.lists(VALUES[kind] | st.none(), max_size=20))
    column = arrow_columns.column(values, pa.field("a", kind))
    column.validate(full=True)
    assert column.to_pylist() == values


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (1, pa.string()),
        ("\ud800", pa.string()),
        ("1", pa.int32()),
        (1.5, pa.int32()),
        (2**31, pa.int32()),
        ("1", pa.float64()),
        ("yes", pa.bool_()),
        ([1], pa.list_(pa.string())),
        (None, pa.list_(pa.string())),
    ],
)
def test_a_value_that_does_not_fit_is_refused(value: Any, kind: pa.DataType):
    with pytest.raises((TypeError, ValueError, OverflowError)):
        arrow_columns.column([value], pa.field("a", kind))


@pytest.mark.parametrize("kind", SCALARS)
def test_no_value_may_be_missing_where_the_column_does_not_say_so(kind: pa.DataType):
    with pytest.raises(TypeError):
        arrow_columns.column([None], pa.field("a", kind, nullable=False))


@given(TEXTS, st.integers(0, 20))
def test_one_text_in_every_row(text: str, times: int):
    assert arrow_columns.repeated(text, times).to_pylist() == [text] * times


@given(st.lists(st.integers(0, 9)))
def test_every_second_integer(values: list[int]):
    assert arrow_columns.integers(np.array(values, np.int32)[::2]).to_pylist() == values[::2]
