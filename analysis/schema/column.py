"""What is declared of a column, and the columns that a row class declares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Column:
    """What a column holds, in words; ``unit`` where it is a quantity."""

    description: str
    unit: str | None = None


def columns(row: type) -> dict[str, tuple[type, bool, Column]]:
    """Columns of a row class: name to (type without ``None``, whether null is allowed, Column)."""
    found: dict[str, tuple[type, bool, Column]] = {}
    for name, hint in get_type_hints(row, include_extras=True).items():
        kind, column = get_args(hint)[:2]
        options = [option for option in get_args(kind) if option is not type(None)]
        nullable = len(options) < len(get_args(kind)) and get_origin(kind) is not Literal
        if get_origin(kind) is Literal:
            kind = str
        elif nullable:
            kind = options[0]
        found[name] = (kind, nullable, column)
    return found
