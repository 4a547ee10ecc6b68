"""A dashboard without a browser, on the store of the seed articles."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.exhibits.deck import Deck

ROOT = Path(__file__).parents[2]


@pytest.fixture
def open_page(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page by its name: ``open_page("products", lang="en", articles=["a", "b"])``."""
    monkeypatch.setenv("DUIDU_STORE", str(store_path))
    monkeypatch.delenv("DUIDU_SOURCE", raising=False)

    def run(name: str = "overview", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        if name != "overview":
            app.switch_page(f"pages/{name}.py")
        return app.run()

    return run


@pytest.fixture
def open_deck(open_page: Callable[..., AppTest]) -> Callable[..., AppTest]:
    """The page of a deck: ``open_deck(deck, lang="en")``."""

    def run(deck: Deck, **query: str) -> AppTest:
        app = open_page("deck", **query)
        app.session_state["deck.now"] = deck
        return app.run()

    return run


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    """What the main part of a page says, without its markup: ``words(app)``."""

    def read(app: AppTest) -> str:
        bodies = [each.proto.body for each in (*app.main.get("html"), *app.warning, *app.error)]
        return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>|\\", "", "\n".join(bodies), flags=re.DOTALL))

    return read
