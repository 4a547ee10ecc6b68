"""What every test may ask for: the seed articles and a store built from them, once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from analysis.store import Store

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def store_path(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store built from the seed articles."""
    from analysis.build import build

    path = tmp_path_factory.mktemp("seeds") / "store"
    build([seeds], path)
    return path


@pytest.fixture(scope="session")
def store(store_path: Path) -> Store:
    """The store built from the seed articles, opened."""
    from analysis.store import Store

    return Store(store_path)
