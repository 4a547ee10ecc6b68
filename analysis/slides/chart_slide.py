"""A slide with a chart on it, all but the chart: title, takeaway, what is counted, footer, notes."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from pptx.opc.constants import RELATIONSHIP_TYPE

from analysis.charts import fonts
from analysis.charts.chart import Chart, footer
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.elements import Run, emu
from analysis.slides.notes import speaker_notes
from analysis.slides.template import FOOT, GAP, TITLES, Template
from analysis.slides.text_boxes import add_text, height, write
from analysis.slides.theme import FOOTER_SIZE, TEXT_SIZE
from analysis.strings.labels import Labels

LEAST_TITLE = 18
"""Smallest size of a title that would not fit its box, in points."""

NARROWER = 0.8
"""By how much a title may be smaller where that saves a line."""

LINE = 1.2
"""Distance between the lines of a title, in its sizes."""

BOLD = 1.08
"""How much wider than in our own font a title in bold may be."""

SENTENCES = ("article", "title", "published", "start", "end", "before", "hit", "after")

NUMBER_TYPE = FOOT[2]
HYPERLINK = RELATIONSHIP_TYPE.HYPERLINK


@dataclass(frozen=True)
class Slide:
    """A chart as it is put on slides.

    ``title`` is that of the chart where it is empty; ``takeaway`` stands under it; ``note`` is for the
    speaker; ``address`` leads back to the chart; ``sentences`` are those behind it, with the columns of
    ``frames.quotes.quotes``, ``cut`` where they are only the first of them.
    """

    chart: Chart
    title: str = ""
    takeaway: str = ""
    note: str = ""
    address: str = ""
    sentences: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(SENTENCES)))
    cut: bool = False

    @property
    def heading(self) -> str:
        """The title shown."""
        return self.title or self.chart.title


@dataclass(frozen=True)
class Plan:
    """Where the parts of a slide stand, in points, and the size of its title."""

    title: Box
    title_size: float | None
    takeaway: Box
    counted: Box
    area: Box
    footer: Box


def planned(slide: Slide, template: Template, labels: Labels, parts: int = 1) -> Plan:
    """The places of all parts; what the title, the takeaway and the rest leave is the chart's ``area``."""
    title, size = title_place(part_of(slide.heading, parts, parts, labels), template)
    left, width = template.content.left, template.content.width
    top = title.top + title.height + 4
    takeaway = Box(left, top, width, height(slide.takeaway, width, TEXT_SIZE) if slide.takeaway else 0)
    top += takeaway.height + (4 if slide.takeaway else 0)
    counted = Box(left, top, width, height(slide.chart.counted, width) if slide.chart.counted else 0)
    inner = width - template.number
    foot = height(_footer(slide, labels), inner, FOOTER_SIZE)
    bottom = template.content.top + template.content.height
    top += counted.height + GAP
    area = Box(left, top, width, bottom - foot - GAP / 2 - top)
    return Plan(title, size, takeaway, counted, area, Box(left, bottom - foot, inner, foot))


def title_place(heading: str, template: Template) -> tuple[Box, float | None]:
    """The title's box, no higher than its text where that stands at the top; and its size if not its own."""
    box, size = template.title, template.title_size
    width, around = box.width - 2 * template.inset, 2 * template.inset_up
    if _lines(heading, width, size * NARROWER) < _lines(heading, width, size):
        size = round(size * NARROWER)
    size = fitting(heading, width, box.height - around, size)
    wanted = _lines(heading, width, size) * size * LINE + around
    high = min(box.height, wanted) if template.top else box.height
    return Box(box.left, box.top, box.width, high), None if size == template.title_size else size


def fitting(heading: str, width: float, height: float, size: float) -> float:
    """The size at most ``size`` at which a title fits, but not less than the least."""
    while size > LEAST_TITLE and _lines(heading, width, size) * size * LINE > height:
        size -= 1
    return size


def _lines(heading: str, width: float, size: float) -> int:
    return len(fonts.wrap(heading, width / BOLD, size))


def part_of(heading: str, part: int, parts: int, labels: Labels) -> str:
    """A title that says which part of several a slide is."""
    return heading if parts == 1 else heading + labels("slides.part", part=part, parts=parts)


def add_slide(
    slide: Slide, plan: Plan, template: Template, labels: Labels, *, part: int = 1, parts: int = 1
) -> Any:
    """A new slide with everything but the chart; returns its shapes."""
    made = template.deck.slides.add_slide(template.layouts["chart"])
    language, shapes = labels.language, made.shapes
    for shape in list(made.placeholders):
        if shape.placeholder_format.type not in TITLES:
            shape._element.getparent().remove(shape._element)
    heading = part_of(slide.heading, part, parts, labels)
    write(shapes.title.text_frame, [Run(heading, size=plan.title_size)], language, level="major")
    _fit(shapes.title, plan.title, template)
    if slide.takeaway:
        add_text(shapes, plan.takeaway, [Run(slide.takeaway, LIGHT.text, TEXT_SIZE)], language)
    if slide.chart.counted:
        add_text(shapes, plan.counted, [Run(slide.chart.counted, LIGHT.muted, fonts.SIZE)], language)
    _add_footer(made, slide, plan, labels)
    add_number(made)
    if part == 1:
        _add_notes(made, speaker_notes(slide.note, slide.sentences, labels, slide.cut), language)
    return shapes


def _add_notes(made: Any, notes: str, language: str) -> None:
    """Put notes under a slide, where there are any and the template's notes have a place for text."""
    frame = made.notes_slide.notes_text_frame if notes else None
    if frame is not None:
        write(frame, [Run(notes)], language)


def _fit(title: Any, box: Box, template: Template) -> None:
    if box != template.title:
        title.left, title.top, title.width, title.height = map(
            emu, (box.left, box.top, box.width, box.height)
        )


def _footer(slide: Slide, labels: Labels) -> str:
    said = footer(slide.chart.facts, labels)
    return f"{said} · {labels('slides.open')}" if slide.address else said


def _add_footer(made: Any, slide: Slide, plan: Plan, labels: Labels) -> None:
    """Filters, number of articles and dates, and the way back to the chart."""
    runs = [Run(footer(slide.chart.facts, labels), LIGHT.muted, FOOTER_SIZE)]
    if slide.address:
        link = made.part.relate_to(slide.address, HYPERLINK, is_external=True)
        runs += [
            Run(" · ", LIGHT.muted, FOOTER_SIZE),
            Run(labels("slides.open"), None, FOOTER_SIZE, link=link),
        ]
    add_text(made.shapes, plan.footer, runs, labels.language, anchor="bottom")


def add_number(made: Any) -> None:
    """The slide's number, where its layout has a place for it."""
    for shape in made.slide_layout.placeholders:
        if shape.placeholder_format.type == NUMBER_TYPE:
            made.shapes.clone_placeholder(shape)
            made.shapes[-1]._element.append(deepcopy(shape._element.txBody))
