"""What could not be read: each file that was left out, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.frames import shared
from analysis.storage.store import Store
from analysis.strings.labels import Labels
from pages._ui import html


def problems(labels: Labels, store: Store, version: str) -> None:
    """Name the files that were left out of the store; nothing where there are none."""
    say_left_out(labels, shared.read(_problems, store, version).itertuples())


def say_left_out(labels: Labels, found: Iterable[Any]) -> None:
    """Name the files of ``found`` (path, reason, detail); nothing where there are none."""
    lines = [_line(labels, each) for each in found]
    if lines:
        st.warning("\n\n".join(map(html.literal, [labels("overview.problems"), *lines])))


def _problems(store: Store) -> pd.DataFrame:
    return store.query("SELECT path, reason, detail FROM problems ORDER BY path")


def _line(labels: Labels, row: Any) -> str:
    return labels(f"problem.{row.reason}", path=row.path, detail=row.detail)
