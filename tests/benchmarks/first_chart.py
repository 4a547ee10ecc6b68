"""Measures how long a reader waits for the first chart, from the start of the server, in a new browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.served import of_seeds, served
from tests.benchmarks.targets import Row
from tests.browser.conftest import FLAGS, executable

CHART = ".js-plotly-plot .main-svg"


def first_chart(work: Path) -> Iterator[Row]:
    """From ``streamlit run app.py`` to the first chart of the seed articles; ``work`` is for their store.

    The browser is open, with nothing kept from before. Nothing is measured where there is none.
    """
    store, path = of_seeds(work), executable()
    if path is None:
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        seconds = _seconds(store, browser)
        browser.close()
    yield Row("from the start to the first chart in a new browser, s", seconds, 3, larger=False)


def _seconds(store: Path, browser: Browser) -> float:
    page = browser.new_page()
    began = time.perf_counter()
    with served(store) as server:
        page.goto(server.pages)
        page.locator(CHART).first.wait_for()
        return time.perf_counter() - began
