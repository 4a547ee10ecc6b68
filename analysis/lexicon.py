"""Reading lexicon files: headed tables of text that hold what is known of the language and the field.

A file is tab-separated UTF-8, with a byte order mark or without. Lines that begin with ``#`` say what
the file is for; the first other line names the columns. A cell with several values separates them by
``|``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

Option = TypeVar("Option", bound=str)

FOLDER = Path(__file__).parent / "lexicons"


class LexiconError(ValueError):
    """A lexicon file that cannot be used: ``path``, ``line`` (from 1) and ``reason`` say where and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


def read(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows of a lexicon file as dictionaries, in order.

    ``columns`` are the names its heading must have, in order; the first is the key: never empty and
    never twice. Raises ``LexiconError`` for a file that is missing, not UTF-8, wrongly headed, or has
    a row with too many cells, a missing key or a key twice. Missing cells at a row's end are empty.
    """
    rows: list[dict[str, str]] = []
    seen: dict[str, int] = {}
    headed = False
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not headed:
            if cells != list(columns):
                raise LexiconError(path, number, f"the heading must be: {' '.join(columns)}")
            headed = True
            continue
        if len(cells) > len(columns):
            raise LexiconError(path, number, f"{len(cells)} cells, but the heading has {len(columns)}")
        key = cells[0]
        if not key:
            raise LexiconError(path, number, f"the column {columns[0]} is empty")
        if key in seen:
            raise LexiconError(path, number, f"{key} stands already in line {seen[key]}")
        seen[key] = number
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    if not headed:
        raise LexiconError(path, 1, "the file has no heading")
    return rows


def number(path: Path, row: Mapping[str, str], column: str) -> float:
    """The number in a cell of a row of the file ``path``; raises ``LexiconError`` for any other text."""
    try:
        return float(row[column])
    except ValueError:
        raise _misfit(path, row, column, "a number") from None


def choice(path: Path, row: Mapping[str, str], column: str, options: Collection[Option]) -> Option:
    """The value in a cell of a row of the file ``path``; raises ``LexiconError`` for none of ``options``."""
    for option in options:
        if row[column] == option:
            return option
    raise _misfit(path, row, column, " or ".join(option or "empty" for option in options))


def line_of(path: Path, key: str) -> int:
    """The line of a lexicon file that has the key, from 1."""
    lines = enumerate(_lines(path), start=1)
    return next(number for number, line in lines if line.split("\t")[0].strip() == key)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several: ``"钉钉|釘釘"`` gives ``("钉钉", "釘釘")``."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


def pattern_of(rows: Iterable[Mapping[str, str]], role: str) -> str:
    """A group of a regular expression: any ``word`` of the rows with the role among its ``roles``."""
    return any_of(row["word"] for row in rows if role in values(row["roles"]))


def any_of(words: Iterable[str]) -> str:
    """A group of a regular expression: any of the words, the longest first; of none, nothing matches."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True)) or '(?!)'})"


def _misfit(path: Path, row: Mapping[str, str], column: str, wanted: str) -> LexiconError:
    key = next(iter(row.values()))
    reason = f"the {column} of {key} must be {wanted}, not {row[column] or 'empty'}"
    return LexiconError(path, line_of(path, key), reason)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise LexiconError(path, 1, "the file is missing") from None
    except OSError as error:
        raise LexiconError(path, 1, f"the file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LexiconError(path, line, "not UTF-8") from None
