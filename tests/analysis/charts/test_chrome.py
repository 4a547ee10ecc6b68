"""The browser as an engine: kept, replaced when it dies, given up when it hangs."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from analysis.charts import chrome, fonts
from analysis.charts.chart import blank, note
from analysis.charts.engine import ImageError
from analysis.charts.theme import LIGHT


def figure() -> go.Figure:
    made = blank(LIGHT, 60)
    made.add_annotation(note("钉", 0, 0.5, LIGHT))
    return made


def draw(engine: chrome.Chrome) -> str:
    return engine(figure(), 120, 60)


def processes(engine: chrome.Chrome) -> list[int]:
    """Of the browser: the one that is started, and those that it starts."""
    leader = engine._browser.process
    listed = subprocess.run(["pgrep", "-g", str(leader)], capture_output=True, check=True, text=True).stdout
    return [int(line) for line in listed.split()]


def sent(engine: chrome.Chrome, signal_number: int) -> None:
    for process in processes(engine):
        os.kill(process, signal_number)


def test_it_draws_chinese_and_stays(browser_engine: chrome.Chrome):
    assert "钉" in draw(browser_engine)
    process = browser_engine._browser.process
    assert "钉" in draw(browser_engine)
    assert browser_engine._browser.process == process


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("killed", [lambda found: found[:1], lambda found: found[1:]])
def test_a_browser_that_has_died_is_replaced(browser_engine: chrome.Chrome, killed: Callable):
    draw(browser_engine)
    before = processes(browser_engine)
    for process in killed(before):
        os.kill(process, signal.SIGKILL)
    assert "钉" in draw(browser_engine)
    assert browser_engine._browser.process != before[0]


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_browser_that_dies_while_it_draws_is_replaced(browser_engine: chrome.Chrome):
    draw(browser_engine)
    before = browser_engine._browser.process
    sent(browser_engine, signal.SIGSTOP)
    killing = threading.Timer(0.3, lambda: sent(browser_engine, signal.SIGKILL))
    killing.start()
    assert "钉" in draw(browser_engine)
    killing.join()
    assert browser_engine._browser.process != before


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_browser_that_hangs_is_given_up_and_the_next_figure_drawn(browser_engine: chrome.Chrome):
    draw(browser_engine)
    stuck = processes(browser_engine)
    sent(browser_engine, signal.SIGSTOP)
    browser_engine.seconds = 1
    with pytest.raises(ImageError, match="not drawn in time") as raised:
        draw(browser_engine)
    assert raised.value.fault == "too_slow"
    assert all(gone(process) for process in stuck)
    browser_engine.seconds = chrome.SECONDS
    assert "钉" in draw(browser_engine)


def test_a_figure_that_cannot_be_drawn_leaves_the_browser(browser_engine: chrome.Chrome):
    draw(browser_engine)
    process = browser_engine._browser.process
    broken = figure()
    object.__setattr__(
        broken, "to_dict", lambda: {"data": [{"type": "bar", "x": {}}], "layout": {"xaxis": 3}}
    )
    with pytest.raises(ImageError, match="could not be drawn"):
        browser_engine(broken, 120, 60)
    assert browser_engine._browser.process == process


def test_figures_of_several_threads_are_all_drawn(browser_engine: chrome.Chrome):
    drawn: list[str] = []
    threads = [threading.Thread(target=lambda: drawn.append(draw(browser_engine))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 6
    assert all("钉" in text for text in drawn)


def test_a_program_that_is_no_browser_is_an_image_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chrome, "SECONDS_TO_START", 5.0)
    monkeypatch.setattr(chrome.Chromium, "find_browser", lambda **_: "/bin/false")
    engine = chrome.Chrome()
    with pytest.raises(ImageError) as raised:
        draw(engine)
    assert raised.value.fault == "not_drawn"


def test_without_a_browser_there_is_no_engine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chrome.Chromium, "find_browser", lambda **_: None)
    assert chrome.engine.__wrapped__() is None


def test_nothing_is_fetched_from_elsewhere(browser_engine: chrome.Chrome):
    draw(browser_engine)
    page = browser_engine._browser._kaleido._html_tmp_dir.path / "index.html"
    assert re.findall(r'src="(\w+):', page.read_text(encoding="utf-8")) == ["file", "file"]


def test_the_browser_is_told_of_our_font_only():
    conf = chrome._fonts_conf().read_text(encoding="utf-8")
    assert re.findall("<dir>(.*?)</dir>", conf) == [str(fonts.path().parent)]


def gone(process: int) -> bool:
    """Whether a process has ended, be it that nobody has asked for its result yet."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, check=False, text=True
    )
    return not listed.stdout.strip() or listed.stdout.strip().startswith("Z")
