import re
import sys
import threading
from io import BytesIO

import numpy as np
import plotly.graph_objects as go
import pytest
from PIL import Image

from analysis.charts import fonts, images
from analysis.charts.chart import blank, note
from analysis.charts.theme import LIGHT

NO_GLYPH = "\U0010fffd"


def saying(text: str) -> go.Figure:
    figure = blank(LIGHT, 60)
    figure.update_layout(width=120, xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(note(fonts.markup(text), 0, 0.5, LIGHT, xref="paper", yref="paper"))
    return figure


def pixels(image: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(image)).convert("L"))


def test_a_png_has_the_size_asked_for_and_is_on_white():
    image = pixels(images.png(saying("钉钉"), 480, 240))
    assert image.shape == (240, 480)
    assert image[0, 0] == 255


def test_without_a_size_it_fills_a_slide():
    assert Image.open(BytesIO(images.png(saying("钉")))).size == (1920, 1080)


def test_chinese_is_drawn_and_not_as_boxes():
    one, other, box = (pixels(images.png(saying(text), 480, 240)) for text in ("钉", "飞", NO_GLYPH))
    assert all((image < 128).sum() > 50 for image in (one, other, box))
    assert (one != other).any()
    assert (one != box).any()


def test_rare_characters_are_drawn():
    box = pixels(images.png(saying(NO_GLYPH), 480, 240))
    assert all((pixels(images.png(saying(text), 480, 240)) != box).any() for text in "釘犇喆●→")


def test_a_figure_is_the_same_whatever_its_scale():
    small, large = (pixels(images.png(saying("企业微信"), 120 * by, 60 * by)) for by in (2, 4))
    inked = [np.flatnonzero((image < 128).any(axis=0))[-1] / image.shape[1] for image in (small, large)]
    assert inked[0] == pytest.approx(inked[1], abs=0.01)


def test_an_svg_carries_the_letters_it_uses():
    text = images.svg(saying("钉钉 & <微信>"), 480, 240).decode("utf-8")
    assert re.match(r'<svg [^>]*width="480" height="240" viewBox="0 0 120 60">', text)
    assert text.count("@font-face") == 1
    assert "<script" not in text
    assert len(text) < 30_000
    assert fonts.face(frozenset(" 钉&<微信>")) in text


def test_text_is_as_wide_as_it_was_measured():
    image = pixels(images.png(saying("企业微信钉钉"), 1200, 600))
    inked = np.flatnonzero((image < 128).any(axis=0))
    assert (inked[-1] - inked[0]) / 10 == pytest.approx(fonts.width("企业微信钉钉"), abs=2)


def test_threads_draw_at_the_same_time():
    drawn: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: drawn.append(images.png(saying("钉"), 120, 60))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(drawn)) == 1
    assert len(drawn) == 6


def test_an_engine_is_renewed_before_it_grows(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(images, "FIGURES_PER_ENGINE", 2)
    engine = images._BrowserlessEngine()
    threads = []
    for _ in range(4):
        engine(saying("钉"), 120, 60)
        threads.append(engine._thread)
    assert [thread is threads[0] for thread in threads] == [True, True, False, False]


def test_a_figure_that_cannot_be_drawn_is_an_image_error_and_the_next_one_works():
    engine = images._BrowserlessEngine()
    broken = saying("钉")
    object.__setattr__(
        broken, "to_dict", lambda: {"data": [{"type": "bar", "x": {}}], "layout": {"xaxis": 3}}
    )
    with pytest.raises(images.ImageError, match="could not be drawn"):
        engine(broken, 120, 60)
    assert "<svg" in engine(saying("钉"), 120, 60)


def test_without_any_engine_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    images._engine.cache_clear()
    monkeypatch.setitem(sys.modules, "mirage", None)
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(images.ImageError, match="plotly-mirage"):
        images.png(saying("钉"))
    images._engine.cache_clear()


def test_the_browser_is_told_of_our_font_only():
    conf = images._fonts_conf().read_text(encoding="utf-8")
    assert re.findall("<dir>(.*?)</dir>", conf) == [str(fonts.path().parent)]
