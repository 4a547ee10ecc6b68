"""Figures as claims: one row a claim, its bounds drawn as bounds; and how many there are of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import fonts, panels
from analysis.charts.bars import NAME_GAP, Bar, BarPanel, bar_panels
from analysis.charts.chart import PAGE, Room, blank, note
from analysis.charts.claim_words import (
    Claim,
    Group,
    about,
    bounds,
    groups,
    hover,
    is_hollow,
    measured,
    number,
    text,
    when,
)
from analysis.charts.numbers import exact
from analysis.charts.scales import Scale
from analysis.charts.theme import Theme, mixed, product_colour
from analysis.schema import Kind
from analysis.strings.labels import Labels

MARK = 11
"""Diameter of a mark, in pixels."""

ARROW = 20
"""Length of the arrow at a bound, in pixels."""

HEAD = 40
"""Height of a group's heading with the gap over it, in pixels."""

SPACE = "\u2002"
"""Between a figure and its date."""

KINDS = list(get_args(Kind))

ARROWS = {"over": 1, "under": -1}
"""Which way a bound points: the figure is at least, or at most, what is said."""


def claim_dots(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """Claims as dots, a row each, under a heading for each kind and unit; units never share an axis.

    A lower bound has an arrow to the right, an upper bound one to the left, a range its two ends and a
    bar, a vague number a faint span; what is planned, disputed or not meant as fact is hollow.
    ``frame``: ``frames.metrics.COLUMNS``. ``customdata`` of a mark is [article, start, end].
    """
    every = groups(_ordered(frame), by=("kind", "unit"))
    below = panels.below(room)
    wanted = sum(len(group.claims) for group in every)
    free = None if room.height is None else room.height - below
    shown = _that_fit(every, free)
    drawn = sum(len(group.claims) for group in shown)
    pitch = panels.rows_that_fit(drawn, None if free is None else free - HEAD * len(shown)).height
    left = fonts.widest([about(claim, labels) for group in shown for claim in group.claims]) + NAME_GAP
    size = (room.width - left - panels.EDGE, max(1.0, HEAD * len(shown) + drawn * pitch))
    figure = blank(theme, size[1] + below, left=left, right=panels.EDGE, bottom=below)
    top, notes = 0.0, list[dict[str, Any]]()
    for place, group in enumerate(shown, start=1):
        box = panels.Panel(0, top + HEAD, size[0], len(group.claims) * pitch)
        top = box.top + box.height
        scale = _axis(group, box.width, labels)
        names = [fonts.markup(about(claim, labels)) for claim in group.claims]
        across = {"type": scale.type, "range": scale.range}
        panels.add_axes(figure, place, box, size, x=across, y=panels.rows_axis(names, theme))
        figure.add_traces([_lines(group, scale, place, theme), *_traces(group, place, labels, theme)])
        heading = panels.heading([measured(group, labels)], box, size, theme)
        notes += [{**heading, "xshift": -left}, *_texts(group, place, labels, theme)]
        notes += _arrows(group, place, theme)
    figure.layout.annotations = notes
    panels.add_cut_note(figure, drawn, wanted, labels, theme)
    return figure


def kind_counts(frame: pd.DataFrame, labels: Labels, theme: Theme, room: Room = PAGE) -> go.Figure:
    """How many claims there are of each kind; ``frame``: kind, count, as drawn. ``customdata`` is [kind]."""
    bars = [_kind(row.kind, row.count, labels, theme) for row in frame.itertuples()]
    return bar_panels([BarPanel("", bars)], labels, theme, room)


def _kind(kind: str, count: int, labels: Labels, theme: Theme) -> Bar:
    name = labels(f"metrics.kind.{kind}")
    words = fonts.hover(labels("chart.hover.kind", kind=name, n=exact(count)))
    return Bar(name, count, exact(count), theme.neutral, words, [kind])


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """By kind in the order of the schema, within it by unit, the commonest first, and by size."""
    size = frame[["value", "low", "high"]].max(axis=1)
    unit = frame.groupby(["kind", "unit"], dropna=False)["kind"].transform("size")
    order = frame.assign(_kind=frame["kind"].map(KINDS.index), _unit=-unit, _size=-size)
    keys = ["_kind", "_unit", "unit", "_size", "article", "start"]
    return order.sort_values(keys, kind="stable", na_position="last")


def _that_fit(every: Sequence[Group], free: float | None) -> list[Group]:
    """The first groups, the last of them perhaps in part, that ``free`` pixels have room for."""
    if free is None:
        return list(every)
    shown: list[Group] = []
    for group in every:
        most = int((free - HEAD) // panels.LEAST_ROW)
        if most < 1 and shown:
            break
        shown.append(replace(group, claims=group.claims[: max(1, most)]))
        free -= HEAD + len(shown[-1].claims) * panels.LEAST_ROW
    return shown


def _said(claim: Claim, labels: Labels) -> tuple[str, str]:
    """What stands beside the mark: the figure; and its date, and how it is meant unless simply asserted."""
    how = labels(f"metrics.modality.{claim.modality}") if is_hollow(claim) else ""
    facts = labels("list.comma").join(part for part in (when(claim, labels), how) if part)
    return number(claim, labels), f"{SPACE}{facts}" if facts else ""


def _axis(group: Group, width: float, labels: Labels) -> Scale:
    """The group's scale with room for what stands at both sides of the marks."""
    texts = fonts.widest(["".join(_said(claim, labels)) for claim in group.claims]) + ARROW + MARK + 8
    before = ARROW + MARK if group.scale.log else MARK / 2 + 2
    inner = max(width * 0.25, width - texts - before)
    return group.scale.longer(before / inner, texts / inner)


def _traces(group: Group, place: int, labels: Labels, theme: Theme) -> list[go.Scatter]:
    """The spans of a group, and over them its marks: two for a range, a pale one for a vague number."""
    claims = list(enumerate(group.claims))
    spans = [_span(claim, row, place, theme) for row, claim in claims if bounds(claim)[0] < bounds(claim)[1]]
    marks = [(x, row, claim) for row, claim in claims for x in _places(claim, group.scale)]
    colours, outlines = zip(*(_colours(claim, theme) for _, _, claim in marks), strict=True)
    dots = go.Scatter(
        x=[x for x, _, _ in marks],
        y=[row for _, row, _ in marks],
        mode="markers",
        marker={"size": MARK, "color": colours, "opacity": 1, "line": {"width": 2, "color": outlines}},
        cliponaxis=False,
        hovertext=[hover(claim, labels) for _, _, claim in marks],
        hoverinfo="text",
        customdata=[[claim.article, claim.start, claim.end] for _, _, claim in marks],
        **panels.axes_of(place),
    )
    return [*spans, dots]


def _span(claim: Claim, row: int, place: int, theme: Theme) -> go.Scatter:
    pale = mixed(product_colour(theme, text(claim.subject)), theme.background, 0.72)
    return go.Scatter(
        x=list(bounds(claim)),
        y=[row, row],
        mode="lines",
        line={"color": pale, "width": 9},
        hoverinfo="skip",
        **panels.axes_of(place),
    )


def _places(claim: Claim, scale: Scale) -> list[float]:
    """The values at which a claim has marks."""
    low, high = bounds(claim)
    if claim.qualifier == "several":
        return [scale.value((scale.share(low) + scale.share(high)) / 2)]
    return [low] if low == high else [low, high]


def _colours(claim: Claim, theme: Theme) -> tuple[str, str]:
    """Fill and outline of a claim's mark: hollow for what is not simply asserted, pale for a vague number."""
    colour = product_colour(theme, text(claim.subject))
    if is_hollow(claim):
        return theme.background, colour
    pale = mixed(colour, theme.background, 0.45)
    return (pale, pale) if claim.qualifier == "several" else (colour, colour)


def _texts(group: Group, place: int, labels: Labels, theme: Theme) -> list[dict[str, Any]]:
    """What is said, right of each claim's last mark and arrow."""
    across, down = panels.axes_of(place).values()
    return [
        note(
            fonts.two_coloured(*_said(claim, labels), theme.muted),
            group.scale.position(bounds(claim)[1]),
            row,
            theme,
            xref=across,
            yref=down,
            yanchor="middle",
            xshift=MARK / 2 + 6 + (ARROW if claim.qualifier == "over" else 0),
        )
        for row, claim in enumerate(group.claims)
    ]


def _arrows(group: Group, place: int, theme: Theme) -> list[dict[str, Any]]:
    """An arrow from the mark of each bound to the side where the figure may lie."""
    across, down = panels.axes_of(place).values()
    return [
        note(
            "→" if way > 0 else "←",
            group.scale.position(bounds(claim)[1 if way > 0 else 0]),
            row,
            theme,
            xref=across,
            yref=down,
            xanchor="center",
            yanchor="middle",
            xshift=way * (MARK + ARROW) / 2,
            font={"family": fonts.STACK, "size": ARROW, "color": product_colour(theme, text(claim.subject))},
        )
        for row, claim in enumerate(group.claims)
        if (way := ARROWS.get(claim.qualifier))
    ]


def _lines(group: Group, scale: Scale, place: int, theme: Theme) -> go.Scatter:
    """A faint line in every row, from the name to the mark."""
    ends = [(scale.first, bounds(claim)[0], None) for claim in group.claims]
    return go.Scatter(
        x=[x for line in ends for x in line],
        y=[y for row in range(len(ends)) for y in (row, row, None)],
        mode="lines",
        line={"color": theme.grid, "width": 1},
        hoverinfo="skip",
        **panels.axes_of(place),
    )
