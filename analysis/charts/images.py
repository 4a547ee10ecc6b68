"""Figures as image files, with our font and no network: SVG that carries its letters, and PNG made from it.

Plotly's own drawing code runs without a browser in plotly-mirage where that is installed, else in the
Chrome, Edge or Chromium that kaleido finds. The PNG is drawn from the SVG by resvg in either case.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import unescape
from pathlib import Path

import plotly.graph_objects as go
import resvg_py
from PIL import ImageFont

from analysis.charts import fonts

WIDTH, HEIGHT = 1920, 1080
"""Pixels of an image for a slide."""

PAPER = "#FFFFFF"

STACK_BYTES = 64 * 1024 * 1024
"""Plotly's drawing code recurses deeply, and Windows gives a thread 1 MB."""

FIGURES_PER_ENGINE = 20
"""A figure leaves about 1.6 MB behind in the engine (plotly-mirage 0.2.0)."""

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class ImageError(RuntimeError):
    """No image could be made; the message says in plain words what is missing."""


def svg(figure: go.Figure, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """``figure`` as an SVG file shown at ``width`` by ``height`` pixels, its letters embedded.

    The figure is laid out at its own size, where it has one, and scaled. Raises ``ImageError``.
    """
    drawn = _drawn(figure, width, height)
    characters = frozenset(unescape("".join(re.findall(r">([^<]+)<", drawn))))
    style = f"<defs><style>{fonts.face(characters)}</style></defs>"
    return re.sub(r"(<svg\b[^>]*>)", lambda head: head[0] + style, drawn, count=1).encode("utf-8")


def png(figure: go.Figure, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """``figure`` as a PNG file of ``width`` by ``height`` pixels on white. Raises ``ImageError``."""
    return rasterized(_drawn(figure, width, height), width, height)


def rasterized(drawn: str, width: int, height: int) -> bytes:
    """An SVG text as a PNG file, with our font whatever fonts the machine has."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn,
            width=width,
            height=height,
            background=PAPER,
            skip_system_fonts=True,
            font_files=[str(fonts.path())],
            font_family=fonts.FAMILY,
            sans_serif_family=fonts.FAMILY,
        )
    )


def _drawn(figure: go.Figure, width: int, height: int) -> str:
    """The figure as SVG text whose outer size is ``width`` by ``height``."""
    inner_width = int(figure.layout.width or width)
    inner_height = int(figure.layout.height or height)
    drawn = _engine()(figure, inner_width, inner_height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {inner_width} {inner_height}">'
    )
    return re.sub(r"<svg\b[^>]*>", head, drawn, count=1)


@cache
def _engine() -> Callable[[go.Figure, int, int], str]:
    """What turns a figure into SVG text, chosen once."""
    try:
        import mirage  # noqa: F401
    except ImportError:
        return _browser()
    return _BrowserlessEngine()


class _BrowserlessEngine:
    """The package plotly-mirage in a thread of its own: its engine belongs to one thread, and is costly.

    Every figure leaves something behind in the engine, which makes it larger and slower; so a new thread
    with a new engine takes over after some figures.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left = 0
        self._thread: ThreadPoolExecutor | None = None

    def __call__(self, figure: go.Figure, width: int, height: int) -> str:
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
                raise ImageError(f"The figure could not be drawn: {error}") from error

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


def _browser() -> Callable[[go.Figure, int, int], str]:
    """The package kaleido with the browser it finds, told of our font."""
    try:
        import kaleido
    except ImportError:
        raise ImageError("Images need the package plotly-mirage, or kaleido and a browser.") from None
    os.environ.setdefault("FONTCONFIG_FILE", str(_fonts_conf()))
    lock = threading.Lock()

    def draw(figure: go.Figure, width: int, height: int) -> str:
        options = {"format": "svg", "width": width, "height": height}
        with lock:
            try:
                return bytes(kaleido.calc_fig_sync(figure.to_dict(), opts=options)).decode("utf-8")
            except kaleido.ChromeNotFoundError:
                raise ImageError(
                    "Images need Google Chrome, Microsoft Edge or Chromium on this computer."
                ) from None
            except Exception as error:
                raise ImageError(f"The figure could not be drawn: {error}") from error

    return draw


def _fonts_conf() -> Path:
    """A file that tells fontconfig of our font and of no other."""
    folder = Path(tempfile.mkdtemp(prefix="duidu-fonts-"))
    conf = folder / "fonts.conf"
    conf.write_text(FONTS_CONF.format(folder=fonts.path().parent, cache=folder), encoding="utf-8")
    return conf
