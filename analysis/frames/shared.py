"""Frames read once for all who look at a store, and shared by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from analysis.once import once
from analysis.storage.store import Store


def read(frame: Callable[..., Any], store: Store, version: str, *arguments: Any) -> Any:
    """``frame(store, *arguments)``, read once for each version of the store.

    All readers share the result: nobody may change it.
    """
    return _read(frame, store, version, arguments)


@once(512)
def _read(frame: Callable[..., Any], store: Store, _version: str, arguments: tuple[Any, ...]) -> Any:
    return frame(store, *arguments)
