"""Charts made once for all readers who look at the same: with the same filters, language and theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.charts.chart import PAGE, Chart, Drawing, Room
from analysis.charts.theme import Theme
from analysis.exhibits.evidence import AnyExhibit
from analysis.exhibits.view import View
from analysis.once import once

CHARTS = 256
"""Charts that are kept."""


@once(CHARTS)
def chart_of(view: View, exhibit: AnyExhibit) -> Chart:
    """``exhibit.chart(view)``; shared by all readers: not to be changed."""
    return exhibit.chart(view)


def drawing_of(chart: Chart, theme: Theme) -> Drawing:
    """``chart`` as it stands on a page; shared by all readers and by all charts of the same frame."""
    return _drawing(chart.draw, theme)


@once(CHARTS)
def _drawing(draw: Callable[[Theme, Room], Any], theme: Theme) -> Drawing:
    return Drawing(draw(theme, PAGE))
