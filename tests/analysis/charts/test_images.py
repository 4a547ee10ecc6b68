"""Images: the size asked for, the letters asked for, and no pixels where lines were meant."""

import re
from io import BytesIO

import numpy as np
import plotly.graph_objects as go
import pypdfium2
import pytest
from PIL import Image

from analysis.charts import fonts, images
from analysis.charts.chart import blank, note
from analysis.charts.theme import LIGHT

NO_GLYPH = "\U0010fffd"
WIDTH, HEIGHT = 120, 60


def saying(text: str) -> go.Figure:
    figure = blank(LIGHT, HEIGHT)
    figure.update_layout(width=WIDTH, xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(note(fonts.markup(text), 0, 0.5, LIGHT, xref="paper", yref="paper"))
    return figure


def slide() -> go.Figure:
    figure = saying("钉钉和企业微信")
    figure.update_layout(width=None, height=None)
    return figure


def pixels(image: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(image)).convert("L"))


def page(document: bytes, scale: float) -> np.ndarray:
    return np.asarray(pypdfium2.PdfDocument(document)[0].render(scale=scale).to_pil().convert("L"))


def png(text: str) -> np.ndarray:
    return pixels(images.png(saying(text), 4))


def pdf(text: str) -> np.ndarray:
    return page(images.pdf(saying(text), "题"), 4)


@pytest.mark.parametrize(("scale", "size"), [(1, (960, 540)), (2, (1920, 1080)), (4, (3840, 2160))])
def test_a_png_fills_a_slide_at_each_scale(scale: int, size: tuple[int, int]):
    assert scale in images.SCALES
    assert Image.open(BytesIO(images.png(slide(), scale))).size == size


def test_without_a_scale_it_fills_a_screen():
    assert Image.open(BytesIO(images.png(slide()))).size == (1920, 1080)


def test_a_figure_has_its_own_size_on_white():
    image = png("钉钉")
    assert image.shape == (4 * HEIGHT, 4 * WIDTH)
    assert image[0, 0] == 255


@pytest.mark.parametrize("drawn", [png, pdf])
def test_chinese_is_drawn_and_not_as_boxes(drawn):
    one, other, box = map(drawn, ("钉", "飞", NO_GLYPH))
    assert all((image < 128).sum() > 50 for image in (one, other, box))
    assert (one != other).any()
    assert (one != box).any()


@pytest.mark.parametrize("drawn", [png, pdf])
@pytest.mark.parametrize("text", "釘犇喆●→")
def test_rare_characters_are_drawn(drawn, text: str):
    assert (drawn(text) != drawn(NO_GLYPH)).any()


def test_a_page_shows_what_the_pixels_show():
    one, other = png("企业微信 3.0"), pdf("企业微信 3.0")
    assert one.shape == other.shape
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.95


def test_a_figure_is_the_same_whatever_its_scale():
    small, large = (pixels(images.png(saying("企业微信"), scale)) for scale in (2, 4))
    inked = [np.flatnonzero((image < 128).any(axis=0))[-1] / image.shape[1] for image in (small, large)]
    assert inked[0] == pytest.approx(inked[1], abs=0.01)


def test_text_is_as_wide_as_it_was_measured():
    image = pixels(images.png(saying("企业微信钉钉"), 10))
    inked = np.flatnonzero((image < 128).any(axis=0))
    assert (inked[-1] - inked[0]) / 10 == pytest.approx(fonts.width("企业微信钉钉"), abs=2)


def test_an_svg_carries_the_letters_it_uses():
    text = images.svg(saying("钉钉 & <微信>")).decode("utf-8")
    assert re.match(r'<svg [^>]*width="160" height="80" viewBox="0 0 120 60">', text)
    assert text.count("@font-face") == 1
    assert "<script" not in text
    assert len(text) < 30_000
    assert fonts.face(frozenset(" 钉&<微信>")) in text


def test_an_svg_is_as_large_as_a_slide():
    head = images.svg(slide())[:200].decode("utf-8")
    assert 'width="1280" height="720" viewBox="0 0 960 540"' in head


def test_a_page_is_a_slide_whose_letters_can_be_selected():
    document = pypdfium2.PdfDocument(images.pdf(slide(), "谁被提到最多"))
    assert len(document) == 1
    assert document[0].get_size() == (960, 540)
    assert document[0].get_textpage().get_text_range() == "钉钉和企业微信"


def test_a_page_embeds_its_font_and_holds_no_picture():
    document = images.pdf(slide(), "题")
    assert re.search(rb"/FontFile3\b", document)
    assert b"NotoSansSC" in document
    assert b"/Subtype/Image" not in document.replace(b" ", b"")
    assert len(document) < 40_000


@pytest.mark.parametrize("title", ["谁被提到最多", '#panic("no") "quoted" \\ $x$', ""])
def test_a_title_is_never_read_as_markup(title: str):
    document = pypdfium2.PdfDocument(images.pdf(slide(), title))
    assert document.get_metadata_dict()["Title"] == title


def test_the_same_figure_gives_the_same_page():
    assert images.pdf(slide(), "题") == images.pdf(slide(), "题")
