"""What could not be read: each file that was left out, and why."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.frames import shared
from analysis.labels import Labels
from analysis.store import Store
from pages._ui import html


def problems(labels: Labels, store: Store, version: str) -> None:
    """Name the files that were left out of the store; nothing where there are none."""
    found = shared.read(_problems, store, version)
    if len(found):
        lines = [labels("overview.problems"), *(_line(labels, row) for row in found.itertuples())]
        st.warning("\n\n".join(map(html.literal, lines)))


def _problems(store: Store) -> pd.DataFrame:
    return store.query("SELECT path, reason, detail FROM problems ORDER BY path")


def _line(labels: Labels, row: Any) -> str:
    return labels(f"problem.{row.reason}", path=row.path, detail=row.detail)
