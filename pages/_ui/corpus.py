"""The store behind the pages: opened once for all readers, and each frame read from it once."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

from analysis.storage.build import Progress, ensure, is_ready
from analysis.storage.store import Store

HOME = Path(__file__).parents[2]


_opening = Lock()
_opened: dict[tuple[Path, Path | None], Store] = {}


def folder() -> Path:
    """Where the store is: ``DUIDU_STORE``, else ``store`` beside ``app.py``."""
    return Path(os.environ.get("DUIDU_STORE") or HOME / "store")


def source() -> Path | None:
    """Where the articles are: ``DUIDU_SOURCE``, else ``seeds`` beside ``app.py``.

    None where only ``DUIDU_STORE`` is set: that store is shown as it is.
    """
    named = os.environ.get("DUIDU_SOURCE")
    if named:
        return Path(named)
    return None if os.environ.get("DUIDU_STORE") else HOME / "seeds"


def opened() -> Store | None:
    """The store of this process where a reader has opened it already."""
    return _opened.get((folder(), source()))


def store(progress: Progress | None = None) -> Store:
    """The store of this process, built first where it is missing or its articles have changed.

    ``progress`` is told how many articles are done, and of how many. Raises ``StoreError``,
    ``LexiconError``, and ``OSError`` where the store cannot be written.
    """
    path, articles = folder(), source()
    with _opening:
        if (path, articles) not in _opened:
            _opened[path, articles] = Store(path if articles is None else ensure([articles], path, progress))
        return _opened[path, articles]


def ready() -> Store | None:
    """The store of this process; None where it must be built first, and a reader should see how far it is.

    Raises as ``store`` does.
    """
    path, articles = folder(), source()
    return store() if articles is None or is_ready([articles], path) else None
