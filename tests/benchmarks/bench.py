"""Measures what a reader waits for, on this machine: building a store, showing a page, making an image.

Prints a table; every figure is the middle one of several runs, in seconds.
"""

from __future__ import annotations

import os
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
    app.run()
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
    from analysis.store import Store
    from pages._ui.strings import Labels

    opened = Store(store)
    articles = tuple(opened.articles()["article"])
    counts = mention_counts(opened, Selection(articles, ("钉钉", "企业微信", "飞书", "微信")))
    labels = Labels("zh")

    def draw() -> object:
        return mention_bars(counts, labels, LIGHT)

    images.png(draw())
    yield "figure", middle(draw)
    yield "image, PNG", middle(lambda: images.png(draw()))


def main() -> None:
    """Measure everything and print the table."""
    store = Path(tempfile.mkdtemp(prefix="duidu-")) / "store"
    for measure in (building, pages, image):
        for name, seconds in measure(store):
            print(f"{name:<24}{seconds:8.3f} s")
    shutil.rmtree(store.parent)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
