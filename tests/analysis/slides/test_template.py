from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from analysis.slides import theme
from analysis.slides.chart_cells import workbook
from analysis.slides.template import FAULTS, FOOT, TemplateError, opened


@pytest.fixture
def template() -> Callable[..., bytes]:
    """python-pptx's default template with two slides, changed: ``template(change)``."""

    def make(change: Callable[[Any], None] = lambda deck: None) -> bytes:
        deck = pptx.Presentation()
        for layout in (deck.slide_layouts[0], deck.slide_layouts[5]):
            deck.slides.add_slide(layout).shapes.title.text = "旧的"
        change(deck)
        target = BytesIO()
        deck.save(target)
        return target.getvalue()

    return make


def test_without_a_template_it_is_our_own_look():
    made = opened(None)
    assert (made.content, made.number, made.title_size, made.top) == (theme.CONTENT, theme.NUMBER, 26, True)
    assert {name: layout._element.get("type") for name, layout in made.layouts.items()} == {
        "opening": "title",
        "text": "obj",
        "chart": "titleOnly",
    }


def test_a_template_loses_its_slides_and_keeps_its_look(template):
    made = opened(template())
    assert len(made.deck.slides) == 0
    assert (made.deck.slide_width.pt, made.title_size, made.top) == (720, 44, False)
    assert made.content.left == made.title.left
    foot = made.layouts["chart"].placeholders[-1].top.pt
    assert made.title.top + made.title.height < made.content.top + made.content.height < foot


def test_what_names_the_slides_of_a_template_goes_with_them(template):
    ids = '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>'
    namespace = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    section = (
        '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{namespace}"><p14:section name="一" id="{{0}}">{ids}</p14:section>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    made = opened(template(lambda deck: deck.part._element.append(parse_xml(section))))
    assert made.deck.part._element.xpath(".//*[local-name()='sectionLst']") == []


def test_themes_without_a_chinese_face_are_given_one_that_of_the_notes_too(template):
    deck = opened(template()).deck
    for master in (deck.slide_master, deck.notes_master):
        part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        assert f'<a:ea typeface="{theme.EAST_ASIAN}"/>' in part.blob.decode("utf-8")


def test_a_template_file_is_as_good_as_a_presentation(template):
    kind = b"presentationml.presentation.main+xml"
    target = BytesIO()
    with ZipFile(BytesIO(template())) as parts, ZipFile(target, "w") as made:
        for name in parts.namelist():
            made.writestr(name, parts.read(name).replace(kind, b"presentationml.template.main+xml"))
    assert len(opened(target.getvalue()).deck.slides) == 0


def no_title_only(deck: Any) -> None:
    """Every layout has a second placeholder or no title."""
    untyped(deck)
    for layout in deck.slide_layouts:
        if not any(each.placeholder_format.idx == 1 for each in layout.placeholders):
            title = layout.placeholders[0]._element
            title.getparent().remove(title)
    deck.slide_layouts[5]._element.cSld.set("name", "甲")


def untyped(deck: Any) -> None:
    for layout in deck.slide_layouts:
        layout._element.attrib.pop("type", None)


def renamed(name: str) -> Callable[[Any], None]:
    def change(deck: Any) -> None:
        untyped(deck)
        deck.slide_layouts[5]._element.cSld.set("name", name)

    return change


@pytest.mark.parametrize("name", ["仅标题", "Title Only", "Whatever"])
def test_a_layout_without_a_type_is_known_by_its_name_or_by_what_it_holds(template, name: str):
    assert opened(template(renamed(name))).layouts["chart"].name == name


def test_without_a_layout_for_text_all_stands_on_the_one_for_charts(template):
    made = opened(template(untyped))
    assert made.layouts["text"] == made.layouts["opening"] == made.layouts["chart"]


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04broken"])
def test_a_file_that_is_no_pptx_is_refused_with_the_remedy(content: bytes):
    with pytest.raises(TemplateError, match=r"choose a \.pptx or \.potx file") as caught:
        opened(content)
    assert caught.value.fault == "not_pptx"


def damaged(template: bytes) -> bytes:
    """A template with wrong bytes in a compressed part."""
    with ZipFile(BytesIO(template)) as parts:
        begin = parts.getinfo("ppt/presentation.xml").header_offset + 30 + len("ppt/presentation.xml")
    return template[:begin] + b"\xff" * 8 + template[begin + 8 :]


def under_a_password(template: bytes) -> bytes:
    """A template whose parts are marked as encrypted."""
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        marked = [each[: place - 4] + b"\x01" + each[place - 3 :] for each in template.split(signature)[1:]]
        template = template.partition(signature)[0] + b"".join(signature + each for each in marked)
    return template


@pytest.mark.parametrize("spoil", [damaged, under_a_password])
def test_a_file_that_cannot_be_read_to_its_end_is_refused_with_the_remedy(template, spoil):
    with pytest.raises(TemplateError) as caught:
        opened(spoil(template()))
    assert caught.value.fault == "not_pptx"


def without(*kinds: PP_PLACEHOLDER) -> Callable[[Any], None]:
    """A change that takes placeholders out of the master; those of the layouts then say no place."""

    def change(deck: Any) -> None:
        for shape in list(deck.slide_master.placeholders):
            if shape.placeholder_format.type in kinds:
                shape._element.getparent().remove(shape._element)

    return change


def test_a_foot_without_a_place_takes_no_room(template):
    made = opened(template(without(*FOOT)))
    assert made.content.top + made.content.height > 500


def test_a_title_without_a_place_is_none(template):
    with pytest.raises(TemplateError) as caught:
        opened(template(without(PP_PLACEHOLDER.TITLE)))
    assert caught.value.fault == "no_title_only"


def test_a_workbook_is_refused(template):
    with pytest.raises(TemplateError) as caught:
        opened(workbook([["a"]]))
    assert caught.value.fault in FAULTS


def test_a_template_without_a_layout_for_charts_is_refused_with_the_remedy(template):
    with pytest.raises(TemplateError, match="Title Only") as caught:
        opened(template(no_title_only))
    assert caught.value.fault == "no_title_only"
