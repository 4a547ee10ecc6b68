"""A deck: charts as native, editable slides, and slides of text, in our own look or a reader's template."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from analysis.charts.chart import Room
from analysis.charts.theme import LIGHT
from analysis.labels import Labels
from analysis.slides import template as templates
from analysis.slides.chart_slide import Slide, add_slide, planned
from analysis.slides.native import add_figure
from analysis.slides.template import Template


def presentation(slides: Sequence[Slide], labels: Labels, title: str, template: bytes | None = None) -> bytes:
    """The slides as a PPTX file called ``title``, a chart on as many as it needs.

    ``template`` is a reader's PPTX file, whose masters, fonts and colours are used and whose slides are left
    out. Raises ``TemplateError``.
    """
    made = templates.opened(template)
    for slide in slides:
        _add_plot(slide, made, labels)
    made.deck.core_properties.title = title
    target = BytesIO()
    made.deck.save(target)
    return target.getvalue()


def _add_plot(slide: Slide, template: Template, labels: Labels) -> None:
    """A figure as native charts, drawn for the room that the slide has."""
    plan = planned(slide, template, labels)
    shapes = add_slide(slide, plan, template, labels)
    figure = slide.chart.draw(LIGHT, Room(round(plan.area.width), round(plan.area.height)))
    add_figure(shapes, figure, plan.area, slide.chart.counted, labels)
