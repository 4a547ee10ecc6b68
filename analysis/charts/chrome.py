"""Figures drawn by the Chrome, Edge or Chromium of this computer, through kaleido.

The browser is started at the first figure and kept; one that has died or hangs is replaced. It is given
our font, no script from elsewhere, and a limit of time for each figure.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Coroutine, MutableMapping
from concurrent.futures import Future
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import plotly.graph_objects as go
from choreographer.browsers import Chromium
from kaleido import Kaleido
from kaleido.errors import JavascriptError, KaleidoError

from analysis.charts import fonts
from analysis.charts.engine import ImageError, Name

SECONDS = 30.0
"""A figure may take."""

SECONDS_TO_START = 60.0
"""The browser may take, and again to end."""

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""

Result = TypeVar("Result")


class Chrome:
    """One browser for all threads, which draws one figure after the other."""

    name: Name = "chrome"

    def __init__(self, seconds: float = SECONDS) -> None:
        """``seconds`` are what a figure may take before the browser is given up."""
        self.seconds = seconds
        self._lock = threading.Lock()
        self._browser: Browser | None = None

    def __call__(self, figure: go.Figure, width: int, height: int) -> str:
        """``figure`` as SVG text. A browser that died since the last figure is replaced once."""
        described = figure.to_dict()
        with self._lock:
            try:
                return self._draw(described, width, height)
            except ImageError:
                raise
            except Exception:
                return self._draw_again(described, width, height)

    def stop(self) -> None:
        """End the browser; the next figure starts another."""
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.stop()

    def _draw_again(self, described: dict[str, Any], width: int, height: int) -> str:
        self.stop()
        try:
            return self._draw(described, width, height)
        except ImageError:
            raise
        except Exception as error:
            self.stop()
            raise ImageError("not_drawn", str(error)) from error

    def _draw(self, described: dict[str, Any], width: int, height: int) -> str:
        if self._browser is None:
            self._browser = Browser()
        try:
            return self._browser.svg(described, width, height, self.seconds)
        except TimeoutError:
            self.stop()
            raise ImageError("too_slow") from None
        except (JavascriptError, KaleidoError) as error:
            raise ImageError("not_drawn", str(error)) from error


class Browser:
    """A running browser, and the thread in which it is talked to."""

    def __init__(self) -> None:
        """Start it; raises ``TimeoutError`` and what kaleido raises."""
        self._loop = asyncio.new_event_loop()
        # Never closed: a thread of kaleido's may still report to it when it has stopped.
        threading.Thread(target=self._loop.run_forever, daemon=True, name="browser").start()
        self._kaleido = Kaleido(timeout=None, mathjax=False, browser_cls=_WithOurFont)
        try:
            self._soon(self._kaleido.open()).result(SECONDS_TO_START)
        except BaseException:
            self.stop()
            raise

    @property
    def process(self) -> int:
        """Number of the browser's process, which leads its process group."""
        return int(self._kaleido.subprocess.pid)

    def svg(self, described: dict[str, Any], width: int, height: int, seconds: float) -> str:
        """A figure as SVG text; raises ``TimeoutError`` after ``seconds``, and what kaleido raises."""
        options = {"format": "svg", "width": width, "height": height}
        drawing = self._soon(self._kaleido.calc_fig(described, opts=options))
        return bytes(drawing.result(seconds)).decode("utf-8")

    def stop(self) -> None:
        """End the browser, whatever state it is in, and its thread."""
        if hasattr(self._kaleido, "subprocess"):
            _kill(self._kaleido.subprocess)
        with suppress(TimeoutError):
            self._soon(self._end()).result(SECONDS_TO_START)
        self._loop.call_soon_threadsafe(self._loop.stop)

    async def _end(self) -> None:
        await self._kaleido.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _soon(self, work: Coroutine[Any, Any, Result]) -> Future[Result]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)


class _WithOurFont(Chromium):
    """Chromium for which fontconfig, where the system has it, knows our font and no other."""

    def get_env(self) -> MutableMapping[str, str]:
        return {**super().get_env(), "FONTCONFIG_FILE": str(_fonts_conf())}


@cache
def engine() -> Chrome | None:
    """The engine, where this computer has a browser for it."""
    if Chromium.find_browser(skip_local=False) is None:
        return None
    made = Chrome()
    atexit.register(made.stop)
    return made


@cache
def _fonts_conf() -> Path:
    """A file that tells fontconfig of our font and of no other."""
    folder = Path(tempfile.mkdtemp(prefix="duidu-fonts-"))
    conf = folder / "fonts.conf"
    conf.write_text(FONTS_CONF.format(folder=fonts.path().parent, cache=folder), encoding="utf-8")
    return conf


def _kill(process: subprocess.Popen[Any]) -> None:
    """End a process and those it started, and wait until it has gone."""
    if os.name == "nt":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait(SECONDS_TO_START)
