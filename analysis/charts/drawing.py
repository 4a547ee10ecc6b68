"""Figures as SVG text: drawn by Plotly's own code, without a browser where that is possible.

A browser that is on the computer serves where the browserless engine cannot be installed.
"""

from __future__ import annotations

import threading
from functools import cache

import plotly.graph_objects as go

from analysis.charts.engine import Engine, ImageError, Name


def drawn(figure: go.Figure, width: int, height: int) -> str:
    """``figure`` as SVG text of ``width`` by ``height`` pixels. Raises ``ImageError``."""
    return _engine()(figure, width, height)


def engine() -> Name | None:
    """Which engine draws on this computer; None where none can."""
    try:
        return _engine().name
    except ImageError:
        return None


_choosing = threading.Lock()


def _engine() -> Engine:
    with _choosing:
        return _chosen()


@cache
def _chosen() -> Engine:
    """The first engine that can be had, made once for all threads."""
    from analysis.charts import browserless, chrome

    for made in (browserless.engine, chrome.engine):
        found = made()
        if found is not None:
            return found
    raise ImageError("no_engine")
