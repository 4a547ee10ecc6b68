"""What every test may ask for: the seed articles and a store built from them, once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from analysis.storage.store import Store

ROOT = Path(__file__).parent.parent

settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def store_path(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store built from the seed articles."""
    from analysis.storage.build import build

    path = tmp_path_factory.mktemp("seeds") / "store"
    build([seeds], path)
    return path


@pytest.fixture(scope="session")
def store(store_path: Path) -> Store:
    """The store built from the seed articles, opened."""
    from analysis.storage.store import Store

    return Store(store_path)


@pytest.fixture(scope="session")
def many_path(store_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a store of sixty articles, ``a0000`` to ``a0059``: the seed articles in turn."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from analysis.storage import store
    from analysis.storage.store_writing import write
    from analysis.storage.totals import PER_ARTICLE, totals

    names = store.read(store_path, "articles")["article"].to_pylist()

    def copies(table: pa.Table) -> pa.Table:
        of = {name: table.filter(pc.equal(table["article"], name)) for name in names}
        every = []
        for number in range(60):
            rows = of[names[number % len(names)]]
            declared = rows.schema.field("article")
            renamed = pa.array([f"a{number:04d}"] * len(rows), declared.type)
            every.append(rows.set_column(rows.schema.get_field_index("article"), declared, renamed))
        return pa.concat_tables(every)

    path = tmp_path_factory.mktemp("many") / "store"
    whole = {name: store.read(store_path, name) for name in ("features", "problems")}
    repeated = {name: copies(store.read(store_path, name)) for name in PER_ARTICLE}
    write(path, whole | repeated | totals(repeated), {})
    return path


@pytest.fixture(scope="session")
def many(many_path: Path) -> Store:
    """The store of sixty articles, opened."""
    from analysis.storage.store import Store

    return Store(many_path)
