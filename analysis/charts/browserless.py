"""Figures drawn by Plotly's own code in V8, without a browser: ``document.js`` stands for its document."""

from __future__ import annotations

import atexit
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib.resources import files

import plotly.graph_objects as go
from fontTools.ttLib import TTFont
from plotly.offline import get_plotlyjs
from py_mini_racer import JSEvalException, JSTimeoutException, MiniRacer

from analysis.charts import fonts
from analysis.charts.engine import ImageError, Name

SECONDS = 30.0
"""A figure may take."""


class Browserless:
    """Plotly in V8, loaded at the first figure and kept; all share it, one figure after the other.

    It runs in a thread of its own: where an event loop is running already, V8 would take no time limit.
    """

    name: Name = "built_in"

    def __init__(self, seconds: float = SECONDS) -> None:
        """``seconds`` are what a figure may take."""
        self.seconds = seconds
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="figures")
        self._script: MiniRacer | None = None

    def __call__(self, figure: go.Figure, width: int, height: int) -> str:
        """``figure`` as SVG text."""
        return self._thread.submit(self._drawn, figure.to_json(validate=False), width, height).result()

    def stop(self) -> None:
        """Leave V8; the next figure starts it again."""
        self._thread.submit(self._left).result()

    def _drawn(self, described: str, width: int, height: int) -> str:
        script = self._script or self._start()
        try:
            return str(script.call("svgOf", described, width, height, timeout_sec=self.seconds))
        except JSTimeoutException:
            _wait_until_given_up(script)
            self._left()
            raise ImageError("too_slow") from None
        except JSEvalException as error:
            raise ImageError("not_drawn", str(error).splitlines()[0]) from error

    def _left(self) -> None:
        script, self._script = self._script, None
        if script is not None:
            atexit.unregister(script.close)
            script.close()

    def _start(self) -> MiniRacer:
        """Start V8, and see to it that it is left before Python ends: afterwards it would wait for ever."""
        self._script = _loaded()
        atexit.register(self._script.close)
        return self._script


@cache
def engine() -> Browserless | None:
    """The engine, where V8 can be loaded."""
    try:
        MiniRacer().close()
    except (OSError, RuntimeError):
        return None
    return Browserless()


def _loaded() -> MiniRacer:
    script = MiniRacer()
    script.eval(files("analysis.charts").joinpath("document.js").read_text(encoding="utf-8"))
    script.eval(get_plotlyjs())
    script.call("useFont", _font())
    return script


def _wait_until_given_up(script: MiniRacer) -> None:
    """Until V8 has said that the work taken from it has ended: it would find nobody to say so to when closed.

    V8 does one thing after the other, so that the end of the next is that of the one before.
    """
    with suppress(JSEvalException):
        script.eval("0", timeout_sec=SECONDS)


@cache
def _font() -> dict[str, object]:
    """Our font as ``document.js`` measures by it, in sizes of the text: ``usual`` is the width of a Han
    character, ``widths`` has those of the characters that are wider or narrower.
    """
    with TTFont(fonts.path(), lazy=True) as font:
        em, glyphs, line = font["head"].unitsPerEm, font["hmtx"], font["hhea"]
        widths = {chr(code): glyphs[name][0] / em for code, name in font.getBestCmap().items()}
        return {
            "usual": 1,
            "widths": {character: width for character, width in widths.items() if width != 1},
            "ascent": line.ascent / em,
            "descent": -line.descent / em,
        }
