"""A real server and a real browser, on a machine without a Chinese font: what a reader sees."""

from __future__ import annotations

import os
import shutil
import socket
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, BrowserType, ConsoleMessage, Page, expect, sync_playwright

from analysis.charts import fonts as chart_fonts
from pages._ui import fonts

ROOT = Path(__file__).parents[2]
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "brave-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
NO_BROWSER = (
    "no Chromium, Chrome or Edge was found, so the browser tests DID NOT RUN. "
    "Install one, or name its program in DUIDU_BROWSER."
)
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const quiet = app?.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && !document.querySelector('[data-stale=true], [data-testid=stSkeleton], [data-testid=stSpinner]');
    window.quietSince = quiet ? window.quietSince ?? performance.now() : undefined;
    return quiet && performance.now() - window.quietSince > 400;
}"""
OWN_HOSTS = {"127.0.0.1", "localhost"}
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE / 3)

Visit = Callable[..., Page]
Window = Callable[[], AbstractContextManager[Visit]]


def executable() -> str | None:
    """The browser to drive: the one named in ``DUIDU_BROWSER``, else the first found on this machine."""
    named = os.environ.get("DUIDU_BROWSER")
    found = (shutil.which(name) for name in ([named] if named else BROWSERS))
    return next((path for path in found if path), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, at the end, that the browser tests did not run."""
    if executable() is None:
        terminalreporter.write_sep("!", NO_BROWSER, red=True, bold=True)


@pytest.fixture(scope="session")
def without_chinese(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment of a machine whose one font is Latin: Chinese is drawn in our font or not at all."""
    folder = tmp_path_factory.mktemp("fonts")
    write_latin_font(folder / "latin.otf")
    conf = folder / "fonts.conf"
    conf.write_text(FONTS_CONF.format(folder=folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(conf)}


def write_latin_font(path: Path) -> None:
    """Write the Latin letters of our font as a font of their own."""
    options = subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx"])
    latin = subset.Subsetter(options)
    latin.populate(text=string.printable)
    with TTFont(chart_fonts.path(), lazy=True) as font:
        latin.subset(font)
        font.save(path)


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """What starts browsers."""
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="module")
def browser(chromium: BrowserType, without_chinese: dict[str, str]) -> Iterator[Browser]:
    """A browser of a file's own, so that one that breaks down does not take other files with it."""
    path = executable()
    if path is None:
        if os.environ.get("DUIDU_REQUIRE_BROWSER"):
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    started = chromium.launch(executable_path=path, args=FLAGS, env=without_chinese)
    yield started
    started.close()


@contextmanager
def serving(store: Path, source: Path | None, log: Path, environment: dict[str, str]) -> Iterator[str]:
    """Serve the dashboard on a free port; gives its address, and fails if the server wrote a traceback.

    Without a ``source`` the store is shown as it is. As ``make run`` does, with the font in its place before
    the first request.
    """
    fonts.provide()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = environment | {
        "DUIDU_STORE": str(store),
        "DUIDU_SOURCE": str(source or ""),
        "STREAMLIT_LOGGER_ENABLE_RICH": "false",  # which would print a traceback where nobody looks for it
    }
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors) as server,
    ):
        assert server.stdout
        started = any(b"URL" in line for line in server.stdout)
        try:
            assert started, log.read_text(encoding="utf-8")
            yield f"http://localhost:{port}"
        finally:
            server.kill()
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def server(
    store_path: Path, seeds: Path, without_chinese: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of the dashboard on the seed articles."""
    with serving(store_path, seeds, tmp_path_factory.mktemp("server") / "log", without_chinese) as address:
        yield address


@pytest.fixture
def serve(without_chinese: dict[str, str], tmp_path: Path) -> Iterator[Callable[[Path, Path | None], str]]:
    """Start a server of a test's own: ``serve(store, source)`` gives its address."""
    with ExitStack() as servers:
        yield lambda store, source: servers.enter_context(
            serving(store, source, tmp_path / "log", without_chinese)
        )


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Window:
    """Open a window that remembers nothing; ``with window() as visit:``.

    ``visit("/terms", width=1024, lang="en", articles=["a", "b"])`` opens a page in it and waits until
    all of it is there; ``server`` is the address of another server. Closing the window fails for a request
    to the outside and for an error in the console.
    """

    @contextmanager
    def opened() -> Iterator[Visit]:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.set_default_timeout(PATIENCE)
        outside: list[str] = []
        errors: list[str] = []
        context.on(
            "request", lambda request: outside.append(request.url) if is_outside(request.url) else None
        )
        context.on("console", lambda message: errors.append(said(message)) if is_error(message) else None)
        context.on("weberror", lambda error: errors.append(str(error.error)))

        def visit(
            path: str = "/", *, width: int = 1440, server: str = server, **query: str | list[str]
        ) -> Page:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{server}{path}?{urlencode(query, doseq=True)}")
            wait_until_settled(page)
            return page

        yield visit
        context.close()
        assert outside == []
        assert errors == []

    return opened


@pytest.fixture
def visit(window: Window) -> Iterator[Visit]:
    """Open a page in this test's own window."""
    with window() as visit:
        yield visit


@pytest.fixture(scope="session")
def settled() -> Callable[[Page], None]:
    """Wait until a page shows everything it is going to show."""
    return wait_until_settled


def wait_until_settled(page: Page) -> None:
    """Return when, for a while, no script has run, nothing has been stale and nothing awaited."""
    page.wait_for_function(SETTLED)


def is_error(message: ConsoleMessage) -> bool:
    """Whether it tells of a defect; Streamlit looks for its server under the page's own path first."""
    return message.type == "error" and "/_stcore/" not in message.location["url"]


def said(message: ConsoleMessage) -> str:
    """A console message with the place it came from."""
    return f"{message.text} ({message.location['url']})"


def is_outside(url: str) -> bool:
    """Whether a request leaves this machine."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN_HOSTS
