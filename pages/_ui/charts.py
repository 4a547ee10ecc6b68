"""Charts made once for all readers who look at the same: with the same filters, language and theme."""

from __future__ import annotations

from analysis.charts.chart import PAGE, Chart, Drawing
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


@once(CHARTS)
def drawing_of(chart: Chart, theme: Theme) -> Drawing:
    """``chart`` as it stands on a page; shared by all readers."""
    return Drawing(chart.draw(theme, PAGE))
