"""Views of stores: what exhibits are drawn from."""

import pytest

from analysis.charts.theme import LIGHT
from analysis.exhibits.view import View, everything
from analysis.storage.store import Store
from analysis.strings.labels import Labels


@pytest.fixture(scope="session")
def whole(store: Store) -> View:
    """Everything that the seed articles say, for a Chinese reader."""
    return everything(Labels("zh"), LIGHT, store)


@pytest.fixture(scope="session")
def few(small: Store) -> View:
    """Everything that the three articles made by hand say, for an English reader."""
    return everything(Labels("en"), LIGHT, small)


@pytest.fixture(scope="session")
def crowd(many: Store) -> View:
    """Everything that sixty articles say, for a Chinese reader: what the seed articles say, twelve times."""
    return everything(Labels("zh"), LIGHT, many)
