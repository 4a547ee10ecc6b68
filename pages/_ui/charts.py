"""Charts made once for all readers who look at the same: with the same filters, language and theme."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from analysis.charts.chart import Chart
from analysis.exhibits.evidence import AnyExhibit
from analysis.exhibits.view import View
from analysis.once import once

CHARTS = 256
"""Charts that are kept."""

DRAWINGS = 4
"""Drawings kept of a chart, of different size or theme."""


def chart_of(view: View, exhibit: AnyExhibit) -> Chart:
    """``exhibit.chart(view)``; it and its drawings are shared by all readers: not to be changed."""
    return _made(_Asked(exhibit, (*view.state, view.chosen), view))


@dataclass(frozen=True)
class _Asked:
    """An exhibit and everything it depends on, told from others by ``state``."""

    exhibit: AnyExhibit
    state: tuple[object, ...]
    view: View = field(compare=False)


@once(CHARTS)
def _made(asked: _Asked) -> Chart:
    chart = asked.exhibit.chart(asked.view)
    return replace(chart, draw=once(DRAWINGS)(chart.draw))
