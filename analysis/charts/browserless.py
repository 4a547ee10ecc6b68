"""Figures drawn by Plotly's own code without a browser, where the package plotly-mirage is installed."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import plotly.graph_objects as go
from PIL import ImageFont

from analysis.charts import fonts
from analysis.charts.engine import ImageError, Name

STACK_BYTES = 64 * 1024 * 1024
"""Plotly's drawing code recurses deeply, and Windows gives a thread 1 MB."""

FIGURES_PER_ENGINE = 20
"""A figure leaves about 1.6 MB behind in the engine (plotly-mirage 0.2.0)."""


class Browserless:
    """The package plotly-mirage in a thread of its own: its engine belongs to one thread, and is costly.

    Every figure leaves something behind in the engine, which makes it larger and slower; so a new thread
    with a new engine takes over after some figures.
    """

    name: Name = "built_in"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left = 0
        self._thread: ThreadPoolExecutor | None = None

    def __call__(self, figure: go.Figure, width: int, height: int) -> str:
        """``figure`` as SVG text."""
        from mirage import to_svg

        described = figure.to_dict()
        with self._lock:
            if self._thread is None or self._left == 0:
                self._thread = self._renewed()
            self._left -= 1
            try:
                return str(self._thread.submit(to_svg, described, width, height).result())
            except Exception as error:
                self._left = 0
                raise ImageError("not_drawn", str(error)) from error

    def _renewed(self) -> ThreadPoolExecutor:
        if self._thread is not None:
            self._thread.shutdown()
        self._left = FIGURES_PER_ENGINE
        before = threading.stack_size(STACK_BYTES)
        try:
            thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="figures")
            thread.submit(_measure_in_our_font).result()
        finally:
            threading.stack_size(before)
        return thread


def _measure_in_our_font() -> None:
    """Makes plotly-mirage measure every text in our font: it would look for one among the system's."""
    from mirage.fonts import get_default_font_manager

    def our_font(family: str, size: float, weight: str = "") -> ImageFont.FreeTypeFont:  # noqa: ARG001
        return fonts.at_size(max(1, round(size)))

    get_default_font_manager().get_font = our_font


@cache
def engine() -> Browserless | None:
    """The engine, where its package is installed."""
    try:
        import mirage  # noqa: F401
    except ImportError:
        return None
    return Browserless()
