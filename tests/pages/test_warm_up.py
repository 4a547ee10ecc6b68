"""What is done before the first reader comes: the store is opened where nobody has to wait for it."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from analysis.charts.theme import LIGHT
from analysis.exhibits.overview import Shares
from analysis.exhibits.view import everything, narrowed
from analysis.frames.selection import Selection
from analysis.storage.build import build
from analysis.storage.store import Store
from pages._ui import corpus, warm_up
from pages._ui.articles import all_cards
from pages._ui.charts import chart_of
from pages._ui.strings import labels_in


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


def test_the_first_cards_and_the_first_chart_ask_the_store_nothing_more(
    place: Path, monkeypatch: pytest.MonkeyPatch
):
    build([place.parent / "articles"], place)
    warm_up.load()
    opened = corpus.opened()
    assert opened is not None
    monkeypatch.setattr(Store, "query", None)
    view = narrowed(everything(labels_in("zh"), LIGHT, opened), Selection((), ()))
    assert list(all_cards(view)["article"]) == ["a"]
    assert "钉钉" in chart_of(view, Shares()).title


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


def test_when_the_server_ends_nothing_is_kept_from_the_collector(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(warm_up, "load", gc.freeze)

    async def life() -> int:
        async with warm_up.warm_up(None):
            return gc.get_freeze_count()

    with ThreadPoolExecutor() as thread:  # tests in a browser leave a loop running in this one
        assert thread.submit(asyncio.run, life()).result()
    assert not gc.get_freeze_count()
