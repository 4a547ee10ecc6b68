"""Every kind of slide as LibreOffice draws it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path

import numpy as np
import pptx
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from analysis.charts import fonts
from analysis.slides.matrix_cells import MARKS

BLANK_MARGIN = 6
"""Width of the edge of a slide on which nothing is drawn, in points."""


@pytest.fixture(scope="module", params=["zh", "en"])
def deck(request, every_slide) -> bytes:
    return every_slide(request.param)


@pytest.fixture(scope="module")
def pages(deck: bytes, as_pdf: Callable[[bytes], Path]) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(as_pdf(deck)))


def bare(text: str) -> str:
    """A text without the spaces and line breaks that a program puts into it."""
    return re.sub(r"\s", "", text)


def ink(page: pypdfium2.PdfPage) -> np.ndarray:
    """Where something is drawn, a cell a point."""
    return np.asarray(page.render(scale=1).to_pil().convert("L")) < 250


def test_every_slide_is_drawn_and_none_is_empty(deck: bytes, pages):
    slides = pptx.Presentation(BytesIO(deck)).slides
    assert len(pages) == len(slides)
    assert [page.get_size() for page in pages] == [pytest.approx((960, 540), abs=0.5)] * len(pages)
    assert min(int(ink(page).sum()) for page in pages) > 1000


def test_nothing_reaches_the_edge_of_a_slide(pages):
    for place, page in enumerate(pages, start=1):
        drawn = ink(page)
        drawn[BLANK_MARGIN:-BLANK_MARGIN, BLANK_MARGIN:-BLANK_MARGIN] = False
        assert not drawn.any(), place


def test_titles_texts_and_names_can_be_read(deck: bytes, pages):
    for slide, page in zip(pptx.Presentation(BytesIO(deck)).slides, pages, strict=True):
        read = bare(page.get_textpage().get_text_range())
        for shape in slide.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                assert bare(shape.text_frame.text) in read
            if shape.has_chart:
                for name in shape.chart._chartSpace.xpath(".//c:cat//c:v/text()"):
                    hidden = shape.chart._chartSpace.xpath(".//c:catAx/c:tickLblPos/@val") == ["none"]
                    assert hidden or bare(name) in read
        assert bare(slide.shapes.title.text) in read


def test_our_font_has_every_character_but_one_mark(deck: bytes):
    with TTFont(fonts.path(), lazy=True) as font:
        known = font.getBestCmap()
    with zipfile.ZipFile(BytesIO(deck)) as parts:
        drawn = [name for name in parts.namelist() if re.match(r"ppt/(slides|charts)/\w+\.xml", name)]
        texts = [re.findall(r"<(?:a:t|c:v)>([^<]*)<", parts.read(name).decode("utf-8")) for name in drawn]
    used = {ord(character) for found in texts for text in found for character in unescape(text)}
    assert used - set(known) <= {ord(MARKS["planned"])}
