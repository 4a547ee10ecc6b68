"""A figure's markup as runs of text: entities, line breaks and coloured spans."""

from __future__ import annotations

import re
from html import unescape

from analysis.slides.elements import Run

_TAG = re.compile(r"<(/?)(br|span)\b([^>]*)>")
_COLOUR = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")


def runs(markup: str, colour: str | None = None, size: float | None = None) -> list[Run]:
    """``markup`` as ``charts.fonts`` writes it, as runs; ``colour`` and ``size`` hold outside of spans."""
    found, colours, place = list[Run](), [colour], 0
    for tag in _TAG.finditer(markup):
        found.append(Run(unescape(markup[place : tag.start()]), colours[-1], size))
        place = tag.end()
        closing, name, attributes = tag.groups()
        if name == "br":
            found.append(Run("\n", colours[-1], size))
        elif closing:
            colours = colours[:-1] or [colour]
        else:
            own = _COLOUR.search(attributes)
            colours = [*colours, own[1] if own else colours[-1]]
    return [run for run in [*found, Run(unescape(markup[place:]), colours[-1], size)] if run.text]


def text(markup: str) -> str:
    """``markup`` as plain text, its lines apart."""
    return "".join(run.text for run in runs(markup))
