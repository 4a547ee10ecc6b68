"""Frames read once for all who look at a store, and shared by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.once import once
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Same:
    """A frame as a key: two are equal where they hold the same one, read once and shared."""

    frame: pd.DataFrame

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.frame is other.frame

    def __hash__(self) -> int:
        return id(self.frame)


def read(frame: Callable[..., Any], store: Store, version: str, *arguments: Any) -> Any:
    """``frame(store, *arguments)``, read once for each version of the store.

    All readers share the result: nobody may change it.
    """
    return _read(frame, store, version, arguments)


@once(512)
def _read(frame: Callable[..., Any], store: Store, _version: str, arguments: tuple[Any, ...]) -> Any:
    return frame(store, *arguments)
