"""A finding: the key of a sentence and the facts that fill it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Finding(NamedTuple):
    """The key of a sentence, and its facts; ``product`` and ``other`` are canonical names."""

    key: str
    facts: dict[str, Any]
