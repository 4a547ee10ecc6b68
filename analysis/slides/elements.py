"""XML elements of Office Open XML, and the colours, lines and texts they have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pptx.oxml.xmlchemy import OxmlElement

from analysis.charts.theme import LIGHT
from analysis.strings.labels import THIN_SPACE

EMU = 12_700
"""English Metric Units in a point; a pixel of a figure is a point on a slide."""

SLACK = 1.06
"""How much wider than in our own font a text may be in the fonts of a deck."""

HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OF_THE_THEME = {
    LIGHT.text: ("tx1", 100),
    LIGHT.muted: ("tx1", 75),
    LIGHT.faint: ("tx1", 30),
    LIGHT.grid: ("tx1", 15),
    LIGHT.background: ("bg1", 100),
}
"""Greys by the colour of the deck's theme they are made of and its share, so that they suit any template."""

Level = Literal["major", "minor"]


@dataclass(frozen=True)
class Run:
    """Text of one look; what is None is as around it. ``link`` is the id of a relationship to an address."""

    text: str
    colour: str | None = None
    size: float | None = None
    bold: bool | None = None
    face: str | None = None
    link: str | None = None


def plain(text: str) -> str:
    """``text`` without the characters that XML forbids, thin spaces as usual ones: few fonts have them."""
    return _FORBIDDEN.sub("", text).replace(THIN_SPACE, " ")


def element(tag: str, /, *children: Any, **attributes: object) -> Any:
    """An element by its prefixed name (``c:ser``), with its children in order; None stands for no child."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        if value is not None:
            made.set(key, str(value))
    made.extend(child for child in children if child is not None)
    return made


def setting(name: str, value: object) -> Any:
    """An element that only holds a value: ``<c:idx val="0"/>``."""
    shown = int(value) if isinstance(value, bool) else value
    return element(name, val=shown)


def containing(name: str, text: str) -> Any:
    """An element that holds text."""
    made = element(name)
    made.text = plain(text)
    return made


def emu(points: float) -> int:
    """Points as English Metric Units."""
    return round(points * EMU)


def fill(colour: str | None) -> Any:
    """A fill of one colour ``#rrggbb``; None for no fill."""
    return element("a:noFill") if colour is None else element("a:solidFill", _colour(colour))


def _colour(colour: str) -> Any:
    if colour.upper() not in _OF_THE_THEME:
        return setting("a:srgbClr", colour.lstrip("#").upper())
    name, share = _OF_THE_THEME[colour.upper()]
    made = setting("a:schemeClr", name)
    if share < 100:
        made.extend([setting("a:lumMod", share * 1000), setting("a:lumOff", (100 - share) * 1000)])
    return made


def line(colour: str | None, width: float = 1, cap: str | None = None) -> Any:
    """An outline ``width`` points wide; None for none."""
    if colour is None or not width:
        return element("a:ln", element("a:noFill"))
    return element("a:ln", fill(colour), w=emu(width), cap=cap)


def text_properties(name: str, run: Run, language: str, level: Level = "minor") -> Any:
    """How a run looks, as ``a:rPr`` or ``a:defRPr``, in the fonts of the deck's theme.

    ``language`` (zh or en) is the deck's; a run that holds Han is Chinese whatever the deck.
    """
    chinese = language == "zh" or bool(HAN.search(run.text))
    tag, other = ("zh-CN", "en-US") if chinese else ("en-US", "zh-CN")
    latin, east = (run.face, run.face) if run.face else (f"+{_THEME[level]}-lt", f"+{_THEME[level]}-ea")
    return element(
        name,
        None if run.colour is None else fill(run.colour),
        element("a:latin", typeface=latin),
        element("a:ea", typeface=east),
        element("a:cs", typeface=f"+{_THEME[level]}-cs"),
        _link(run.link),
        lang=tag,
        altLang=other,
        sz=None if run.size is None else round(run.size * 100),
        b=None if run.bold is None else int(run.bold),
    )


_THEME: dict[Level, str] = {"major": "mj", "minor": "mn"}


def _link(link: str | None) -> Any:
    if link is None:
        return None
    made = element("a:hlinkClick")
    made.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", link)
    return made


def paragraphs(
    runs: Iterable[Run], language: str, level: Level = "minor", align: str | None = None, **spacing: float
) -> list[Any]:
    """Runs as ``a:p`` elements, a new one at every line break in them.

    ``align`` is l, ctr or r; ``spacing`` may hold ``before`` and ``after``, in points.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = plain(run.text).replace("\r", "").split("\n")
        lines[-1].append(Run(first, run.colour, run.size, run.bold, run.face, run.link))
        lines += [[Run(text, run.colour, run.size, run.bold, run.face, run.link)] for text in others]
    return [_paragraph(found, language, level, align, spacing) for found in lines]


def _paragraph(
    runs: Sequence[Run], language: str, level: Level, align: str | None, spacing: dict[str, float]
) -> Any:
    shown = [run for run in runs if run.text]
    gaps = [
        element(f"a:{name}", setting("a:spcPts", round(spacing[key] * 100)))
        for key, name in (("before", "spcBef"), ("after", "spcAft"))
        if key in spacing
    ]
    made = element("a:p", element("a:pPr", *gaps, algn=align))
    made.extend(
        element("a:r", text_properties("a:rPr", run, language, level), containing("a:t", run.text))
        for run in shown
    )
    return made
