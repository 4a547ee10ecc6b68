"""Claims on the same thing held against each other: what was said when, and how far apart it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.chart import PAGE, Room, note
from analysis.charts.claim_words import Claim, Group, bounds, groups, hover, is_hollow, measured, number
from analysis.charts.placement import Box, beside
from analysis.charts.theme import Theme, mixed, product_colour
from analysis.strings.labels import Labels

MARK = 11
"""Diameter of a mark, in pixels."""

LEAST_PANEL = 290
"""Narrowest panel, in pixels."""

LINES = 7
LEAST_LINES = 5
"""Height of a panel in rows, and the least where it must fit a room."""

UNDATED = 104
"""Width of the strip for claims without a date, in pixels."""

EDGE = 16
"""Between the marks and the edges of a panel, in pixels."""

YEARS = 24
"""Height of the line of years in a panel, in pixels."""

LINE = fonts.SIZE * fonts.LINE

YEAR_STEPS = (1, 2, 5, 10, 20, 50)
LEAST_YEAR = 46
"""Steps between the years that are named, and the least distance between two names, in pixels."""


@dataclass(frozen=True)
class Span:
    """The time that panels show: from ``first`` to ``last``; both None where nothing is dated."""

    first: pd.Timestamp | None
    last: pd.Timestamp | None
    undated: bool

    def place(self, date: Any, width: float) -> float:
        """Where a date lies in a panel ``width`` pixels wide; what has none, at the right side."""
        if self.first is None or self.last is None or pd.isna(date):
            return width - UNDATED + EDGE if self.first is not None else EDGE
        share = (date - self.first) / (self.last - self.first)
        return EDGE + float(share) * (self.end(width) - 2 * EDGE)

    def end(self, width: float) -> float:
        """Where the dated part of a panel ends."""
        return width - UNDATED if self.undated else width


@dataclass(frozen=True)
class Said:
    """Claims that say the same at the same time: where their marks stand, in pixels, and their text."""

    claims: Sequence[Any]
    x: Sequence[float]
    y: float
    text: str


def rival_claims(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """What is said of one subject in one measure over time, a panel each; the undated stand at the side.

    Higher is more. Hollow is what is planned or disputed, has no date, or only that of its article.
    ``frame``: columns of ``frames.metrics.rivals``. ``customdata`` of a mark is [article, start, end].
    """
    every = groups(frame, by=("subject", "kind", "unit"))
    laid = _laid_out(every, labels, room)
    shown = every[: len(laid.boxes)]
    figure = panels.sheet(laid, theme, 0, panels.below(room))
    whole, notes = _span(frame), list(figure.layout.annotations)
    for place, (group, box) in enumerate(zip(shown, laid.boxes, strict=True), start=1):
        inner = panels.Panel(box.left, box.top, box.width, box.height - YEARS)
        span = whole if any(pd.notna(claim.date) for claim in group.claims) else Span(None, None, True)
        said = _said(group, span, inner, labels)
        across = {"range": [0, inner.width], **_years(span, inner.width, theme)}
        panels.add_axes(figure, place, inner, laid.size, x=across, y={"range": [inner.height, 0]})
        figure.add_traces(_marks(said, group, inner, place, labels=labels, theme=theme))
        notes += _texts(said, inner, place, theme)
        notes += _strip(span, inner, place, labels, theme)
    figure.layout.annotations = notes
    panels.add_cut_note(figure, len(shown), len(every), labels, theme)
    return figure


def _laid_out(every: Sequence[Group], labels: Labels, room: Room) -> panels.Multiples:
    """Boxes for as many groups as fit the room at a height that can be read."""
    titles = [measured(group, labels, subject=group.subject) for group in every]
    while True:
        laid = panels.small_multiples(titles, LINES, room, 0, LEAST_PANEL, below=panels.below(room))
        if laid.rows.count >= LEAST_LINES or len(titles) <= 1:
            return laid
        titles = titles[:-1]


def _span(frame: pd.DataFrame) -> Span:
    dates, undated = frame["date"].dropna(), bool(frame["date"].isna().any())
    if dates.empty:
        return Span(None, None, undated)
    return Span(pd.Timestamp(dates.min().year, 1, 1), pd.Timestamp(dates.max().year + 1, 1, 1), undated)


def _said(group: Group, span: Span, box: panels.Panel, labels: Labels) -> list[Said]:
    """The claims of a group by what they say and when; marks of the same stand side by side."""

    def alike(claim: Claim) -> tuple[str, str]:
        return str(claim.date), number(claim, labels)

    found = []
    for _, same in groupby(sorted(group.claims, key=alike), key=alike):
        claims = list(same)
        text = number(claims[0], labels)
        if len(claims) > 1:
            text = labels("chart.said_often", number=text, n=len(claims))
        first = span.place(claims[0].date, box.width)
        step = min(MARK + 2.0, (box.width - EDGE - first) / len(claims))
        y = _height(sum(bounds(claims[0])) / 2, group, box)
        found.append(Said(claims, [first + step * turn for turn in range(len(claims))], y, text))
    return found


def _height(value: float, group: Group, box: panels.Panel) -> float:
    return EDGE + (1 - group.scale.share(value)) * (box.height - 2 * EDGE)


def _marks(
    said: Sequence[Said], group: Group, box: panels.Panel, place: int, *, labels: Labels, theme: Theme
) -> list[go.Scatter]:
    colour = product_colour(theme, group.subject)
    marks = [(x, each.y, claim) for each in said for x, claim in zip(each.x, each.claims, strict=True)]
    dots = go.Scatter(
        x=[x for x, _, _ in marks],
        y=[y for _, y, _ in marks],
        mode="markers",
        marker={
            "size": MARK,
            "color": [theme.background if _is_open(claim) else colour for _, _, claim in marks],
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        cliponaxis=False,
        hovertext=[hover(claim, labels) for _, _, claim in marks],
        hoverinfo="text",
        customdata=[[claim.article, claim.start, claim.end] for _, _, claim in marks],
        **panels.axes_of(place),
    )
    spans = [
        go.Scatter(
            x=[x, x],
            y=[_height(end, group, box) for end in bounds(claim)],
            mode="lines",
            line={"color": mixed(colour, theme.background, 0.72), "width": 9},
            hoverinfo="skip",
            **panels.axes_of(place),
        )
        for x, _, claim in marks
        if bounds(claim)[0] < bounds(claim)[1]
    ]
    return [*spans, dots]


def _is_open(claim: Claim) -> bool:
    return is_hollow(claim) or bool(claim.inferred) or pd.isna(claim.date)


def _texts(said: Sequence[Said], box: panels.Panel, place: int, theme: Theme) -> list[dict[str, Any]]:
    """Each figure beside its marks, where it meets no other."""
    across, down = panels.axes_of(place).values()
    marks = [(each.x[-1], each.y) for each in said]
    every = [(x, each.y) for each in said for x in each.x]
    widths = [fonts.width(each.text) for each in said]
    boxes: list[Box] = beside(marks, widths, (box.width, box.height), LINE, every)
    return [
        note(
            fonts.markup(each.text),
            box.left,
            box.top + LINE / 2,
            theme,
            xref=across,
            yref=down,
            yanchor="middle",
        )
        for each, box in zip(said, boxes, strict=True)
    ]


def _years(span: Span, width: float, theme: Theme) -> dict[str, Any]:
    """Names of the years under a panel, each where it begins, and a light rule up from it."""
    if span.first is None or span.last is None:
        return {}
    count = span.last.year - span.first.year
    room = (span.end(width) - 2 * EDGE) / count
    step = next((step for step in YEAR_STEPS if step * room >= LEAST_YEAR), YEAR_STEPS[-1])
    years = range(span.first.year, span.last.year + 1, step)
    return {
        "tickvals": [span.place(pd.Timestamp(year, 1, 1), width) for year in years],
        "ticktext": [str(year) for year in years],
        "showticklabels": True,
        "tickfont": {"size": fonts.SIZE, "color": theme.muted},
        "tickangle": 0,
        "showgrid": True,
        "gridcolor": theme.grid,
    }


def _strip(span: Span, box: panels.Panel, place: int, labels: Labels, theme: Theme) -> list[dict[str, Any]]:
    """The name of the strip at the side, on the line of years."""
    if not span.undated:
        return []
    across, down = panels.axes_of(place).values()
    x = span.place(pd.NaT, box.width) - MARK / 2
    font = {"family": fonts.STACK, "size": fonts.SIZE, "color": theme.muted}
    shift = {"yanchor": "top", "yshift": 1, "font": font}
    return [
        note(fonts.markup(labels("chart.undated")), x, box.height, theme, xref=across, yref=down, **shift)
    ]
