"""Measures how the analysis keeps up with much text: against its targets, as a table and as JSON.

Every row is a ratio of two measurements of one run, so that a slow machine tells as much as a fast one.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / ".benchmarks" / "scale.json"
MEGABYTE = 1_000_000
FEW, MANY = 250, 1000
"""Articles of the smaller and of the larger corpus."""

CHANGED = 0.01
"""Part of the articles that are changed before the second build."""


class Row(NamedTuple):
    """What was measured, its value, and the target: at least where ``larger``, else at most."""

    what: str
    value: float
    target: float
    larger: bool

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.value >= self.target if self.larger else self.value <= self.target


def speed(work: Path) -> Iterator[Row]:
    """The whole analysis against ``jieba.lcut`` alone on the same text, both in one process."""
    import jieba

    from analysis import pipeline
    from analysis.reading import loading
    from tests.benchmarks import corpus

    corpus.write(work / "speed", size=2 * MEGABYTE)
    articles = [loading.load(path) for path in loading.find([work / "speed"])]
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    analyse = pipeline.default()
    analyse(articles[0])
    segmented = _seconds(lambda: [jieba.lcut(article.text) for article in articles])
    analysed = _seconds(lambda: [analyse(article) for article in articles])
    yield Row("analysis of 2 MB: times the speed of jieba.lcut", segmented / analysed, 3, larger=True)


def processes(work: Path) -> Iterator[Row]:
    """Two processes against one."""
    from tests.benchmarks import corpus

    corpus.write(work / "two", size=4 * MEGABYTE)
    one = _build(work / "two", work / "one process")
    two = _build(work / "two", work / "two processes", "--workers", "2")
    yield Row("two processes on 4 MB: times the speed of one", one.seconds / two.seconds, 1.8, larger=True)


def growth(work: Path) -> Iterator[Row]:
    """Time an article and memory of the worker, with four times the articles."""
    from tests.benchmarks import corpus

    builds = {}
    for articles in (FEW, MANY):
        corpus.write(work / f"{articles}", articles=articles)
        builds[articles] = _build(work / f"{articles}", work / f"store of {articles}")
    small, large = builds[FEW], builds[MANY]
    slower = (large.seconds / MANY) / (small.seconds / FEW)
    yield Row(f"{MANY} articles against {FEW}: time of an article", slower, 1.1, larger=False)
    yield Row("the same: largest memory", large.bytes / small.bytes, 1.1, larger=False)
    paths = sorted((work / f"{MANY}").iterdir())
    for path in paths[:: round(1 / CHANGED)]:
        path.write_bytes(path.read_bytes() + "\n钉钉上线了新的日程。".encode())
    again = _build(work / f"{MANY}", work / f"store of {MANY}")
    yield Row(
        "1 % changed: second build, part of the first", again.seconds / large.seconds, 0.05, larger=False
    )


class Build(NamedTuple):
    """How long a build took, and the largest memory of a process of it."""

    seconds: float
    bytes: int


def _build(source: Path, out: Path, *options: str) -> Build:
    """A build as a user starts it, in a new process."""
    command = [sys.executable, "-m", "analysis", "build", str(source), "--out", str(out), *options]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"the build of {source} failed")
    return Build(time.perf_counter() - began, used.ru_maxrss * 1024)


def _seconds(work: Callable[[], object]) -> float:
    began = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - began


def main() -> None:
    """Measure everything, print the table and keep it."""
    work = Path(tempfile.mkdtemp(prefix="duidu-"))
    rows = []
    for measure in (speed, processes, growth):
        for row in measure(work):
            rows.append(row)
            bound = "at least" if row.larger else "at most"
            said = "met" if row.met else f"missed by a factor of {_factor(row):.1f}"
            print(f"{row.what:<52}{row.value:8.3f}   {bound} {row.target:<5g} {said}", flush=True)
    shutil.rmtree(work)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps([row._asdict() for row in rows], indent=2), encoding="utf-8")


def _factor(row: Row) -> float:
    return row.target / row.value if row.larger else row.value / row.target


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
