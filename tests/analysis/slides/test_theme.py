from io import BytesIO

import pptx
import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE

from analysis.charts.theme import LIGHT
from analysis.slides import theme


@pytest.fixture(scope="module")
def deck():
    return pptx.Presentation(BytesIO(theme.default()))


def test_it_is_as_wide_as_a_slide_is_today_and_has_no_slides(deck):
    assert (deck.slide_width.pt, deck.slide_height.pt) == (960, 540)
    assert len(deck.slides) == 0
    assert [layout._element.get("type") for layout in deck.slide_layouts] == list(theme.LAYOUTS)


def test_everything_stands_on_the_slide(deck):
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            assert 0 <= shape.left.pt <= shape.left.pt + shape.width.pt <= 960
            assert 0 <= shape.top.pt <= shape.top.pt + shape.height.pt <= 540


def test_the_theme_has_our_colours_and_fonts(deck):
    xml = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode("utf-8")
    for place, colour in enumerate(LIGHT.families.values(), start=1):
        assert f'<a:accent{place}><a:srgbClr val="{colour[1:]}"/></a:accent{place}>' in xml
    assert xml.count(f'<a:latin typeface="{theme.LATIN}"/><a:ea typeface="{theme.EAST_ASIAN}"/>') == 2


def test_sizes_of_text_are_at_least_14_points(deck):
    styles = deck.slide_master._element.find("{*}txStyles")
    levels = [each for name in ("title", "body") for each in styles.find(f"{{*}}{name}Style")]
    sizes = [int(each.find("{*}defRPr").get("sz")) for each in levels if each.tag.endswith("pPr")]
    assert min(sizes) >= 1400
    assert sizes[0] == 2600


def test_a_theme_that_has_a_chinese_face_keeps_it():
    own = '<a:latin typeface="Georgia"/><a:ea typeface="KaiTi"/>'
    assert theme.with_east_asian(own) == own
    assert theme.with_east_asian('<a:ea typeface=""/>') == f'<a:ea typeface="{theme.EAST_ASIAN}"/>'
