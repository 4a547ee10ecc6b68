"""What the first reader would wait for, done while the browser loads."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from threading import Thread

import streamlit as st

from pages._ui import fonts, memory

MODULES = ("frame", "downloads", "deck_storage", "first_sight", "figures")
"""What the frame and the first page are made of, in this folder; pandas, Plotly and DuckDB come with it."""


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncIterator[None]:
    """The life of the server: beside its start the dashboard is loaded, without holding it up."""
    fonts.provide()
    Thread(target=load, name="warm-up", daemon=True).start()
    yield
    memory.release()


def load() -> None:
    """Load the modules, and what the first page shows of the store where that is ready.

    What is wrong with the store the first reader is told.
    """
    with memory.for_good():
        for name in MODULES:
            import_module(f"pages._ui.{name}")
        from analysis.lexicon import LexiconError
        from analysis.storage.store import StoreError
        from pages._ui import corpus, first_sight

        with suppress(StoreError, LexiconError, OSError):
            if store := corpus.ready():
                first_sight.read(store)
