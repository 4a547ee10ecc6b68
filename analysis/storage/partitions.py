"""A partition: a few article files analysed together, whose rows become one Parquet part of each table."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from analysis.reading import loading
from analysis.schema import Problem, arrow_tables
from analysis.storage import store, store_writing
from analysis.storage.files import problem
from analysis.storage.former import Former
from analysis.storage.totals import PER_ARTICLE, TOTALS, totals

if TYPE_CHECKING:
    from analysis.document import Article

Rows = Mapping[str, arrow_tables.Rows]
"""Rows by the name of their table."""

Analyse = Callable[["Article"], Rows]
"""Takes an article to its rows."""

Tick = Callable[[int], None]
"""Is told how many more files are done."""

Tables = dict[str, pa.Table]

PER_PARTITION = [*PER_ARTICLE, *TOTALS]

BATCH = 50
"""Articles whose rows become tables at once: each time costs as much as some thousand rows."""

PARTITION_BYTES = 8 * 1024 * 1024
"""Article files of about so many bytes make a partition: a minute of work, and 200 MB of memory."""


@dataclass(frozen=True)
class Partition:
    """Files whose rows become part ``number`` of each table in the folder ``out``, marked with ``stamp``.

    ``files`` are paths or addresses as ``loading.place`` takes them. Rows of those that have not changed
    are taken over from the store ``former`` where there is one.
    """

    number: int
    files: tuple[str, ...]
    out: Path
    stamp: Mapping[str, str]
    former: Former | None = None

    @property
    def paths(self) -> list[Path]:
        """The files, to be read."""
        return [loading.place(file) for file in self.files]


@dataclass(frozen=True)
class Outcome:
    """What became of the files of a partition: articles analysed, articles taken over, files left out."""

    analysed: tuple[str, ...] = ()
    reused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def split(sizes: Mapping[Path, int], least: int = 1) -> list[tuple[Path, ...]]:
    """Files and their sizes in bytes as groups of about ``PARTITION_BYTES``, in order of their stems.

    There are at least ``least`` groups where there are as many files, so that every worker has some.
    """
    total = sum(sizes.values())
    wanted = max(least, -(-total // PARTITION_BYTES))
    room = max(1, total // wanted)
    groups: list[list[Path]] = []
    filled = room
    for path in sorted(sizes, key=lambda path: path.stem):
        if filled >= room and len(groups) < wanted:
            groups.append([])
            filled = 0
        groups[-1].append(path)
        filled += sizes[path]
    return [tuple(group) for group in groups]


def analyse(analysis: Callable[[], Analyse], partition: Partition, tick: Tick | None = None) -> Outcome:
    """Analyse the files of ``partition`` and write its parts.

    A second run after one that was cut off writes the same parts again.
    """
    tables, outcome = tables_of(analysis, partition, tick)
    write(partition, tables)
    return outcome


def tables_of(
    analysis: Callable[[], Analyse], partition: Partition, tick: Tick | None = None
) -> tuple[Tables, Outcome]:
    """The rows of the files of ``partition``, in order of article, and what became of the files.

    ``analysis`` makes the function that takes an article to its rows; it is not called where nothing has
    changed.
    """
    unchanged, kept = _taken_over(partition)
    held = set(unchanged)
    changed = [path for path in partition.paths if path not in held]
    fresh, problems = _analysed(analysis, changed, tick)
    if tick:
        tick(len(unchanged))
    names = (name for tables in fresh for name in tables["articles"]["article"].to_pylist())
    outcome = Outcome(tuple(names), tuple(path.stem for path in unchanged), tuple(problems))
    return _merged([kept, *fresh]), outcome


def write(partition: Partition, tables: Tables) -> None:
    """Write the part of each table, under a temporary name first; totals are found meanwhile."""

    def write_one(item: tuple[str, pa.Table]) -> None:
        name, table = item
        store_writing.write_part(partition.out, name, partition.number, table, partition.stamp)

    with ThreadPoolExecutor(max_workers=1) as writer:
        written = writer.map(write_one, tables.items())
        found = totals(tables)
        list(written)
    for item in found.items():
        write_one(item)
    pa.default_memory_pool().release_unused()


def _taken_over(partition: Partition) -> tuple[list[Path], Tables]:
    """The files that have not changed and their rows in the former store; none where these cannot be read."""
    if not partition.former:
        return [], {}
    unchanged = partition.former.unchanged(partition.paths)
    try:
        return unchanged, partition.former.tables(unchanged)
    except store.StoreError:
        return [], {}


def _analysed(
    analysis: Callable[[], Analyse], paths: Sequence[Path], tick: Tick | None
) -> tuple[list[Tables], list[Problem]]:
    """The tables of articles, a ``BATCH`` at a time, and why some are not in them."""
    done = [_batch(analysis(), paths[first : first + BATCH], tick) for first in range(0, len(paths), BATCH)]
    return [tables for tables, _ in done], [found for _, problems in done for found in problems]


def _batch(analyse: Analyse, paths: Sequence[Path], tick: Tick | None) -> tuple[Tables, list[Problem]]:
    """The tables of some articles together, and why others are not in them."""
    found: dict[Path, Rows] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            found[path] = analyse(loading.load(path))
        except loading.LoadingError as error:
            problems.append(problem(error.path, error.reason, error.detail))
        except Exception as error:
            problems.append(_failed(path, error))
        if tick:
            tick(1)
    try:
        return _tables(found.values()), problems
    except ValueError:
        misfits = {path: wrong for path, rows in found.items() if (wrong := _misfit(rows))}
        problems += [_failed(path, wrong) for path, wrong in misfits.items()]
        return _tables(rows for path, rows in found.items() if path not in misfits), problems


def _tables(several: Iterable[Rows]) -> Tables:
    """The rows of several articles as tables; raises ``ValueError`` for a row that does not fit."""
    articles = list(several)
    return {
        name: arrow_tables.joined(name, [_placed(name, rows[name]) for rows in articles])
        for name in PER_ARTICLE
    }


def _placed(name: str, rows: arrow_tables.Rows) -> arrow_tables.Rows:
    """The rows of an article in order of place; those of an Arrow table are already."""
    if isinstance(rows, pa.Table) or "start" not in arrow_tables.arrow_schema(name).names:
        return rows
    return sorted(rows, key=attrgetter("start", "end"))


def _misfit(rows: Rows) -> ValueError | None:
    """What is wrong with the rows of an article, where one of them does not fit its table."""
    try:
        _tables([rows])
    except ValueError as error:
        return error
    return None


def _failed(path: Path, error: Exception) -> Problem:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return problem(path, "analysis_failed", f"{type(error).__name__}: {error} ({place})")


def _merged(several: Sequence[Tables]) -> Tables:
    """All rows of each table in order of article; those of one article are together already, and in order.

    A column has the form that it has in the first of the tables.
    """
    merged: Tables = {}
    for name in PER_ARTICLE:
        parts = [*(tables[name] for tables in several if tables), arrow_tables.arrow_table(name, [])]
        rows = pa.concat_tables([part.cast(parts[0].schema) for part in parts]).unify_dictionaries()
        merged[name] = arrow_tables.rows_at(rows, sorted(arrow_tables.article_runs(rows)))
    return merged
