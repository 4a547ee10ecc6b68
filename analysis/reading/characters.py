"""The characters of a text as numbers, for what is done to every one of them at once."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
"""A code point for each character of a text."""

_UTF_32 = "utf-32-le"


def codes(text: str) -> Codes:
    """The code point of each character."""
    return np.frombuffer(text.encode(_UTF_32, "surrogatepass"), np.uint32)


def written(characters: Codes) -> str:
    """The text of some code points."""
    return characters.tobytes().decode(_UTF_32, "surrogatepass")


def table(changes: Mapping[int, str]) -> Codes:
    """For every code point the one that stands in its place: itself where ``changes`` has no other."""
    replaced = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    replaced[list(changes)] = [ord(new) for new in changes.values()]
    return replaced
