"""A deck: charts as native, editable slides, and slides of text, in our own look or a reader's template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from analysis.charts.chart import Form, Room
from analysis.charts.theme import LIGHT
from analysis.slides.chart_slide import Slide, add_slide, planned
from analysis.slides.elements import Run, plain
from analysis.slides.matrix_tables import add_tables
from analysis.slides.native import add_figure
from analysis.slides.sentences import add_quotes, split
from analysis.slides.table_layout import laid_out
from analysis.slides.template import Template, TemplateError, opened
from analysis.slides.text_boxes import add_text
from analysis.slides.text_slide import TextSlide, TitleSlide, add_text_slides, add_title_slide
from analysis.slides.theme import TEXT_SIZE
from analysis.strings.labels import Labels

__all__ = ["Slide", "TemplateError", "TextSlide", "TitleSlide", "presentation"]

MANY = 9
"""Parts for which the title of a chart on several slides is given room."""


def presentation(
    slides: Sequence[Slide | TextSlide | TitleSlide],
    labels: Labels,
    title: str,
    template: bytes | None = None,
) -> bytes:
    """The slides as a PPTX file called ``title``, each on as many as it needs.

    ``template`` is a reader's PPTX file, whose masters, fonts and colours are used and whose slides are left
    out. Raises ``TemplateError`` for one that cannot be used, ``ImageError`` where a figure that nothing
    native stands for cannot be made a picture.
    """
    made = opened(template)
    for slide in slides:
        if isinstance(slide, TitleSlide):
            add_title_slide(slide, made, labels)
        elif isinstance(slide, TextSlide):
            add_text_slides(slide, made, labels)
        elif slide.chart.data.empty:
            _add_nothing(slide, made, labels)
        else:
            _ADD[slide.chart.form](slide, made, labels)
    _describe(made.deck, title, labels)
    target = BytesIO()
    made.deck.save(target)
    return target.getvalue()


def _describe(deck: Any, title: str, labels: Labels) -> None:
    """What the file says of itself, in place of what the template said; its small picture is left out."""
    said, package = deck.core_properties, deck.part.package
    said.title = plain(title)
    said.author = said.last_modified_by = plain(labels("slides.author"))
    said.subject = said.comments = said.keywords = ""
    said.created = said.modified = datetime.now(UTC).replace(tzinfo=None)
    for name, each in list(package._rels.items()):
        if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(name)


def _add_nothing(slide: Slide, template: Template, labels: Labels) -> None:
    """A chart without data, which says so."""
    plan = planned(slide, template, labels)
    shapes = add_slide(slide, plan, template, labels)
    said = Run(labels("slides.empty"), LIGHT.muted, TEXT_SIZE)
    add_text(shapes, plan.area, [said], labels.language)


def _add_figure(slide: Slide, template: Template, labels: Labels) -> None:
    """A figure as native charts, drawn for the room that the slide has."""
    plan = planned(slide, template, labels)
    shapes = add_slide(slide, plan, template, labels)
    figure = slide.chart.draw(LIGHT, Room(round(plan.area.width), round(plan.area.height)))
    add_figure(shapes, figure, plan.area, slide.chart.counted, labels)


def _add_matrix(slide: Slide, template: Template, labels: Labels) -> None:
    """A matrix as tables."""
    plan = planned(slide, template, labels, MANY)
    laid = laid_out(slide.chart.data, plan.area, labels)
    for part in range(laid.slides):
        shapes = add_slide(slide, plan, template, labels, part=part + 1, parts=laid.slides)
        add_tables(shapes, laid, part, plan.area, labels)


def _add_quotes(slide: Slide, template: Template, labels: Labels) -> None:
    """Quotes as text."""
    plan = planned(slide, template, labels, MANY)
    parts = split(slide.chart.data, plan.area, labels)
    for part, quotes in enumerate(parts, start=1):
        shapes = add_slide(slide, plan, template, labels, part=part, parts=len(parts))
        add_quotes(shapes, quotes, plan.area, labels.language)


_ADD: dict[Form, Callable[[Slide, Template, Labels], None]] = {
    "plot": _add_figure,
    "picture": _add_figure,
    "matrix": _add_matrix,
    "quotes": _add_quotes,
}
"""How a chart of each form is put on slides."""
