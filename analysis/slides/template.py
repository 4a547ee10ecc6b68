"""What slides are made upon: our own look, or a reader's template with its masters, fonts and colours."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pptx
from lxml.etree import XMLSyntaxError
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart

from analysis.charts.placement import Box
from analysis.slides import theme
from analysis.slides.elements import EMU

Fault = Literal["not_pptx", "not_presentation", "no_title_only"]

FAULTS: dict[Fault, str] = {
    "not_pptx": "the template is no PowerPoint file; choose a .pptx or .potx file",
    "not_presentation": "the template is no presentation without macros; save it as .pptx in PowerPoint",
    "no_title_only": "the template has no layout with a title alone; add the layout “Title Only” to it",
}

UNREADABLE = (
    BadZipFile,
    EOFError,
    KeyError,
    PackageNotFoundError,
    RuntimeError,
    XMLSyntaxError,
    zlib.error,
)
"""What reading a file raises that is no package of Office, or is damaged or under a password."""

DECLARATIONS = (b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
"""What the main part of a .potx and of a .pptx file is declared to be."""

Purpose = Literal["opening", "text", "chart"]

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FOOT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE)

TYPES: dict[Purpose, tuple[str, ...]] = {
    "opening": ("title",),
    "text": ("obj", "tx"),
    "chart": ("titleOnly",),
}
"""Types of layouts that serve a purpose."""

NAMES = ("title only", "仅标题", "僅標題")
"""Names by which a layout with a title alone is known where it says no type."""

GAP = 12
"""Between what belongs to the template and what is put on its slides, in points."""

SIDE_INSET, UPPER_INSET = 7.2, 3.6
"""Margins of a text where a template says none, in points."""

USUAL_TITLE = 44
"""Size of a title where a template says none, in points."""


class TemplateError(ValueError):
    """A template that cannot be used: ``fault`` names the reason; the message says what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(FAULTS[fault])
        self.fault = fault


@dataclass(frozen=True)
class Template:
    """A presentation without slides, the layouts for each purpose, and where a chart slide has its room.

    ``title`` is the box of its title, ``inset`` points around the text in it at the sides and ``inset_up``
    above and below; the text is of ``title_size`` and begins at the top where ``top`` says
    so; ``content`` is all that is free, with the title; a footer leaves ``number`` points at its right.
    """

    deck: Any
    layouts: dict[Purpose, Any]
    title: Box
    inset: float
    inset_up: float
    title_size: float
    top: bool
    content: Box
    number: float


