"""Text on a slide: in boxes at a place, and in placeholders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.slides.axes import Note
from analysis.slides.elements import SLACK, Level, Run, emu, paragraphs

Align = Literal["l", "ctr", "r"]

_ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}


def add_text(
    shapes: Any,
    box: Box,
    runs: Sequence[Run],
    language: str,
    *,
    align: Align = "l",
    anchor: str = "top",
    wrap: bool = True,
) -> Any:
    """A text box without margins in ``box``, in points; returns its shape."""
    shape = shapes.add_textbox(emu(box.left), emu(box.top), emu(box.width), emu(box.height))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = wrap, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = _ANCHORS[anchor]
    write(frame, runs, language, align=align)
    return shape


def write(
    frame: Any,
    runs: Sequence[Run],
    language: str,
    *,
    level: Level = "minor",
    align: Align | None = None,
    **spacing: float,
) -> None:
    """Put runs in place of what a text frame holds; ``spacing`` as of ``elements.paragraphs``."""
    body = frame._txBody
    for paragraph in list(body.p_lst):
        body.remove(paragraph)
    body.extend(paragraphs(runs, language, level, align, **spacing))


def add_note(shapes: Any, note: Note, corner: tuple[float, float], language: str) -> None:
    """A note of a figure whose upper left corner is at ``corner``, as a text box that is wide enough."""
    width, height = note.size
    wide = width * SLACK + 4
    left = corner[0] + note.x + note.right - {"left": 0.0, "center": wide / 2, "right": wide}[note.across]
    top = corner[1] + note.y + note.down - {"top": 0.0, "middle": height / 2, "bottom": height}[note.along]
    align: Align = {"left": "l", "center": "ctr", "right": "r"}[note.across]  # type: ignore[assignment]
    box = Box(left, top, wide, height)
    add_text(shapes, box, note.runs, language, align=align, anchor=note.along, wrap=False)


def height(text: str, width: float, size: float = fonts.SIZE) -> float:
    """Height that ``text`` takes at most in ``width`` points, in whatever font, its own lines kept."""
    lines = sum(len(fonts.wrap(each, width / SLACK, size)) for each in text.split("\n"))
    return lines * size * fonts.LINE
