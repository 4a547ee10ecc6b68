"""Claims in words, and put together by what is measured: what every chart of figures has in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from analysis.charts import fonts
from analysis.charts.dates import format_date
from analysis.charts.numbers import exact, format_number, format_range
from analysis.charts.scales import Scale, fitting
from analysis.strings.labels import Labels

WRITTEN_WITH_UNIT = ("percent", "points", "times", "CNY", "USD", "HKD", "TWD", "EUR", "GBP", "JPY", "KRW")
"""Units that belong to the number as it is written."""


Cell = str | float | None
"""Text, or NaN or None where it is missing."""


class Claim(Protocol):
    """A row of claims (``frames.metrics.COLUMNS``) as ``itertuples`` gives it; a missing number is NaN."""

    article: str
    title: str
    start: int
    end: int
    surface: str
    value: float
    low: float
    high: float
    unit: Cell
    kind: str
    qualifier: str
    subject: Cell
    via: Cell
    period: Cell
    as_of: Cell
    modality: str
    date: pd.Timestamp | None
    inferred: bool


@dataclass(frozen=True)
class Group:
    """Claims of one kind and unit (and subject, where ``subject`` is one), on one scale."""

    kind: str
    unit: str | None
    subject: str | None
    claims: Sequence[Claim]
    scale: Scale


def groups(frame: pd.DataFrame, by: Sequence[str]) -> list[Group]:
    """The claims of ``frame`` by the columns ``by`` (kind, unit, subject), in the order they come in."""
    known = frame[frame[["value", "low", "high"]].notna().any(axis=1)]
    alike: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in known.itertuples():
        alike.setdefault(tuple(text(getattr(claim, name)) for name in by), []).append(claim)
    return [
        Group(
            kind=str(claims[0].kind),
            unit=text(claims[0].unit),
            subject=text(claims[0].subject),
            claims=claims,
            scale=fitting([bound for claim in claims for bound in bounds(claim)]),
        )
        for claims in alike.values()
    ]


def bounds(claim: Claim) -> tuple[float, float]:
    """From where to where a claim's figure reaches; twice the same for a plain number."""
    ranged = pd.notna(claim.low) and pd.notna(claim.high)
    return (float(claim.low), float(claim.high)) if ranged else (float(claim.value), float(claim.value))


def number(claim: Claim, labels: Labels) -> str:
    """The figure with its qualifier: 超过 2亿, about 10; a range or a vague number by its two ends."""
    low, high = bounds(claim)
    unit = claim.unit if claim.unit in WRITTEN_WITH_UNIT else "plain"
    if low == high:
        size = labels(f"measure.{unit}", number=format_number(low, labels.language))
    elif unit == "percent":
        size = "–".join(
            labels("measure.percent", number=format_number(end, labels.language)) for end in (low, high)
        )
    else:
        size = labels(f"measure.{unit}", number=format_range(low, high, labels.language))
    return labels(f"qualifier.{claim.qualifier}", number=size)


def about(claim: Claim, labels: Labels) -> str:
    """Whom the figure is about, and through which product."""
    subject, via = text(claim.subject), text(claim.via)
    named = labels.product(subject) if subject else labels("metrics.nobody")
    return labels("metrics.via", about=named, via=labels.product(via)) if via else named


def when(claim: Claim, labels: Labels) -> str:
    """The date a figure is said to hold at; empty where none is said."""
    as_of = text(claim.as_of)
    return format_date(as_of, labels.language) if as_of else ""


def measured(group: Group, labels: Labels, subject: str | None = None) -> str:
    """What a group measures, of ``subject`` if given, in which unit, and whether its axis is logarithmic."""
    kind = labels(f"metrics.kind.{group.kind}")
    if subject:
        kind = labels(f"kind.{group.kind}", product=labels.product(subject))
    unit = unit_name(group.unit, labels)
    said = [] if unit.casefold() in kind.casefold() else [unit]
    if group.scale.log:
        said.append(labels("chart.log_scale"))
    return labels("chart.measured", kind=kind, unit=labels("list.comma").join(said)) if said else kind


def unit_name(unit: str | None, labels: Labels) -> str:
    """A unit as the reader names it; ``searches/day`` is searches (per day).

    One that a reader has added to the lexicon of units has no other name than its own.
    """
    base, _, period = (unit or "").partition("/")
    try:
        name = labels(f"metrics.unit.{base}") if base else labels("chart.no_unit")
    except KeyError:
        return str(unit)
    return labels("metrics.per", unit=name, period=labels(f"metrics.period.{period}")) if period else name


def is_hollow(claim: Claim) -> bool:
    """Whether a figure is planned, disputed or not meant as fact."""
    return claim.modality != "asserted"


def hover(claim: Claim, labels: Labels) -> str:
    """Everything known of a claim, with its exact figure, as the markup of a hover box."""
    low, high = bounds(claim)
    how = labels(f"metrics.modality.{claim.modality}")
    size = exact(low) if low == high else f"{exact(low)}–{exact(high)}"
    lines = [
        f"{about(claim, labels)} · {number(claim, labels)}",
        labels("chart.hover.exact", number=size, unit=unit_name(text(claim.unit), labels)),
        when(claim, labels) or labels("claim.undated"),
        labels("chart.hover.written", surface=claim.surface, modality=how),
        labels("chart.hover.source", title=claim.title),
    ]
    return fonts.hover("\n".join(lines))


def text(value: Cell) -> str | None:
    """A cell of text; None where it is missing."""
    return value if isinstance(value, str) else None
