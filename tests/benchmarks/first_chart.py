"""Measures how long a reader waits for the first chart, from the start of the server, in a new browser.

The browser is only asked, over its own protocol (chromedevtools.github.io/devtools-protocol), whether the
chart is there. One that a test framework drives also notes the stack of every exception, for which it parses
the script that draws charts four times more: 0.7 s that no reader waits.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.benchmarks.served import of_seeds, served
from tests.benchmarks.targets import Row
from tests.browser.conftest import FLAGS, executable

CHART = "document.querySelector('.js-plotly-plot .main-svg')?.getBoundingClientRect().height > 0"
"""True where the page shows a chart."""

WINDOW = ("--headless", "--window-size=1440,900", "--remote-debugging-port=0")
AGAIN = 0.01
"""Seconds until the browser is asked again."""
LONGEST = 60.0
"""Seconds after which the chart is given up."""


def first_chart(work: Path) -> Iterator[Row]:
    """From ``streamlit run app.py`` to the first chart of the seed articles; ``work`` is for their store.

    The browser is open, with nothing kept from before. Nothing is measured where there is none.
    """
    store, path = of_seeds(work), executable()
    if path is None:
        return
    with _browser(path) as browser:
        seconds = _seconds(store, browser)
    yield Row("from the start to the first chart in a new browser, s", seconds, 3, larger=False)


class Browser:
    """A browser with one empty page."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._numbers = connection, count(1)
        page = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._page = self._ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]

    def open(self, address: str) -> None:
        """Open an address in the page, without waiting for it."""
        self._ask("Page.navigate", self._page, url=address)

    def holds(self, condition: str) -> bool:
        """Whether a condition in JavaScript holds in the page."""
        answer = self._ask("Runtime.evaluate", self._page, expression=condition)
        return answer["result"].get("value") is True

    def _ask(self, method: str, page: str | None = None, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        asked = {"id": number, "method": method, "params": parameters}
        self._connection.send(json.dumps(asked | ({"sessionId": page} if page else {})))
        while (answer := json.loads(self._connection.recv(LONGEST))).get("id") != number:
            pass
        result: dict[str, Any] = answer["result"]
        return result


@contextmanager
def _browser(path: str) -> Iterator[Browser]:
    """The browser whose program is at ``path``, gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *FLAGS, *WINDOW, f"--user-data-dir={profile}", "about:blank"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stderr
            try:
                listening = next(line for line in process.stderr if "ws://" in line)
                with connect(listening.split()[-1], max_size=None) as connection:
                    yield Browser(connection)
            finally:
                process.kill()


def _seconds(store: Path, browser: Browser) -> float:
    """Seconds until the chart is shown; raises ``TimeoutError`` where it is not."""
    began = time.perf_counter()
    with served(store) as server:
        browser.open(server.pages)
        while not browser.holds(CHART):
            if time.perf_counter() - began > LONGEST:
                raise TimeoutError("the page shows no chart")
            time.sleep(AGAIN)
        return time.perf_counter() - began
