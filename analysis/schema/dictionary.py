"""The data dictionary: every table of a store and its columns as ``schema`` declares them, in Markdown.

``python -m analysis.schema.dictionary README.md`` brings the dictionary in that file up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args, get_origin

from analysis import schema

BEGIN = "<!-- data dictionary: written by make readme -->\n"
END = "<!-- end of the data dictionary -->"


class Entry(NamedTuple):
    """A column: the table it is in, its type in words, its unit where it has one, and what it holds."""

    table: str
    column: str
    kind: str
    unit: str
    holds: str


def markdown() -> str:
    """All tables in order: a heading, what a row is, and a table of its columns."""
    return "\n".join(_table(name, row) for name, row in schema.TABLES.items())


def updated(text: str) -> str:
    """``text`` with what stands between the two marks replaced; raises ``ValueError`` without them."""
    head, _ = text.split(BEGIN)
    _, tail = text.split(END)
    return f"{head}{BEGIN}\n{markdown()}\n{END}{tail}"


def entries() -> Iterator[Entry]:
    """Every column of every table, in order."""
    for table, row in schema.TABLES.items():
        for column, (kind, nullable, described) in schema.columns(row).items():
            name = f"list of {get_args(kind)[0].__name__}" if get_origin(kind) is list else kind.__name__
            optional = " or null" if nullable else ""
            yield Entry(table, column, name + optional, described.unit or "", described.description)


def _table(name: str, row: type) -> str:
    lines = [
        f"#### `{name}`",
        "",
        (row.__doc__ or "").strip(),
        "",
        "| column | type | unit | what it holds |",
        "|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(entry[1:])} |" for entry in entries() if entry.table == name]
    return "\n".join([*lines, ""])


def main(path: Path) -> None:
    """Write the dictionary into the file at ``path``."""
    path.write_text(updated(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
