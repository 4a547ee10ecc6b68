"""Whether a product has a feature, as a mark told apart by its form alone: a circle and what is in it."""

from __future__ import annotations

from typing import Any, NamedTuple

from analysis.charts.theme import Theme

SIZE = 13
"""Diameter of a mark, in pixels."""

DOT = 4
"""Diameter of the dot for what is not mentioned, in pixels."""

LINE = 1.6
"""Thickness of its lines, in pixels."""

CURVE = 0.5523
"""How far the handles of a cubic curve reach, in radii, for it to pass for a quarter of a circle."""


class Circle(NamedTuple):
    """Diameter, colour inside, and thickness of the line, in pixels."""

    size: float
    fill: str
    line: float


def circle(status: str, colour: str, theme: Theme) -> Circle:
    """Full for what a product has, a faint dot for what is not mentioned, else empty."""
    if status == "not_mentioned":
        return Circle(DOT, theme.faint, 0)
    return Circle(SIZE - LINE, colour if status == "has" else theme.background, LINE)


def inside(status: str, x: float, y: float, colour: str) -> list[dict[str, Any]]:
    """What stands in the circle at (x, y): a bar for lacks, a quarter for planned, a half for contested.

    Shapes of a figure, their size in pixels whatever the axes.
    """
    path = _paths(SIZE / 2).get(status)
    if path is None:
        return []
    anchor = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": x, "yanchor": y}
    line = {"color": colour, "width": LINE if status == "lacks" else 0}
    return [{"type": "path", "path": path, "fillcolor": colour, "line": line, **anchor}]


def _paths(radius: float) -> dict[str, str]:
    """Paths around a mark's middle, in pixels, upwards and to the right."""
    handle = radius * CURVE
    top_to_right = f"C {handle} {radius} {radius} {handle} {radius} 0"
    right_to_bottom = f"C {radius} {-handle} {handle} {-radius} 0 {-radius}"
    return {
        "lacks": f"M {-radius} 0 L {radius} 0",
        "planned": f"M 0 0 L 0 {radius} {top_to_right} Z",
        "contested": f"M 0 {radius} {top_to_right} {right_to_bottom} Z",
    }
