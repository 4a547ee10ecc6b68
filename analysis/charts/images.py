"""Figures as image files in our font, without the network: PNG, SVG with its letters in it, and PDF.

A figure is drawn once, as SVG text; resvg makes pixels of it, Typst a page, whichever engine drew it. So
the three look the same on every computer.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import plotly.graph_objects as go
import resvg_py
import typst

from analysis.charts import fonts
from analysis.charts.chart import SLIDE_HEIGHT, SLIDE_WIDTH
from analysis.charts.drawing import drawn

SCALES = (1, 2, 4)
"""Pixels of a PNG for each point of a slide: 960×540, 1920×1080 and 3840×2160 in all."""

SCALE = 2

PIXELS_PER_POINT = 96 / 72
"""Of CSS, in which programs read the size of an SVG."""

PAPER = "#FFFFFF"

PAGE = """
#set document(title: sys.inputs.title, date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image(bytes(sys.inputs.figure), format: "svg", width: 100%, alt: sys.inputs.title)
"""
"""A page that a figure fills, in the language of Typst."""


def png(figure: go.Figure, scale: float = SCALE) -> bytes:
    """``figure`` as a PNG file on white, ``scale`` pixels for each of its points. Raises ``ImageError``."""
    width, height = size(figure)
    text = drawn(figure, width, height)
    return rasterized(_shown_at(text, width, height, scale), round(width * scale), round(height * scale))


def svg(figure: go.Figure) -> bytes:
    """``figure`` as an SVG file as large as on a slide, its letters embedded. Raises ``ImageError``."""
    width, height = size(figure)
    text = _shown_at(drawn(figure, width, height), width, height, PIXELS_PER_POINT)
    characters = frozenset(unescape("".join(re.findall(r">([^<]+)<", text))))
    style = f"<defs><style>{fonts.face(characters)}</style></defs>"
    return re.sub(r"(<svg\b[^>]*>)", lambda head: head[0] + style, text, count=1).encode("utf-8")


def pdf(figure: go.Figure, title: str) -> bytes:
    """``figure`` as a PDF file of one page that it fills, called ``title``. Raises ``ImageError``.

    It is drawn as lines and letters, not as pixels; the letters can be selected and searched, and the font
    is embedded for those that are used. The same figure always gives the same bytes.
    """
    width, height = size(figure)
    page = PAGE.format(width=width, height=height).encode()
    text = _shown_at(drawn(figure, width, height), width, height, 1)
    return typst.compile(
        page,
        sys_inputs={"figure": text, "title": title},
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.path().parent]
    )


def size(figure: go.Figure) -> tuple[int, int]:
    """Width and height of ``figure`` in points: its own, else those of a slide."""
    return int(figure.layout.width or SLIDE_WIDTH), int(figure.layout.height or SLIDE_HEIGHT)


def rasterized(text: str, width: int, height: int) -> bytes:
    """An SVG text as a PNG file of so many pixels, with our font whatever fonts the machine has."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=text,
            width=width,
            height=height,
            background=PAPER,
            skip_system_fonts=True,
            font_files=[str(fonts.path())],
            font_family=fonts.FAMILY,
            sans_serif_family=fonts.FAMILY,
        )
    )


def _shown_at(text: str, width: int, height: int, scale: float) -> str:
    """An SVG text of ``width`` by ``height`` whose outer size is larger or smaller by ``scale``."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width * scale:g}" height="{height * scale:g}" viewBox="0 0 {width} {height}">'
    )
    return re.sub(r"<svg\b[^>]*>", head, text, count=1)
