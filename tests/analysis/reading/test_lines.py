from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.lines import lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("一行\r\n\n 两 行 \u3000\u2028三", ["一行", "两 行", "三"]),
        ("a\x1fb\x1cc\x85d", ["a\x1fb", "c", "d"]),
    ],
)
def test_lines_without_white_space_at_their_ends(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in lines_of(text)] == expected


@given(st.text(alphabet="字a \t\u3000\n\r\v\x1c\x1f\x85\u2028"))
def test_lines_are_those_of_python(text: str) -> None:
    assert [text[start:end] for start, end in lines_of(text)] == [
        line.strip() for line in text.splitlines() if line.strip()
    ]
