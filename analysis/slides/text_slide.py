"""Slides of text alone: the first of a deck, and those that say how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.charts.placement import Box
from analysis.slides.chart_slide import add_number, fitting, part_of, title_place
from analysis.slides.elements import EMU, Run
from analysis.slides.template import BODIES, GAP, TITLES, Purpose, Template, title_size
from analysis.slides.text_boxes import add_text, height, write
from analysis.slides.theme import TEXT_SIZE
from analysis.strings.labels import Labels

AFTER = 8
"""Under a paragraph, in points."""

BULLET = 36
"""What bullets and margins take of the width of a placeholder, in points."""

SMALL = 14.0
"""Size of a text that would not fit one slide at the usual size, in points."""


@dataclass(frozen=True)
class TitleSlide:
    """The first slide of a deck: its title, and lines under it."""

    title: str
    lines: Sequence[str] = ()


@dataclass(frozen=True)
class TextSlide:
    """A title and paragraphs, on as many slides as they need."""

    title: str
    paragraphs: Sequence[str]


def add_title_slide(slide: TitleSlide, template: Template, labels: Labels) -> None:
    """A slide on the layout for the first of a deck."""
    layout = template.layouts["opening"]
    title = next(shape for shape in layout.placeholders if shape.placeholder_format.type in TITLES)
    usual = title_size(title, layout)
    size = fitting(slide.title, title.width / EMU, title.height / EMU, usual)
    made = _added(Run(slide.title, size=size if size < usual else None), template, "opening", labels)
    _fill(made, slide.lines, None, template, labels)


def add_text_slides(slide: TextSlide, template: Template, labels: Labels) -> None:
    """The paragraphs on slides of text, smaller where that saves slides."""
    room = _room(_body(template.layouts["text"]), template)
    parts, size = _split(slide, room, TEXT_SIZE), float(TEXT_SIZE)
    if len(parts) > 1:
        parts, size = _split(slide, room, SMALL), SMALL
    for place, paragraphs in enumerate(parts, start=1):
        heading = part_of(slide.title, place, len(parts), labels)
        _, shown = title_place(heading, template)
        made = _added(Run(heading, size=shown), template, "text", labels)
        _fill(made, paragraphs, size, template, labels)
        add_number(made)


def _added(heading: Run, template: Template, purpose: Purpose, labels: Labels) -> Any:
    made = template.deck.slides.add_slide(template.layouts[purpose])
    write(made.shapes.title.text_frame, [heading], labels.language, level="major")
    return made


def _body(sheet: Any) -> Any:
    """The first placeholder for text of a slide or layout; None where there is none."""
    bodies = (shape for shape in sheet.placeholders if shape.placeholder_format.type in BODIES)
    return next(bodies, None)


def _room(body: Any, template: Template) -> Box:
    """Where text goes: into the placeholder, else under the title."""
    if body is not None:
        left, top, width, high = (side / EMU for side in (body.left, body.top, body.width, body.height))
        return Box(left + BULLET, top, width - BULLET, high)
    top = template.title.top + template.title.height + GAP
    content = template.content
    return Box(content.left, top, content.width, content.top + content.height - top)


def _fill(
    made: Any, paragraphs: Sequence[str], size: float | None, template: Template, labels: Labels
) -> None:
    """Put paragraphs where text goes; placeholders that stay empty are removed."""
    body = _body(made) if paragraphs else None
    kept = [made.shapes.title.shape_id, body.shape_id if body is not None else None]
    for shape in list(made.placeholders):
        if shape.shape_id not in kept:
            shape._element.getparent().remove(shape._element)
    if not paragraphs:
        return
    if body is None:
        body = add_text(made.shapes, _room(None, template), [], labels.language)
    runs = [Run("\n".join(paragraphs), size=size)]
    write(body.text_frame, runs, labels.language, after=AFTER)


def _split(slide: TextSlide, room: Box, size: float) -> list[list[str]]:
    """The paragraphs slide by slide."""
    parts: list[list[str]] = [[]]
    left = room.height
    for paragraph in slide.paragraphs:
        high = height(paragraph, room.width, size) + AFTER
        if high > left and parts[-1]:
            parts.append([])
            left = room.height
        parts[-1].append(paragraph)
        left -= high
    return parts
