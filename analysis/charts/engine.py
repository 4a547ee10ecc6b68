"""What draws figures, and what is said when it cannot."""

from __future__ import annotations

from typing import Literal, Protocol

import plotly.graph_objects as go

Name = Literal["built_in", "chrome"]
Fault = Literal["no_engine", "too_slow", "not_drawn"]

FAULTS: dict[Fault, str] = {
    "no_engine": "images need Google Chrome, Microsoft Edge or Chromium on this computer",
    "too_slow": "the figure was not drawn in time; try again",
    "not_drawn": "the figure could not be drawn",
}


class ImageError(RuntimeError):
    """No image could be made: ``fault`` names the reason, ``detail`` what the engine said of it."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(f"{FAULTS[fault]}: {detail}" if detail else FAULTS[fault])
        self.fault, self.detail = fault, detail


class Engine(Protocol):
    """Draws figures; may be called from several threads at once."""

    name: Name

    def __call__(self, figure: go.Figure, width: int, height: int) -> str:
        """``figure`` laid out on ``width`` by ``height`` pixels, as SVG text. Raises ``ImageError``."""
        ...
