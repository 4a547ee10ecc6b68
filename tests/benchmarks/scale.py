"""Measures the analysis of much text and a dashboard of many readers against their targets.

The rows of the analysis are ratios of two measurements of one run, so that a slow machine tells as much as
a fast one; those of the dashboard are seconds and megabytes on two cores.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.benchmarks import corpus, first_chart, sessions
from tests.benchmarks.targets import Row, report

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / ".benchmarks" / "scale.json"
MEGABYTE = 1_000_000
TEXT, MORE_TEXT = 20 * MEGABYTE, 40 * MEGABYTE
ARTICLES = (1_000, 4_000, 16_000)
"""Articles of corpora, each four times as large as the one before."""

CHANGED = 0.01
"""Part of the articles that are changed before the second build."""

LOOK_EVERY = 0.02
"""Seconds between two looks at the memory of a build."""


def speed(work: Path) -> Iterator[Row]:
    """The whole analysis, from files to a store, against ``jieba.lcut`` alone, both in one process."""
    import jieba

    from analysis.reading import loading
    from analysis.storage.build import build

    corpus.write(work / "speed", size=TEXT)
    articles = [loading.load(path) for path in loading.find([work / "speed"])]
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    segmented = sum(_seconds(partial(jieba.lcut, article.text)) for article in articles)
    analysed = _seconds(lambda: build([work / "speed"], work / "store"))
    yield Row("analysis of 20 MB: times the speed of jieba.lcut", segmented / analysed, 3, larger=True)


def processes(work: Path) -> Iterator[Row]:
    """Two processes against one."""
    corpus.write(work / "two", size=MORE_TEXT)
    one = _build(work / "two", work / "one process")
    two = _build(work / "two", work / "two processes", "--workers", "2")
    yield Row("two processes on 40 MB: times the speed of one", one.seconds / two.seconds, 1.8, larger=True)


def growth(work: Path) -> Iterator[Row]:
    """Time an article and memory of the worker with four times the articles; then with a few changed."""
    builds: dict[int, Build] = {}
    for articles in ARTICLES:
        corpus.write(work / f"{articles}", articles=articles)
        builds[articles] = _build(work / f"{articles}", work / f"store of {articles}")
    for few, many in pairwise(ARTICLES):
        small, large = builds[few], builds[many]
        slower = (large.seconds / many) / (small.seconds / few)
        yield Row(f"{many} articles against {few}: time of an article", slower, 1.1, larger=False)
        yield Row("the same: largest memory", large.bytes / small.bytes, 1.1, larger=False)
    most = ARTICLES[-1]
    for path in sorted((work / f"{most}").iterdir())[:: round(1 / CHANGED)]:
        path.write_bytes(path.read_bytes() + "\n钉钉上线了新的日程。".encode())
    again = _build(work / f"{most}", work / f"store of {most}")
    part = again.seconds / builds[most].seconds
    yield Row("1 % changed: second build, part of the first", part, 0.05, larger=False)


class Build(NamedTuple):
    """How long a build took, and the largest memory of its process."""

    seconds: float
    bytes: int


def _build(source: Path, out: Path, *options: str) -> Build:
    """A build as a user starts it, in a new process, whose memory is looked at while it runs.

    What the system reports at its end counts the memory of the process that started it too.
    """
    command = [sys.executable, "-m", "analysis", "build", str(source), "--out", str(out), *options]
    began, largest = time.perf_counter(), 0
    with psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with suppress(psutil.Error):
                largest = max(largest, process.memory_info().rss)
            time.sleep(LOOK_EVERY)
    if process.returncode:
        raise RuntimeError(f"the build of {source} failed")
    return Build(time.perf_counter() - began, largest)


def _seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor that this process takes for some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Measure everything, print the table and keep it."""
    measures = (speed, processes, growth, sessions.readers, first_chart.first_chart)
    with tempfile.TemporaryDirectory(prefix="duidu-") as work:
        report((row for measure in measures for row in measure(Path(work))), RESULTS)


if __name__ == "__main__":
    main()
