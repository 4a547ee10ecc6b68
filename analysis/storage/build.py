"""Building a store: every article file through the analysis, its rows into Parquet tables.

Files are analysed in partitions, by this process or by others, each of which writes its own parts of
the tables. Rows of an article whose file has not changed are taken over from the store that is there. A
file that cannot be used becomes a row of the table ``problems``, and the rest goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

import pyarrow as pa

from analysis import lexicon
from analysis.schema import FeatureCell, Problem, SaidTotal
from analysis.schema.arrow_tables import arrow_table
from analysis.storage import store, store_writing
from analysis.storage.files import Files
from analysis.storage.former import Former, formers
from analysis.storage.partitions import (
    PARTITION_BYTES,
    PER_PARTITION,
    Analyse,
    Outcome,
    Partition,
    split,
)
from analysis.storage.totals import TOTALS
from analysis.storage.workers import crew

Progress = Callable[[int, int], None]
"""Is told how many files are done, and of how many."""


@dataclass(frozen=True)
class Flow:
    """What a build does with an article, and with what is said in all; another result, another ``version``.

    ``analysis`` makes the function that takes an article to its rows. It is called once in each process
    and only where there is something to analyse; for several processes it must be importable by name.
    """

    analysis: Callable[[], Analyse]
    matrix: Callable[[Iterable[SaidTotal]], list[FeatureCell]]
    version: str


ROOMS = ("schema", "reading", "words", "claims", "matrix", "storage")
"""Folders whose code says what a row is and makes rows: where it changes, every article is analysed again."""

SAID = """
    SELECT feature, product, status, as_of, sum(evidence), sum(articles)
    FROM said GROUP BY ALL ORDER BY ALL
"""


class NothingAnalysedError(Exception):
    """None of the files could be analysed, and the store that was there was kept; ``outcome`` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__("nothing could be analysed")
        self.outcome = outcome


def build(
    sources: Sequence[Path],
    out: Path,
    flow: Flow | None = None,
    *,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Analyse the articles in ``sources`` (files and folders) and write the store ``out``.

    ``flow`` is the shipped one where none is given. The work is done by ``workers`` processes, or by the
    workers of the Dask cluster at the address ``scheduler``, which must see the same folders. Raises
    ``LexiconError`` for a broken lexicon, ``ClusterError`` for a cluster that cannot be used, and ``OSError``
    where ``out`` cannot be written; the store that was there then stays as it was. It also stays where no
    file can be analysed: ``NothingAnalysedError``.
    """
    flow = flow or shipped()
    files = Files.among(sources)
    tick = _counter(len(files.sizes), progress)
    stamp = _stamp(flow, files)
    with crew(workers, scheduler) as working, store_writing.replacing(out) as aside:
        groups = split(files.sizes, least=working.width)
        partitions = [
            Partition(number, tuple(map(str, paths)), aside, stamp, former)
            for number, (paths, former) in enumerate(zip(groups, _formers(out, flow, groups), strict=True))
        ]
        done = _together([Outcome(problems=files.problems), *working.run(flow.analysis, partitions, tick)])
        if not (done.analysed or done.reused) and _is_store(out):
            raise NothingAnalysedError(done)
        small = sum(files.sizes.values()) <= PARTITION_BYTES
        finish(aside, stamp, flow, done.problems, small=small)
    return done


def finish(
    folder: Path, stamp: Mapping[str, str], flow: Flow, problems: Sequence[Problem], *, small: bool
) -> None:
    """Make a store of the parts in ``folder``, with the tables that are of all.

    Totals and the articles, which most questions touch, are single files, which are opened fast; the other
    tables only in a ``small`` store.
    """
    for name in PER_PARTITION:
        store_writing.join_parts(folder, name, stamp, one=small or name in (*TOTALS, "articles"))
    cells = arrow_table("features", flow.matrix(_said(folder)))
    store_writing.write_whole(folder, "features", cells, stamp)
    store_writing.write_whole(folder, "problems", arrow_table("problems", problems), stamp)


def ensure(sources: Sequence[Path], out: Path, progress: Progress | None = None) -> Path:
    """The folder ``out`` with a store of the articles in ``sources``.

    Built where it is missing or damaged, or where an article, a lexicon or the analysis has changed. Raises
    as ``build`` does.
    """
    if not is_ready(sources, out):
        build(sources, out, progress=progress)
    return out


def is_ready(sources: Sequence[Path], out: Path) -> bool:
    """Whether ``out`` is a store of the articles in ``sources`` that need not be built anew."""
    try:
        return store.stamps(out) == _stamp(shipped(), Files.among(sources))
    except store.StoreError:
        return False


def shipped() -> Flow:
    """The analysis and the lexicons in this folder."""
    return Flow(_shipped_analysis, _shipped_matrix, _shipped_version())


def _shipped_analysis() -> Analyse:
    from analysis import pipeline

    return pipeline.default()


def _shipped_matrix(said: Iterable[SaidTotal]) -> list[FeatureCell]:
    from analysis.matrix.feature_cells import feature_cells
    from analysis.words.features import features

    return feature_cells(said, features())


def _shipped_version() -> str:
    digest = hashlib.sha256()
    analysis = Path(__file__).parents[1]
    code = [*analysis.glob("*.py"), *(path for room in ROOMS for path in (analysis / room).rglob("*.py"))]
    for path in sorted([*code, *lexicon.FOLDER.glob("*.tsv")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _stamp(flow: Flow, files: Files) -> dict[str, str]:
    return {"version": flow.version, "files": files.fingerprint}


def _is_store(out: Path) -> bool:
    try:
        store.stamps(out)
    except store.StoreError:
        return False
    return True


def _formers(out: Path, flow: Flow, groups: Sequence[Sequence[Path]]) -> Sequence[Former | None]:
    """The store in ``out`` for each group of files, where it is one that ``flow`` has made."""
    try:
        if store.stamps(out).get("version") == flow.version:
            return formers(out, groups)
    except store.StoreError:
        pass
    return [None] * len(groups)


def _counter(total: int, progress: Progress | None) -> Callable[[int], None]:
    """What is told of some more files being done, and tells ``progress`` of all of them."""
    done = 0

    def tick(more: int) -> None:
        nonlocal done
        done += more
        if progress and more:
            progress(done, total)

    return tick


def _together(outcomes: Iterable[Outcome]) -> Outcome:
    """One outcome of several, each list of it in order."""
    several = list(outcomes)
    return Outcome(
        tuple(sorted(name for each in several for name in each.analysed)),
        tuple(sorted(name for each in several for name in each.reused)),
        tuple(sorted(found for each in several for found in each.problems)),
    )


def _said(folder: Path) -> Iterator[SaidTotal]:
    """What is said of each product's features in all parts of the store in ``folder``."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register("said", pa.concat_tables(store.parts(folder, "said")))
        return starmap(SaidTotal, connection.sql(SAID).fetchall())
