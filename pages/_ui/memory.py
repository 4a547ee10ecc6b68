"""What the process holds for good, kept out of the garbage collector's way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def for_good() -> Iterator[None]:
    """What is made inside is never looked at by the collector, neither meanwhile nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@cache
def settle() -> None:
    """After the first page has been drawn: nothing loaded so far is looked at by the collector again.

    With pandas and Plotly in memory a full collection took 69 ms, in which no reader is served.
    """
    gc.collect()
    gc.freeze()


def release() -> None:
    """Before the process ends: everything is looked at again, or DuckDB prints what it takes for leaks."""
    gc.unfreeze()
