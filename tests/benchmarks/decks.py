"""Measures the ready-made deck: a presentation of a store, without any browser."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

RUNS = 5


def decks(store: Path) -> Iterator[tuple[str, float]]:
    """Making the slides of what is in ``store``, in seconds: for the first time, and with all modules loaded.

    Every run reads the store anew.
    """
    began = time.perf_counter()
    from analysis.deck_file import deck_file
    from analysis.store import Store

    deck_file(Store(store), "zh")
    yield "ready-made deck, first", time.perf_counter() - began
    durations = []
    for _ in range(RUNS):
        opened = Store(store)
        began = time.perf_counter()
        deck_file(opened, "zh")
        durations.append(time.perf_counter() - began)
    yield "ready-made deck, again", statistics.median(durations)
