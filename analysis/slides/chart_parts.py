"""What native charts of every kind are made of, as chart XML in the order of its schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.opc.oxml import serialize_part_xml

from analysis.charts import fonts
from analysis.charts.placement import Box
from analysis.slides.axes import Axis
from analysis.slides.chart_cells import DAY
from analysis.slides.elements import (
    SLACK,
    Run,
    containing,
    element,
    fill,
    line,
    paragraphs,
    setting,
    text_properties,
)

ACROSS, DOWN = 1, 2
"""Ids of the two axes of a chart."""

DIGITS = "%.16G"
"""How numbers are written: as in the cells of the workbook."""

YEAR = 365.25
"""Days from one year to the next."""


NAMES_GAP = 14
"""Between names and the plot area, in points; and room for them to be wider than in our own font."""

OUTSIDE = 30
"""How far a frame may reach over the left edge of a chart's area, in points."""


@dataclass(frozen=True)
class NativeChart:
    """A chart as python-pptx takes it: its XML and its workbook, for a frame in ``box``, in points."""

    name: str
    box: Box
    xml: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _: object) -> bytes:
        """The chart's XML; its kind is in it."""
        return self.xml


def frame_around(inner: Box, names: Sequence[str], pad: float, below: float) -> Box:
    """A frame around a plot area with room for names at its left, and ``pad`` points at its other sides.

    ``below`` stands in place of ``pad`` under it.
    """
    wanted = fonts.widest(list(names)) * SLACK + NAMES_GAP if names else 0
    left = max(min(inner.left, -OUTSIDE), inner.left - wanted - pad)
    right = inner.left + inner.width + pad
    return Box(left, inner.top - pad, right - left, pad + inner.height + below)


def chart_space(plots: Sequence[Any], inner: Box, outer: Box, language: str) -> bytes:
    """A chart of the given plots and axes, whose plot area is ``inner`` within the frame ``outer``."""
    layout = element(
        "c:layout",
        element(
            "c:manualLayout",
            setting("c:layoutTarget", "inner"),
            setting("c:xMode", "edge"),
            setting("c:yMode", "edge"),
            setting("c:x", _decimal((inner.left - outer.left) / outer.width)),
            setting("c:y", _decimal((inner.top - outer.top) / outer.height)),
            setting("c:w", _decimal(inner.width / outer.width)),
            setting("c:h", _decimal(inner.height / outer.height)),
        ),
    )
    plot_area = element("c:plotArea", layout, *plots, element("c:spPr", fill(None), line(None)))
    chart = element(
        "c:chart",
        setting("c:autoTitleDeleted", True),
        plot_area,
        setting("c:plotVisOnly", True),
        setting("c:dispBlanksAs", "gap"),
    )
    space = element(
        "c:chartSpace",
        setting("c:date1904", False),
        setting("c:roundedCorners", False),
        chart,
        element("c:spPr", fill(None), line(None)),
        texts(Run("", size=fonts.SIZE), language),
    )
    return bytes(serialize_part_xml(space))


def _decimal(share: float) -> str:
    return f"{share:.6f}"


def texts(run: Run, language: str) -> Any:
    """How the texts of a part of a chart look; they are never broken into lines."""
    body = element("a:bodyPr", rot=0, vert="horz", wrap="none", anchor="ctr")
    look = element("a:pPr", text_properties("a:defRPr", run, language))
    end = element("a:endParaRPr", lang="zh-CN" if language == "zh" else "en-US")
    return element("c:txPr", body, element("a:lstStyle"), element("a:p", look, end))


def scaling(axis: Axis) -> Any:
    """From where to where an axis reaches, and which way."""
    low, high = sorted((axis.first, axis.last))
    return element(
        "c:scaling",
        setting("c:logBase", 10) if axis.kind == "log" else None,
        setting("c:orientation", "maxMin" if axis.turned else "minMax"),
        setting("c:max", repr(high)),
        setting("c:min", repr(low)),
    )


def value_axis(
    axis: Axis, ids: tuple[int, int], side: str, language: str, *, crosses: str = "min", named: bool = False
) -> Any:
    """An axis of values, bare unless it is ``named``; ``ids`` are its own and that of the axis it meets.

    ``side`` is l, r, t or b; it meets the other axis at its ``crosses``: min or max.
    """
    grid = named and axis.grid
    return element(
        "c:valAx",
        setting("c:axId", ids[0]),
        scaling(axis),
        setting("c:delete", not named),
        setting("c:axPos", side),
        element("c:majorGridlines", element("c:spPr", line(axis.grid))) if grid else None,
        element("c:numFmt", formatCode="yyyy" if axis.kind == "date" else "General", sourceLinked=0),
        setting("c:majorTickMark", "none"),
        setting("c:minorTickMark", "none"),
        setting("c:tickLblPos", "nextTo" if named else "none"),
        element("c:spPr", line(None)),
        texts(Run("", axis.colour, fonts.SIZE), language),
        setting("c:crossAx", ids[1]),
        setting("c:crosses", crosses),
        setting("c:crossBetween", "midCat"),
        setting("c:majorUnit", YEAR * axis.step) if named and axis.step else None,
    )


def strings(reference: str, values: Sequence[str]) -> Any:
    """Texts of the workbook, with what they were when the chart was made."""
    points = [
        element("c:pt", containing("c:v", value), idx=place) for place, value in enumerate(values) if value
    ]
    cache = element("c:strCache", setting("c:ptCount", len(values)), *points)
    return element("c:strRef", containing("c:f", reference), cache)


def numbers(reference: str, values: Sequence[float | None], kind: str = "linear") -> Any:
    """Numbers of the workbook, with what they were when the chart was made; None is an empty cell."""
    points = [
        element("c:pt", containing("c:v", DIGITS % value), idx=place)
        for place, value in enumerate(values)
        if value is not None
    ]
    code = containing("c:formatCode", DAY if kind == "date" else "General")
    cache = element("c:numCache", code, setting("c:ptCount", len(values)), *points)
    return element("c:numRef", containing("c:f", reference), cache)


def label(
    place: int | None,
    side: str,
    language: str,
    *,
    runs: Sequence[Run] = (),
    code: str | None = None,
    look: Run | None = None,
) -> list[Any]:
    """The contents of a label of the point at ``place`` (None for all of a series), in schema order.

    Its text is either that of ``runs`` or the value under the number format ``code``.
    """
    written = None
    if runs:
        body = element("a:bodyPr", rot=0, vert="horz", wrap="none", lIns=0, rIns=0, anchor="ctr")
        written = element("c:tx", element("c:rich", body, element("a:lstStyle"), *paragraphs(runs, language)))
    found = [
        None if place is None else setting("c:idx", place),
        written,
        element("c:numFmt", formatCode=code, sourceLinked=0) if code else None,
        element("c:spPr", fill(None), line(None)),
        texts(look or Run("", size=fonts.SIZE), language),
        setting("c:dLblPos", side),
        *shown(value=True),
    ]
    return [part for part in found if part is not None]


def shown(*, value: bool) -> list[Any]:
    """What a label shows of its point by itself: the ``value`` or nothing."""
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return [setting(f"c:show{name}", value and name == "Val") for name in names]
