"""A figure as a picture, for what no native object stands for."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from analysis.charts import images
from analysis.charts.placement import Box
from analysis.slides.elements import emu

SHARPNESS = 2
"""Pixels of the picture for each point."""


def add_picture(shapes: Any, figure: Any, area: Box, name: str) -> None:
    """``figure``, made for a room of the size of ``area``, as a PNG picture. Raises ``ImageError``."""
    figure.update_layout(width=round(area.width), height=round(area.height))
    png = images.png(figure, SHARPNESS)
    places = map(emu, (area.left, area.top, area.width, area.height))
    picture = shapes.add_picture(BytesIO(png), *places)
    picture.name = name
    picture._element.nvPicPr.cNvPr.set("descr", name)
