"""Dated events as a list: each once, with the chosen products it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analysis.frames.selection import Selection
from analysis.frames.timeline import events, other_events
from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["all", "stated", "inferred"]

LISTED = ["article", "title", "start", "end", "iso", "date", "inferred", "products", "sentence"]


def listed(store: Store, selection: Selection, others: bool, basis: Basis) -> pd.DataFrame:
    """Events in order of time, the undated last: ``LISTED``, ``products`` being a list in lane order.

    With ``others`` also the events in whose sentence no product is named, their ``products`` empty.
    """
    import pandas as pd

    found = events(store, selection)
    if others:
        found = pd.concat([found, other_events(store, selection)], ignore_index=True)
    found = based(found, basis)
    named = found.dropna(subset=["product"]).groupby(["article", "start"], sort=False)["product"].agg(list)
    once = found.drop_duplicates(["article", "start"])
    places = zip(once["article"], once["start"], strict=True)
    once = once.assign(products=[named.get(place, []) for place in places])
    return once.sort_values(["date_start", "article", "start"], na_position="last", ignore_index=True)[LISTED]


def lanes(store: Store, selection: Selection, basis: Basis) -> pd.DataFrame:
    """The events that can be drawn, once a lane: the columns of ``frames.timeline.events``."""
    found = events(store, selection)
    return based(found[found["date"].notna()], basis).reset_index(drop=True)


def based(found: pd.DataFrame, basis: Basis) -> pd.DataFrame:
    """The events whose date is stated, or inferred, or all."""
    return found if basis == "all" else found[found["inferred"] == (basis == "inferred")]


def counts(found: pd.DataFrame) -> tuple[int, int]:
    """How many events there are, one in several lanes once, and how many of them have an inferred date."""
    once = found.drop_duplicates(["article", "start"])
    return len(once), int(once["inferred"].sum())
