"""Building a store: every article file through the analysis, its rows into Parquet tables.

Rows of an article whose file has not changed are taken over from the store that is there. A file
that cannot be used becomes a row of the table ``problems``, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis import lexicon, schema, store
from analysis.reading import loading
from analysis.schema import Evidence, FeatureCell, Problem

if TYPE_CHECKING:
    from analysis.document import Article

Analyse = Callable[["Article"], Mapping[str, Sequence[Any]]]
"""Takes an article to its rows: table name to row objects."""

Progress = Callable[[int, int], None]
"""Is told how many files are done, and of how many."""

Tables = dict[str, pa.Table]

PER_ARTICLE = [name for name in schema.TABLES if name not in ("features", "problems")]


@dataclass(frozen=True)
class Flow:
    """What a build does with an article, and with the evidence of all; another result, another ``version``.

    ``analysis`` makes the function that takes an article to its rows. It is called once in each process
    and only where there is something to analyse; for several processes it must be importable by name.
    """

    analysis: Callable[[], Analyse]
    matrix: Callable[[list[Evidence]], list[FeatureCell]]
    version: str


@dataclass(frozen=True)
class BuildReport:
    """What a build did: articles analysed, articles taken over unchanged, and files left out."""

    analysed: tuple[str, ...]
    reused: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Files:
    """Article files by path with the hash of their bytes (None where unreadable), and those left out."""

    hashes: dict[Path, str | None]
    problems: tuple[Problem, ...]

    @classmethod
    def among(cls, sources: Sequence[Path]) -> Files:
        """The article files in ``sources``; left out are those whose name another one has."""
        paths = loading.find(sources)
        errors = loading.same_names(paths)
        doubled = {error.path for error in errors}
        barren = [_problem(source, "no_articles") for source in sources if not loading.find([source])]
        return cls(
            hashes={path: _sha256(path) for path in paths if path not in doubled},
            problems=(*(_problem(error.path, error.reason, error.detail) for error in errors), *barren),
        )

    @property
    def fingerprint(self) -> str:
        """A hash of names, contents and problems."""
        content = [(str(path), sha256) for path, sha256 in self.hashes.items()]
        return hashlib.sha256(repr((content, self.problems)).encode()).hexdigest()


def build(
    sources: Sequence[Path],
    out: Path,
    flow: Flow | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> BuildReport:
    """Analyse the articles in ``sources`` (files and folders) and write the store ``out``.

    ``flow`` is the shipped one where none is given; ``workers`` is a number of processes. Raises
    ``LexiconError`` for a broken lexicon and ``OSError`` where ``out`` cannot be written; the store that
    was there then stays as it was.
    """
    flow = flow or shipped()
    files = Files.among(sources)
    reused, kept = _reusable(out, flow.version, files)
    changed = [path for path in files.hashes if path not in set(reused)]
    results = list(_analysed(changed, flow.analysis, workers, progress))
    fresh = [result for result in results if not isinstance(result, Problem)]
    failed = [result for result in results if isinstance(result, Problem)]
    problems = sorted([*files.problems, *failed])
    tables = _merged(fresh, kept)
    evidence = [Evidence(**row) for row in tables["evidence"].to_pylist()]
    tables["features"] = store.arrow_table("features", flow.matrix(evidence))
    tables["problems"] = store.arrow_table("problems", problems)
    store.write(out, tables, _stamp(flow, files))
    names = (table["articles"]["article"][0].as_py() for table in fresh)
    return BuildReport(tuple(names), tuple(path.stem for path in reused), tuple(problems))


def ensure(sources: Sequence[Path], out: Path, progress: Progress | None = None) -> Path:
    """The folder ``out`` with a store of the articles in ``sources``.

    Built where it is missing or damaged, or where an article, a lexicon or the analysis has changed.
    """
    flow = shipped()
    try:
        current = store.stamps(out) == _stamp(flow, Files.among(sources))
    except store.StoreError:
        current = False
    if not current:
        build(sources, out, flow, progress=progress)
    return out


def shipped() -> Flow:
    """The analysis and the lexicons in this folder."""
    return Flow(_shipped_analysis, _shipped_matrix, _shipped_version())


def _shipped_analysis() -> Analyse:
    from analysis import pipeline

    return pipeline.default()


def _shipped_matrix(evidence: list[Evidence]) -> list[FeatureCell]:
    from analysis.matrix import features

    return features.matrix(evidence, features.load(lexicon.FOLDER))


def _shipped_version() -> str:
    digest = hashlib.sha256()
    for path in sorted([*Path(__file__).parent.rglob("*.py"), *lexicon.FOLDER.glob("*.tsv")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _stamp(flow: Flow, files: Files) -> dict[str, str]:
    return {"version": flow.version, "files": files.fingerprint}


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(loading.read(path)).hexdigest()
    except loading.LoadingError:
        return None


def _reusable(out: Path, version: str, files: Files) -> tuple[list[Path], Tables]:
    """The files that the store ``out`` holds as this version would analyse them, and their rows."""
    try:
        if store.stamps(out).get("version") != version:
            return [], {}
        columns = store.read(out, "articles").select(["article", "sha256"]).to_pydict()
        known = dict(zip(columns["article"], columns["sha256"], strict=True))
        unchanged = [
            path for path, sha256 in files.hashes.items() if sha256 and known.get(path.stem) == sha256
        ]
        return unchanged, _taken_over(out, unchanged)
    except store.StoreError:
        return [], {}


def _analysed(
    paths: Sequence[Path], analysis: Callable[[], Analyse], workers: int, progress: Progress | None
) -> Iterator[Tables | Problem]:
    """The tables of each file, or why there are none."""
    analyse = partial(_analyse, analysis)
    for done, result in enumerate(_mapped(analyse, paths, min(workers, len(paths))), start=1):
        if progress:
            progress(done, len(paths))
        yield result


def _mapped(
    analyse: Callable[[Path], Tables | Problem], paths: Sequence[Path], workers: int
) -> Iterable[Tables | Problem]:
    if workers <= 1:
        yield from map(analyse, paths)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(analyse, paths, chunksize=max(1, min(50, len(paths) // (4 * workers))))


def _analyse(analysis: Callable[[], Analyse], path: Path) -> Tables | Problem:
    analyse = analysis()
    try:
        rows = analyse(loading.load(path))
        return {name: store.arrow_table(name, rows[name]) for name in PER_ARTICLE}
    except loading.LoadingError as error:
        return _problem(error.path, error.reason, error.detail)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}, line {last.lineno}"
        return _problem(path, "analysis_failed", f"{type(error).__name__}: {error} ({place})")


def _problem(path: Path, reason: str, detail: str | None = None) -> Problem:
    """A problem as a table can hold it: what is not Unicode in the name of a file becomes a question mark."""
    return Problem(_unicode(str(path)), reason, detail and _unicode(detail))


def _unicode(text: str) -> str:
    return text.encode(errors="replace").decode()


def _taken_over(out: Path, paths: Sequence[Path]) -> Tables:
    """The rows that the store ``out`` holds of the articles at ``paths``."""
    if not paths:
        return {}
    stem = pa.schema([pa.field("article", pa.string())])
    names = store.records(({"article": path.stem} for path in paths), stem)["article"]
    tables = {name: store.read(out, name) for name in PER_ARTICLE}
    kept = {name: table.filter(pc.is_in(table["article"], names)) for name, table in tables.items()}
    return kept | {"articles": _moved(kept["articles"], {path.stem: str(path) for path in paths})}


def _moved(articles: pa.Table, paths: Mapping[str, str]) -> pa.Table:
    """The table ``articles`` with the paths where the files lie now."""
    rows = (row | {"path": paths[row["article"]]} for row in articles.to_pylist())
    return store.records(rows, store.arrow_schema("articles"))


def _merged(fresh: Sequence[Tables], reused: Tables) -> Tables:
    """All rows of each table in order of article and place."""
    merged: Tables = {}
    for name in PER_ARTICLE:
        parts = [tables[name] for tables in (*fresh, reused) if tables]
        table = pa.concat_tables([*parts, store.arrow_table(name, [])])
        keys = [key for key in ("article", "start", "end") if key in table.column_names]
        merged[name] = table.sort_by([(key, "ascending") for key in keys])
    return merged
