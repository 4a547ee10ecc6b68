"""A chart is made once for all who look at the same, and anew for all else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.charts.chart import PAGE, slide_figure
from analysis.charts.theme import DARK, LIGHT
from analysis.exhibits.products import Mentions
from analysis.exhibits.terms import Frequent
from analysis.exhibits.view import View, everything, narrowed
from analysis.frames.selection import Selection
from analysis.storage.store import Store
from pages._ui.charts import chart_of, drawing_of
from pages._ui.strings import labels_in


@pytest.fixture
def view(store: Store) -> View:
    return everything(labels_in("zh"), LIGHT, store)


def test_all_readers_share_a_chart_and_its_drawing(view: View, store: Store):
    other = everything(labels_in("zh"), LIGHT, store)
    chart = chart_of(view, Mentions())
    assert chart_of(other, Mentions()) is chart
    assert drawing_of(chart, LIGHT) is drawing_of(chart, LIGHT)
    assert drawing_of(chart, LIGHT) is not drawing_of(chart, DARK)


def test_a_chart_that_rests_on_no_product_has_one_drawing_for_all_of_them(view: View):
    drawn = [
        drawing_of(chart_of(narrowed(view, Selection((), (product,))), exhibit), LIGHT)
        for exhibit in (Frequent(), Mentions())
        for product in ("钉钉", "企业微信")
    ]
    assert drawn[0] is drawn[1]
    assert drawn[2] is not drawn[3]


def test_a_drawing_is_described_as_its_figure_is(view: View):
    chart = chart_of(view, Mentions())
    assert drawing_of(chart, LIGHT).to_dict() == chart.draw(LIGHT, PAGE).to_dict()


def test_everything_it_depends_on_tells_it_from_others(view: View):
    articles = tuple(view.store.articles()["article"])
    views = [
        view,
        replace(view, theme=DARK),
        replace(view, labels=labels_in("en")),
        replace(view, version="other"),
        narrowed(view, Selection(articles, ())),
        narrowed(view, Selection(articles[:1], ())),
        narrowed(view, Selection((), ("钉钉",))),
    ]
    charts = [chart_of(each, exhibit) for each in views for exhibit in (Mentions(), Mentions("per_1000"))]
    assert len({id(chart) for chart in charts}) == 2 * len(views)
    assert charts[0].facts.filters != chart_of(views[4], Mentions()).facts.filters


def test_a_slide_of_it_leaves_its_drawing_as_it_was(view: View):
    chart = chart_of(view, Mentions())
    before = {place: slide_figure(chart, "foot").to_json() for place in range(2)}
    assert before[0] == before[1]
