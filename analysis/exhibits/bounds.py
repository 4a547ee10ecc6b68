"""What is drawn where there is too much to be seen, and the words that say what was left out."""

from __future__ import annotations

from dataclasses import replace

from analysis.charts.chart import Chart
from analysis.charts.numbers import exact
from analysis.exhibits.view import View
from analysis.frames import leading
from analysis.frames.selection import Selection

SIDE_BY_SIDE = 12
"""Articles that can be seen beside each other."""

LISTED = 1000
"""Rows of a list, and places behind a mark or a chart, that are read; more would not be looked through."""


def beside_each_other(view: View) -> View:
    """The same view of as many articles as can be seen: those that name its products most."""
    if view.n_articles <= SIDE_BY_SIDE:
        return view
    articles = tuple(sorted(view.read(leading.naming_most, SIDE_BY_SIDE)))
    return replace(view, selection=Selection(articles, view.selection.products))


def saying_articles(chart: Chart, view: View) -> Chart:
    """A chart of ``beside_each_other(view)``, which says of how many articles these are."""
    return saying(chart, view, "articles", SIDE_BY_SIDE, view.n_articles)


def saying(chart: Chart, view: View, what: str, n: int, of: int) -> Chart:
    """The chart with ``bounded.<what>`` after what it counts, where only ``n`` of ``of`` are drawn."""
    if n >= of:
        return chart
    said = view.labels(f"bounded.{what}", n=exact(n), of=exact(of))
    return replace(chart, counted=view.labels("list.semicolon").join([chart.counted, said]))