def opened(template: bytes | None) -> Template:
    """The reader's template without its slides, or our own look. Raises ``TemplateError``."""
    deck = _read(theme.default() if template is None else template)
    _drop_slides(deck)
    for master in (*deck.slide_masters, deck.notes_master):
        _name_chinese_face(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    return _described(deck, theme.CONTENT, theme.NUMBER) if template is None else _described(deck)


def _name_chinese_face(part: Any) -> None:
    """Give a theme a face for Chinese where it names none; the notes' may just have been made."""
    if isinstance(part, XmlPart):
        for face in part._element.iter("{*}ea"):
            face.set("typeface", face.get("typeface") or theme.EAST_ASIAN)
    else:
        part.blob = theme.with_east_asian(part.blob.decode("utf-8")).encode("utf-8")


def _read(template: bytes) -> Any:
    try:
        return pptx.Presentation(BytesIO(_as_presentation(template)))
    except UNREADABLE:
        raise TemplateError("not_pptx") from None
    except ValueError:
        raise TemplateError("not_presentation") from None


def _as_presentation(template: bytes) -> bytes:
    """A template file (.potx) as a presentation (.pptx): the two differ in one declaration."""
    target = BytesIO()
    with ZipFile(BytesIO(template)) as parts, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in parts.namelist():
            declared = name == "[Content_Types].xml"
            part = parts.read(name)
            made.writestr(name, part.replace(*DECLARATIONS) if declared else part)
    return target.getvalue()


def _drop_slides(deck: Any) -> None:
    """Remove all slides, and what names them: sections and custom shows."""
    root = deck.part._element
    for entry in list(root.get_or_add_sldIdLst()):
        deck.part.drop_rel(entry.rId)
        root.sldIdLst.remove(entry)
    for each in root.xpath("p:custShowLst | p:extLst/p:ext[.//*[local-name()='sectionLst']]"):
        each.getparent().remove(each)


def _described(deck: Any, content: Box | None = None, number: float = 0) -> Template:
    chart = _layout(deck, "chart")
    if chart is None:
        raise TemplateError("no_title_only")
    layouts: dict[Purpose, Any] = {
        "chart": chart,
        "text": _layout(deck, "text") or chart,
        "opening": _layout(deck, "opening") or chart,
    }
    title = next(each for each in chart.placeholders if each.placeholder_format.type in TITLES)
    box = Box(*(side / EMU for side in (title.left, title.top, title.width, title.height)))
    return Template(
        deck=deck,
        layouts=layouts,
        title=box,
        inset=_inset(title, chart, "lIns", SIDE_INSET),
        inset_up=_inset(title, chart, "tIns", UPPER_INSET),
        title_size=title_size(title, chart),
        top=_anchor(title, chart) == "t",
        content=content or _free(deck, chart, box),
        number=number,
    )


def _layout(deck: Any, purpose: Purpose) -> Any:
    """The first layout for a purpose, by its type; for charts also by its name, or by what it holds."""
    every = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    typed = (each for each in every if each._element.get("type") in TYPES[purpose] and _has_title(each))
    found = next(typed, None)
    if found is None and purpose == "chart":
        named = [each for each in every if each.name.strip().casefold() in NAMES and _has_title(each)]
        alone = [each for each in every if _has_title(each) and not _others(each)]
        found = next(iter([*named, *alone]), None)
    return found


def _has_title(layout: Any) -> bool:
    """Whether a layout has a title, and it or its master says where that stands."""
    titles = (each for each in layout.placeholders if each.placeholder_format.type in TITLES)
    return any(each.width is not None for each in titles)


def _others(layout: Any) -> list[Any]:
    """The placeholders that are neither title nor at the foot."""
    return [each for each in layout.placeholders if each.placeholder_format.type not in (*TITLES, *FOOT)]


def _free(deck: Any, layout: Any, title: Box) -> Box:
    """From the title's top and its sides to what the template has at its foot."""
    height = deck.slide_height / EMU
    tops = (each.top for each in layout.placeholders if each.placeholder_format.type in FOOT)
    feet = [top / EMU for top in tops if top is not None]
    bottom = min([foot for foot in feet if foot > height / 2], default=height - 2 * GAP)
    width = min(title.width, deck.slide_width / EMU - GAP - title.left)
    return Box(title.left, title.top, width, bottom - GAP / 2 - title.top)


def _bodies(title: Any, layout: Any) -> Iterator[Any]:
    """The text bodies that say how a title looks, the nearest first: the layout's, the master's."""
    yield title._element.txBody
    for shape in layout.slide_master.placeholders:
        if shape.placeholder_format.type in TITLES:
            yield shape._element.txBody


def title_size(title: Any, layout: Any) -> float:
    """The size that a title on a layout has of itself, in points."""
    return next(_title_sizes(title, layout), USUAL_TITLE)


def _title_sizes(title: Any, layout: Any) -> Iterator[float]:
    """Sizes of text said for a title, in points, the one that holds first."""
    styles = [body.find("{*}lstStyle") for body in _bodies(title, layout)]
    for style in [*styles, layout.slide_master._element.find(".//{*}titleStyle")]:
        look = None if style is None else style.find("{*}lvl1pPr/{*}defRPr")
        if look is not None and look.get("sz"):
            yield int(look.get("sz")) / 100


def _inset(title: Any, layout: Any, side: str, usual: float) -> float:
    """The margin of a title at a side, in points."""
    said = (body.bodyPr.get(side) for body in _bodies(title, layout))
    return next((int(inset) / EMU for inset in said if inset), usual)


def _anchor(title: Any, layout: Any) -> str | None:
    said = (body.bodyPr.get("anchor") for body in _bodies(title, layout))
    return next((anchor for anchor in said if anchor), None)
