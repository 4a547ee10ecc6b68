"""Measures what a reader waits for, on this machine: building a store, showing a page, making an image.

Then how the analysis grows with an article: twice the text should take no more than twice the time.

Prints a table; every figure is the middle one of several runs, in seconds.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
RUNS = 5
PAGE_SECONDS = 60
LONGEST_LINE = 2_000_000
"""Bytes of UTF-8."""


def middle(work: Callable[[], object], runs: int = RUNS) -> float:
    """The middle duration of several runs of ``work``, in seconds."""
    durations = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        durations.append(time.perf_counter() - began)
    return statistics.median(durations)


def command(store: Path) -> None:
    """The build as a user starts it, in a new process."""
    subprocess.run(
        [sys.executable, "-m", "analysis", "build", SEEDS, "--out", store],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )


def building(store: Path) -> Iterator[tuple[str, float]]:
    """Building the store of the seed articles, with and without what was built before."""

    def anew() -> None:
        shutil.rmtree(store, ignore_errors=True)
        command(store)

    yield "build, nothing there", middle(anew)
    yield "build, nothing changed", middle(lambda: command(store))


def pages(store: Path) -> Iterator[tuple[str, float]]:
    """Showing every page on the server's side: for the first time, and after a click."""
    from streamlit.testing.v1 import AppTest

    os.environ |= {"DUIDU_STORE": str(store), "DUIDU_SOURCE": str(SEEDS)}
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=PAGE_SECONDS)
    began = time.perf_counter()
    app.run()
    yield "first page of all", time.perf_counter() - began
    for path in sorted((ROOT / "pages").glob("*.py")):
        began = time.perf_counter()
        app.switch_page(str(path)).run()
        yield f"{path.stem}, first", time.perf_counter() - began
        if app.exception:
            raise RuntimeError(f"{path.stem}: {app.exception[0].message}")
        yield f"{path.stem}, again", middle(app.run)


def image(store: Path) -> Iterator[tuple[str, float]]:
    """Drawing a chart and making a PNG of 1920×1080 pixels of it."""
    from analysis.charts import images
    from analysis.charts.bars import mention_bars
    from analysis.charts.theme import LIGHT
    from analysis.frames.products import mention_counts
    from analysis.frames.selection import Selection
    from analysis.labels import Labels
    from analysis.store import Store

    opened = Store(store)
    articles = tuple(opened.articles()["article"])
    counts = mention_counts(opened, Selection(articles, ("钉钉", "企业微信", "飞书", "微信")))
    labels = Labels("zh")

    def draw() -> object:
        return mention_bars(counts, labels, LIGHT)

    images.png(draw())
    yield "figure", middle(draw)
    yield "image, PNG", middle(lambda: images.png(draw()))


def growth(_: Path) -> Iterator[tuple[str, float]]:
    """Analysing the text of the seed articles, up to eight times over, and one line without a full stop."""
    from analysis import pipeline
    from analysis.document import Article

    analyse = pipeline.default()
    once = len(copies(1, "。\n").encode())
    texts = {f"text of the seeds × {times}": copies(times, "。\n") for times in (1, 2, 4, 8)}
    line = copies(LONGEST_LINE // once + 1, "，").encode()[:LONGEST_LINE].decode(errors="ignore")
    texts |= {"half a line of 2 MB": line[: len(line) // 2], "a line of 2 MB": line}
    for name, text in texts.items():
        article = Article("a", "a.txt", text, "utf-8", "")
        yield name, middle(lambda article=article: analyse(article), runs=1)


def copies(times: int, stop: str) -> str:
    """The clauses of the seed articles several times over, numbered so that no copy counts as a repeat."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    clauses = [clause for text in texts for clause in re.split(r"[,，。!！?？…\s]+", text) if clause]
    return "".join(f"{clause}{copy}{stop}" for copy in range(times) for clause in clauses)


def main() -> None:
    """Measure everything and print the table."""
    store = Path(tempfile.mkdtemp(prefix="duidu-")) / "store"
    for measure in (building, pages, image, growth):
        for name, seconds in measure(store):
            print(f"{name:<24}{seconds:8.3f} s")
    shutil.rmtree(store.parent)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
    sys.stdout.flush()
    os._exit(0)  # without the notes of a C++ library about what Streamlit's caches still hold
