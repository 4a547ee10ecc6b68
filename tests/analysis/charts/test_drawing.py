"""Which engine draws: the browserless one, else a browser, else none; all sessions share it."""

import html
import sys
import threading
from collections.abc import Iterator

import pytest

from analysis.charts import browserless, chrome, drawing, fonts
from analysis.charts.chart import blank, note
from analysis.charts.engine import ImageError
from analysis.charts.theme import LIGHT


@pytest.fixture(autouse=True)
def chosen_anew() -> Iterator[None]:
    drawing._chosen.cache_clear()
    yield
    drawing._chosen.cache_clear()


def test_the_browserless_engine_comes_first(monkeypatch: pytest.MonkeyPatch):
    made = browserless.Browserless()
    monkeypatch.setattr(browserless, "engine", lambda: made)
    monkeypatch.setattr(chrome, "engine", lambda: pytest.fail("not asked"))
    assert drawing.engine() == "built_in"


def test_a_browser_comes_second(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(browserless, "engine", lambda: None)
    monkeypatch.setattr(chrome, "engine", chrome.Chrome)
    assert drawing.engine() == "chrome"


def test_without_any_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    for module in (browserless, chrome):
        monkeypatch.setattr(module, "engine", lambda: None)
    assert drawing.engine() is None
    with pytest.raises(ImageError, match="Google Chrome, Microsoft Edge or Chromium") as raised:
        drawing.drawn(blank(LIGHT, 60), 120, 60)
    assert raised.value.fault == "no_engine"


def test_sessions_share_one_engine(monkeypatch: pytest.MonkeyPatch):
    made: list[browserless.Browserless] = []

    def make() -> browserless.Browserless:
        made.append(browserless.Browserless())
        return made[-1]

    monkeypatch.setattr(browserless, "engine", make)
    threads = [threading.Thread(target=drawing.engine) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


@pytest.mark.skipif(browserless.engine() is None, reason="the browserless engine has no package here")
def test_both_engines_draw_the_same(browser_engine: chrome.Chrome):
    figure = blank(LIGHT, 60)
    figure.update_layout(xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(note(fonts.markup("企业微信 <3.0>"), 0.2, 0.5, LIGHT))
    figure.add_bar(x=[1, 2, 3], y=[3, 1, 2])
    texts = [made(figure, 300, 120) for made in (browserless.engine(), browser_engine)]
    assert all("企业微信 <3.0>" in html.unescape(text) for text in texts)
    assert texts[0].count("<path") == texts[1].count("<path")


def test_a_computer_without_the_package_has_no_browserless_engine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "mirage", None)
    assert browserless.engine.__wrapped__() is None
