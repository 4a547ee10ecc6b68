"""Measures the analysis of much text and a dashboard of many readers against their targets.

The rows of the analysis are ratios of two measurements of one run, so that a slow machine tells as much as
a fast one; those of the dashboard are seconds and megabytes on two cores.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import corpus, first_chart, sessions
from tests.benchmarks.targets import Row, report

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / ".benchmarks" / "scale.json"
MEGABYTE = 1_000_000
FEW, MANY = 250, 1000
"""Articles of the smaller and of the larger corpus."""

CHANGED = 0.01
"""Part of the articles that are changed before the second build."""


def speed(work: Path) -> Iterator[Row]:
    """The whole analysis against ``jieba.lcut`` alone on the same text, both in one process."""
    import jieba

    from analysis import pipeline
    from analysis.reading import loading

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
    corpus.write(work / "two", size=4 * MEGABYTE)
    one = _build(work / "two", work / "one process")
    two = _build(work / "two", work / "two processes", "--workers", "2")
    yield Row("two processes on 4 MB: times the speed of one", one.seconds / two.seconds, 1.8, larger=True)


def growth(work: Path) -> Iterator[Row]:
    """Time an article and memory of the worker, with four times the articles."""
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
    measures = (speed, processes, growth, sessions.readers, first_chart.first_chart)
    with tempfile.TemporaryDirectory(prefix="duidu-") as work:
        report((row for measure in measures for row in measure(Path(work))), RESULTS)


if __name__ == "__main__":
    main()
