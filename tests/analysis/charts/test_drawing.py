"""Which engine draws: the browserless one, else a browser, else none; all sessions share it."""

import html
import threading
from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from analysis.charts import browserless, chrome, drawing, fonts, images
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


def test_both_engines_draw_the_same(browser_engine: chrome.Chrome):
    figure = blank(LIGHT, 120, left=60, bottom=30)
    figure.update_layout(xaxis={"visible": False}, yaxis={"tickvals": [1, 3], "ticktext": ["一", "三"]})
    figure.add_annotation(note(fonts.markup("企业微信 <3.0>"), 0.2, 0.5, LIGHT))
    figure.add_bar(x=[1, 2, 3], y=[3, 1, 2], text=["甲", "乙", "丙"])
    figure.add_scatter(x=[1, 2], y=[1, 2], mode="markers+text", text=["丁", "戊"], marker={"size": 12})
    drawn = [made(figure, 300, 120) for made in (browserless.engine(), browser_engine)]
    assert all("企业微信 <3.0>" in html.unescape(text) for text in drawn)
    one, other = (np.asarray(Image.open(BytesIO(images.rasterized(text, 600, 240)))) for text in drawn)
    assert np.abs(one.astype(int) - other).max(axis=2).mean() < 1
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.99


def test_without_v8_there_is_no_browserless_engine(monkeypatch: pytest.MonkeyPatch):
    def missing() -> None:
        raise OSError("no library")

    monkeypatch.setattr(browserless, "MiniRacer", missing)
    assert browserless.engine.__wrapped__() is None
