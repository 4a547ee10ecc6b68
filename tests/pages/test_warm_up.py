"""What is done before the first reader comes: the store is opened where nobody has to wait for it."""

import gc
from pathlib import Path

import pytest

from analysis.build import build
from pages._ui import corpus, warm_up


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a store, for a folder with one article beside it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("钉钉有7亿用户。", encoding="utf-8")
    monkeypatch.setenv("DUIDU_SOURCE", str(tmp_path / "articles"))
    monkeypatch.setenv("DUIDU_STORE", str(tmp_path / "store"))
    return tmp_path / "store"


def test_a_store_that_is_ready_is_opened(place: Path):
    build([place.parent / "articles"], place)
    warm_up.load()
    opened = corpus.opened()
    assert opened is not None
    assert list(opened.articles()["article"]) == ["a"]


def test_a_store_is_not_built_where_nobody_sees_how_far_it_is(place: Path):
    warm_up.load()
    assert not place.exists()
    assert corpus.opened() is None


def test_a_store_that_cannot_be_used_is_left_to_the_reader(place: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DUIDU_SOURCE", "")
    place.mkdir()
    warm_up.load()
    assert corpus.opened() is None


def test_the_garbage_collector_goes_on_afterwards(place: Path):
    warm_up.load()
    assert gc.isenabled()
    assert gc.get_freeze_count()
