"""Marks and lines as a native scatter chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from analysis.slides import markup
from analysis.slides.axes import Pair
from analysis.slides.chart_cells import DAY, Cell, cells, workbook
from analysis.slides.chart_parts import (
    ACROSS,
    DOWN,
    NativeChart,
    chart_space,
    frame_around,
    label,
    numbers,
    shown,
    strings,
    value_axis,
)
from analysis.slides.elements import element, fill, line, setting
from analysis.slides.scatter_series import series_of
from analysis.slides.scatter_texts import side_of
from analysis.slides.series import Series
from analysis.strings.labels import Labels

PAD = 8
"""Around the plot area and the names beside it, in points."""

FOOT = 26
"""Under a plot area with texts at its foot, in points."""


def scatter_chart(pair: Pair, title: str, labels: Labels) -> NativeChart:
    """Everything on a pair of axes as a scatter chart; ``title`` names it."""
    several = [series for series in series_of(pair, labels) if series.points]
    language = labels.language
    inner = pair.box
    names = [markup.text(name) for _, name in pair.y.ticks] if pair.y.shown else []
    footed = pair.x.shown or any(side_of(note) == "b" for note in pair.notes)
    outer = frame_around(inner, names, PAD, FOOT if footed else PAD)
    blocks = _blocks(several, max(len(series.points) for series in several))
    drawn = [each for block in blocks for each in _ringed(block)]
    plot = element(
        "c:scatterChart",
        setting("c:scatterStyle", "lineMarker"),
        setting("c:varyColors", False),
        *reversed([_series(place, block, pair, language) for place, block in enumerate(drawn)]),
        setting("c:axId", ACROSS),
        setting("c:axId", DOWN),
    )
    foot = "max" if pair.y.turned else "min"
    years = pair.x.shown and pair.x.step is not None
    axes = [
        value_axis(pair.x, (ACROSS, DOWN), "b", language, crosses=foot, named=years),
        value_axis(pair.y, (DOWN, ACROSS), "l", language),
    ]
    formats = {block.column: DAY for block in blocks} if pair.x.kind == "date" else {}
    book = workbook(_rows(blocks, labels), formats)
    return NativeChart(title, outer, chart_space([plot, *axes], inner, outer, language), book)


@dataclass(frozen=True)
class Block:
    """A series and where its cells are: its name in row 0, its points under it."""

    series: Series
    column: int
    rows: int


def _blocks(several: Sequence[Series], rows: int) -> list[Block]:
    """The series side by side, each with its x, its y and what else is known of its points."""
    widths = [2 + len(_known(series)) for series in several]
    columns = accumulate(widths, initial=0)
    return [Block(series, column, rows) for series, column in zip(several, columns, strict=False)]


def _known(series: Series) -> list[str]:
    """What is known of a series' points besides their place."""
    texts, abouts = (any(getattr(point, name) for point in series.points) for name in ("text", "about"))
    return [*(["text"] if texts else []), *(["about"] if abouts else [])]


def _rows(blocks: Sequence[Block], labels: Labels) -> list[list[Cell]]:
    """The cells of the workbook."""
    head: list[Cell] = []
    for block in blocks:
        head += [labels("slides.cells.across"), block.series.name]
        head += [labels(f"slides.cells.{name}") for name in _known(block.series)]
    return [
        head,
        *([cell for block in blocks for cell in _cells(block, row)] for row in range(blocks[0].rows)),
    ]


def _cells(block: Block, row: int) -> list[Cell]:
    known = _known(block.series)
    if row >= len(block.series.points):
        return [None] * (2 + len(known))
    point = block.series.points[row]
    words = {"text": "".join(run.text for run in point.text).strip(), "about": point.about}
    return [point.x, point.y, *(words[name] or None for name in known)]


def _series(place: int, block: Block, pair: Pair, language: str) -> Any:
    """A series as wide as all others: LibreOffice joins no lines in one that is shorter."""
    series, last = block.series, block.rows
    gap = [None] * (last - len(series.points))
    across = [*(point.x for point in series.points), *gap]
    down = [*(point.y for point in series.points), *gap]
    return element(
        "c:ser",
        setting("c:idx", place),
        setting("c:order", place),
        element("c:tx", strings(cells(block.column + 1, 0), [series.name])),
        element("c:spPr", _joining(series)),
        _marker(series),
        _labels(series, language),
        element("c:xVal", numbers(cells(block.column, 1, last), across, pair.x.kind)),
        element("c:yVal", numbers(cells(block.column + 1, 1, last), down)),
        setting("c:smooth", False),
    )


def _ringed(block: Block) -> list[Block]:
    """A series of hollow marks over rings from the same cells.

    LibreOffice draws no outline around a mark, but fills one that has nothing but an outline.
    """
    mark = block.series.mark
    if mark is None or not mark.hollow:
        return [block]
    ring = replace(mark, fill=None, size=mark.size + mark.width)
    bare = [replace(point, text=()) for point in block.series.points]
    return [replace(block, series=replace(block.series, points=bare, mark=ring)), block]


def _joining(series: Series) -> Any:
    if series.line is None:
        return line(None)
    return line(series.line.colour, series.line.width, cap="flat")


def _marker(series: Series) -> Any:
    mark = series.mark
    if mark is None:
        return element("c:marker", setting("c:symbol", "none"))
    return element(
        "c:marker",
        setting("c:symbol", mark.symbol),
        setting("c:size", max(2, round(mark.size))),
        element("c:spPr", fill(mark.fill), line(mark.outline, mark.width)),
    )


def _labels(series: Series, language: str) -> Any:
    """The texts beside the points that have one."""
    own = [
        element("c:dLbl", *label(place, point.side, language, runs=point.text))
        for place, point in enumerate(series.points)
        if point.text
    ]
    return element("c:dLbls", *own, *shown(value=False)) if own else None
