"""Measures what a reader waits for, on this machine: building a store, showing a page, making
images and a workbook.

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
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from analysis.charts.chart import Chart

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


def pictures(store: Path) -> Iterator[tuple[str, float]]:
    """Making image files of twelve charts, each drawn as a slide: by what draws here, and by a browser."""
    from analysis.charts import chrome, drawing, images
    from analysis.charts.chart import footer, slide_figure
    from analysis.charts.theme import LIGHT
    from analysis.exhibits import metrics, overview, products, terms, timeline
    from analysis.exhibits.view import everything
    from analysis.storage.store import Store
    from analysis.strings.labels import Labels

    view = everything(Labels("zh"), LIGHT, Store(store))
    of_products = (products.Mentions(), products.Dispersion(), products.Pairs(), products.Aliases())
    of_terms = (terms.Frequent(), terms.Cloud(), terms.Own())
    of_figures = (metrics.Figures(), metrics.Rivals(), metrics.KindCounts())
    shown = (overview.Shares(), *of_terms, *of_products, *of_figures, timeline.Lanes())
    charts = [exhibit.chart(view) for exhibit in shown]

    def slide(chart: Chart) -> Figure:
        return slide_figure(chart, footer(chart.facts, view.labels))

    one = slide(charts[0])
    images.png(one)
    yield "figure", middle(lambda: slide(charts[0]))
    yield f"PNG, {drawing.engine()}", middle(lambda: images.png(one))
    yield f"{len(charts)} PNG", middle(lambda: [images.png(slide(chart)) for chart in charts], runs=3)
    yield "PNG, 3840×2160", middle(lambda: images.png(one, 4))
    yield "SVG", middle(lambda: images.svg(one))
    yield "PDF", middle(lambda: images.pdf(one, charts[0].title))
    if browser := chrome.engine():
        yield "browser, started", middle(lambda: browser(one, *images.size(one)), runs=1)
        yield "browser, one figure", middle(lambda: browser(one, *images.size(one)))


def downloads(store: Path) -> Iterator[tuple[str, float]]:
    """Making the workbook of everything."""
    from analysis.charts.theme import LIGHT
    from analysis.exhibits.view import everything
    from analysis.exports.workbook import workbook
    from analysis.storage.store import Store
    from analysis.strings.labels import Labels

    view = everything(Labels("zh"), LIGHT, Store(store))
    yield "workbook of the view", middle(lambda: workbook(view, lambda *_: "http://localhost/", date.today()))


def decks(store: Path) -> Iterator[tuple[str, float]]:
    """Making the slides that sum a store up, read anew each time: with the modules to load, and without."""
    began = time.perf_counter()
    from analysis.exports.deck_file import deck_file
    from analysis.storage.store import Store

    def deck() -> object:
        return deck_file(Store(store), "zh")

    deck()
    yield "ready-made deck, first", time.perf_counter() - began
    yield "ready-made deck, again", middle(deck)


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
    for measure in (building, pages, pictures, downloads, decks, growth):
        for name, seconds in measure(store):
            print(f"{name:<24}{seconds:8.3f} s")
    shutil.rmtree(store.parent)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
    sys.stdout.flush()
    os._exit(0)  # without the notes of a C++ library about what Streamlit's caches still hold
