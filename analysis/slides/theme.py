"""The deck's own look: python-pptx's default template turned 16:9, with our colours, fonts and layouts."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from analysis.charts.chart import SLIDE_EDGE, SLIDE_HEIGHT, SLIDE_WIDTH, TITLE_SIZE
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.elements import element, emu, line, setting

LATIN = "Arial"
EAST_ASIAN = "Microsoft YaHei"
"""Faces that Office has on Windows and on macOS."""

TEXT_SIZE = 18
FOOTER_SIZE = 12

INNER = SLIDE_WIDTH - 2 * SLIDE_EDGE
FOOT = SLIDE_HEIGHT - 34
NUMBER = 50

CONTENT = Box(SLIDE_EDGE, 24, INNER, FOOT + 18 - 24)
"""What a slide with a chart has for itself, in points; the slide's number stands at its lower right."""

PLACES = {
    "title": Box(SLIDE_EDGE, 24, INNER, 68),
    "ctrTitle": Box(SLIDE_EDGE * 2, 136, SLIDE_WIDTH - 4 * SLIDE_EDGE, 114),
    "subTitle": Box(SLIDE_EDGE * 2, 286, SLIDE_WIDTH - 4 * SLIDE_EDGE, 150),
    "body": Box(SLIDE_EDGE, 104, INNER, FOOT - 116),
    "dt": Box(SLIDE_EDGE, FOOT, 120, 20),
    "ftr": Box(SLIDE_EDGE + 130, FOOT, 400, 20),
    "sldNum": Box(SLIDE_WIDTH - SLIDE_EDGE - NUMBER, FOOT, NUMBER, 20),
}
"""Where placeholders stand, by their types, in points."""

ANCHORS = {"title": "t", "ctrTitle": "b", "subTitle": "t", "body": "t"}
OPENING = {"ctrTitle": 36, "subTitle": TEXT_SIZE}
"""Sizes of text on the title slide."""

RULE = Box(SLIDE_EDGE * 2, 266, 72, 3)
"""Where a rule stands between title and subtitle, in points."""

LAYOUTS = ("title", "obj", "titleOnly")
"""Types of the layouts that are kept."""

SIZES = {"title": [TITLE_SIZE], "body": [TEXT_SIZE, 16, 14, 14, 14]}
"""Sizes of text in the master, level by level."""


@cache
def default() -> bytes:
    """A presentation without slides, in our look."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(SLIDE_WIDTH), Pt(SLIDE_HEIGHT)
    master = deck.slide_master
    for layout in [each for each in deck.slide_layouts if each._element.get("type") not in LAYOUTS]:
        deck.slide_layouts.remove(layout)
    for sheet in (master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            _place(shape)
    _restyle(master)
    deck.slide_layouts[0]._element.cSld.spTree.append(_rule())
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part.blob = themed(part.blob.decode("utf-8")).encode("utf-8")
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def themed(theme: str) -> str:
    """A theme's XML with our colours and fonts: the products' as accents, in the order of the legend."""
    others = LIGHT.others[0]
    colours = {
        "dk1": LIGHT.text,
        "lt1": LIGHT.background,
        "dk2": LIGHT.muted,
        "lt2": LIGHT.grid,
        **{f"accent{place}": colour for place, colour in enumerate([*LIGHT.families.values(), others], 1)},
        "hlink": LIGHT.families["dingtalk"],
        "folHlink": LIGHT.muted,
    }
    for name, colour in colours.items():
        inner = f'<a:srgbClr val="{colour.lstrip("#").upper()}"/>'
        theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf"\g<1>{inner}\g<2>", theme)
    theme = re.sub(r'(<a:m(?:aj|in)orFont><a:latin typeface=")[^"]*', rf"\g<1>{LATIN}", theme)
    return with_east_asian(theme).replace('name="Office Theme"', 'name="Duidu"')


def with_east_asian(theme: str) -> str:
    """A theme's XML whose fonts have a face for Chinese, where they name none."""
    return re.sub(r'<a:ea typeface=""', f'<a:ea typeface="{EAST_ASIAN}"', theme)


def _place(shape: Any) -> None:
    kind = shape._element.ph.get("type", "body")
    kind = "body" if kind == "obj" else kind
    box = PLACES[kind]
    shape.left, shape.top, shape.width, shape.height = map(emu, (box.left, box.top, box.width, box.height))
    if kind in ANCHORS:
        body = shape._element.txBody.bodyPr
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", ANCHORS[kind])
    if kind in OPENING:
        _open(shape._element.txBody, OPENING[kind])


def _open(body: Any, size: int) -> None:
    """A text of the title slide: to the left, of its own size, its lower levels those of the master."""
    level = element(
        "a:lvl1pPr", element("a:buNone"), element("a:defRPr", sz=size * 100), marL=0, indent=0, algn="l"
    )
    style = body.find("{*}lstStyle")
    for old in list(style):
        style.remove(old)
    style.append(level)


def _rule() -> Any:
    """A rule in the first accent."""
    place = element(
        "a:xfrm",
        element("a:off", x=emu(RULE.left), y=emu(RULE.top)),
        element("a:ext", cx=emu(RULE.width), cy=emu(RULE.height)),
    )
    form = element("a:prstGeom", element("a:avLst"), prst="rect")
    accent = element("a:solidFill", setting("a:schemeClr", "accent1"))
    known = element(
        "p:nvSpPr", element("p:cNvPr", id=99, name="Rule"), element("p:cNvSpPr"), element("p:nvPr")
    )
    return element("p:sp", known, element("p:spPr", place, form, accent, line(None)))


def _restyle(master: Any) -> None:
    """Sizes of text level by level; titles bold and to the left."""
    styles = master._element.find(".//{*}txStyles")
    for kind, sizes in SIZES.items():
        levels = [each for each in styles.find(f"{{*}}{kind}Style") if each.tag.endswith("pPr")]
        for level, size in zip(levels, sizes, strict=False):
            level.set("algn", "l")
            look = level.find("{*}defRPr")
            look.set("sz", str(size * 100))
            if kind == "title":
                look.set("b", "1")
