"""Lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.document import Span

ENDS = r"\r\n\v\f\x1c-\x1e\x85\u2028\u2029"
"""Characters that end a line, for a set of characters in a pattern."""

LINE = re.compile(f"[^{ENDS}]+")
"""A line as it stands."""

_WORDS = re.compile(rf"\S(?:[^{ENDS}]*\S)?")


def lines_of(text: str) -> Iterator[Span]:
    """The lines that hold anything, in order, without white space at their ends."""
    return (Span(*found.span()) for found in _WORDS.finditer(text))
