from io import BytesIO

import pptx
from PIL import Image

from analysis.charts.chart import blank
from analysis.charts.placement import Box
from analysis.charts.theme import LIGHT
from analysis.slides.picture import SHARPNESS, add_picture


def test_a_figure_becomes_a_sharp_picture_with_a_text_in_its_place():
    figure = blank(LIGHT, 100)
    figure.add_pie(values=[2, 1], marker={"colors": ["#0072B2", "#009E73"]})
    deck = pptx.Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    add_picture(shapes, figure, Box(36, 100, 200, 150), "两部分")
    (picture,) = shapes
    image = Image.open(BytesIO(picture.image.blob))
    assert image.size == (200 * SHARPNESS, 150 * SHARPNESS)
    assert len(image.convert("RGB").getcolors(1 << 24) or []) > 2
    assert (picture.left.pt, picture.top.pt, picture.width.pt) == (36, 100, 200)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "两部分"
