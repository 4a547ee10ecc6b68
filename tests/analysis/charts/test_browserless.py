"""The engine without a browser: renewed before it grows, and usable after a failure."""

import threading

import plotly.graph_objects as go
import pytest

from analysis.charts import browserless
from analysis.charts.chart import blank, note
from analysis.charts.engine import ImageError
from analysis.charts.theme import LIGHT

pytestmark = pytest.mark.skipif(browserless.engine() is None, reason="its package is not installed here")


def figure() -> go.Figure:
    made = blank(LIGHT, 60)
    made.add_annotation(note("钉", 0, 0.5, LIGHT))
    return made


def test_threads_draw_at_the_same_time():
    engine = browserless.Browserless()
    drawn: list[str] = []
    threads = [threading.Thread(target=lambda: drawn.append(engine(figure(), 120, 60))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 6
    assert all("钉" in text for text in drawn)


def test_an_engine_is_renewed_before_it_grows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(browserless, "FIGURES_PER_ENGINE", 2)
    engine = browserless.Browserless()
    threads = []
    for _ in range(4):
        engine(figure(), 120, 60)
        threads.append(engine._thread)
    assert [thread is threads[0] for thread in threads] == [True, True, False, False]


def test_a_figure_that_cannot_be_drawn_is_an_image_error_and_the_next_one_works():
    engine = browserless.Browserless()
    broken = figure()
    object.__setattr__(
        broken, "to_dict", lambda: {"data": [{"type": "bar", "x": {}}], "layout": {"xaxis": 3}}
    )
    with pytest.raises(ImageError, match="could not be drawn") as raised:
        engine(broken, 120, 60)
    assert raised.value.fault == "not_drawn"
    assert "<svg" in engine(figure(), 120, 60)
