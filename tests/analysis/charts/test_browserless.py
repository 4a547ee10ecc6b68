"""The engine without a browser: shared by threads, usable after a failure, and limited in time and memory."""

import asyncio
import html
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import pytest

from analysis.charts import browserless, fonts
from analysis.charts.chart import blank, note
from analysis.charts.engine import ImageError
from analysis.charts.theme import LIGHT

FOREVER = "globalThis.svgOf = () => { for (;;); }"


def figure(text: str = "钉") -> go.Figure:
    made = blank(LIGHT, 60)
    made.add_annotation(note(fonts.markup(text), 0, 0.5, LIGHT))
    return made


@pytest.fixture(scope="module")
def engine() -> Iterator[browserless.Browserless]:
    made = browserless.Browserless()
    yield made
    made.stop()


def test_every_computer_has_it():
    assert browserless.engine() is not None


@pytest.mark.parametrize("text", ["钉钉 & <微信>", '"3.0"', "𠮷", "a\u2009b"])
def test_text_is_drawn_as_it_stands(engine: browserless.Browserless, text: str):
    drawn = engine(figure(text), 120, 60)
    assert drawn.startswith("<svg")
    assert text in html.unescape(drawn)


def test_lines_words_and_numbers_of_an_axis(engine: browserless.Browserless):
    made = blank(LIGHT, 200, left=60, bottom=30)
    made.update_layout(yaxis={"tickvals": [0, 1], "ticktext": ["企业微信", "钉钉"]})
    made.add_bar(x=np.array([30, 12]), y=np.array([0, 1]), orientation="h", text=["三十", "十二"])
    drawn = engine(made, 300, 200)
    assert all(word in drawn for word in ("企业微信", "钉钉", "三十", "十二"))
    assert drawn.count('class="point"') == 2


def test_figures_are_drawn_while_an_event_loop_is_running(engine: browserless.Browserless):
    async def drawn() -> str:
        return engine(figure(), 120, 60)

    engine.stop()
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert thread.submit(asyncio.run, drawn()).result().startswith("<svg")


def test_threads_draw_at_the_same_time(engine: browserless.Browserless):
    drawn: list[str] = []
    threads = [threading.Thread(target=lambda: drawn.append(engine(figure(), 120, 60))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 6
    assert all("钉" in text for text in drawn)


def test_a_figure_that_cannot_be_drawn_is_an_image_error_and_the_next_one_works(
    engine: browserless.Browserless,
):
    broken = figure()
    object.__setattr__(broken, "to_json", lambda **_: '{"data": [{"type": "bar"}], "layout": {"xaxis": 3}}')
    with pytest.raises(ImageError, match="could not be drawn") as raised:
        engine(broken, 120, 60)
    assert raised.value.fault == "not_drawn"
    assert "<svg" in engine(figure(), 120, 60)


def test_a_figure_that_takes_too_long_is_given_up_and_the_next_one_works():
    engine = browserless.Browserless(seconds=0.2)
    engine._thread.submit(lambda: engine._start().eval(FOREVER)).result()
    with pytest.raises(ImageError, match="in time") as raised:
        engine(figure(), 120, 60)
    assert raised.value.fault == "too_slow"
    engine.seconds = browserless.SECONDS
    assert "钉" in engine(figure(), 120, 60)
    engine.stop()


def test_figures_leave_nothing_behind(engine: browserless.Browserless):
    def left() -> tuple[int, int]:
        for _ in range(100):
            engine(figure(), 120, 60)
        engine._script.low_memory_notification()
        elements = engine._script.eval("document.querySelectorAll('*').length")
        return elements, engine._script.heap_stats()["used_heap_size"]

    (elements, size), (elements_after, size_after) = left(), left()
    assert elements_after == elements < 20
    assert size_after < 1.05 * size


def test_a_width_is_what_the_font_says():
    described = browserless._font()
    for character in "aW1.，钉“%":
        width = described["widths"].get(character, described["usual"])
        assert width == pytest.approx(fonts.width(character, 1), abs=0.01)


def test_its_document_is_beside_it():
    assert Path(browserless.__file__).with_name("document.js").is_file()


def test_python_ends_with_an_engine_in_use():
    code = (
        "from tests.analysis.charts.test_browserless import browserless, figure\n"
        "engine = browserless.engine()\nprint(engine(figure(), 120, 60)[:4])"
    )
    root = Path(browserless.__file__).parents[2]
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "<svg"
