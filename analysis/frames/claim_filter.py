"""Claims narrowed down: by whom they are about, what they measure, in which unit and of which year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analysis.frames.metrics import HEADLINE_KINDS, claims, other_claims, rival_claims
from analysis.frames.selection import Selection
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

UNDATED = "undated"
"""Stands for the year of a claim that has no date of its own."""

NOBODY = "nobody"
"""Stands for the subject of a claim that names none."""

Order = Literal["subject", "date", "article"]

ORDERS: dict[Order, list[str]] = {
    "subject": ["subject", "kind", "as_of", "article", "start"],
    "date": ["date", "as_of", "article", "start"],
    "article": ["article", "start"],
}


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims are kept; nothing named keeps all."""

    subjects: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClaimChoices:
    """What there is to choose from, the commonest first; ``years`` in order, the undated last."""

    subjects: tuple[str, ...]
    kinds: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[str, ...]


def every_claim(store: Store, selection: Selection, others: bool) -> pd.DataFrame:
    """Claims about the chosen products and, with ``others``, those about no product at all.

    Columns of ``frames.metrics.claims``, and ``who`` and ``year``, which are never missing.
    """
    import pandas as pd

    found = claims(store, selection)
    if others:
        found = pd.concat([found, other_claims(store, selection)], ignore_index=True)
    return _labelled(found)


def rivals(store: Store, selection: Selection, kept: ClaimFilter) -> pd.DataFrame:
    """The groups of ``frames.metrics.rival_claims`` that ``kept`` keeps; its years would split them."""
    found = _labelled(rival_claims(store, selection))
    return narrowed(found, ClaimFilter(kept.subjects, kept.kinds, kept.units))


def choices(found: pd.DataFrame) -> ClaimChoices:
    """What the rows of ``every_claim`` offer to choose from."""
    years = sorted(set(found["year"]) - {UNDATED})
    undated = (UNDATED,) if (found["year"] == UNDATED).any() else ()
    return ClaimChoices(
        subjects=tuple(found["who"].value_counts().index),
        kinds=tuple(found["kind"].value_counts().index),
        units=tuple(found["unit"].dropna().value_counts().index),
        years=(*years, *undated),
    )


def narrowed(found: pd.DataFrame, kept: ClaimFilter) -> pd.DataFrame:
    """The rows of ``every_claim`` that ``kept`` keeps, in their order."""
    wanted = {"who": kept.subjects, "kind": kept.kinds, "unit": kept.units, "year": kept.years}
    for column, values in wanted.items():
        if values:
            found = found[found[column].isin(values)]
    return found.reset_index(drop=True)


def telling(found: pd.DataFrame, kept: ClaimFilter) -> pd.DataFrame:
    """The rows of the most telling kinds; all where kinds are chosen or no row is of these."""
    wanted = found["kind"].isin(HEADLINE_KINDS)
    return found if kept.kinds or not wanted.any() else found[wanted].reset_index(drop=True)


def ordered(found: pd.DataFrame, order: Order) -> pd.DataFrame:
    """The same rows by subject and kind, by date, or by article and place; what is missing comes last."""
    return found.sort_values(ORDERS[order], na_position="last", kind="stable", ignore_index=True)


def _labelled(found: pd.DataFrame) -> pd.DataFrame:
    years = [value[:4] if isinstance(value, str) else UNDATED for value in found["as_of"]]
    return found.assign(who=found["subject"].fillna(NOBODY), year=years)
