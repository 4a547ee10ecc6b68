import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml

from analysis.charts.theme import LIGHT
from analysis.slides import elements
from analysis.slides.elements import Run


def written(element) -> str:
    return serialize_part_xml(element).decode("utf-8")


@given(st.text(alphabet=st.characters()))
def test_any_text_can_be_written_and_read_back_without_what_xml_forbids(text: str):
    made = elements.containing("a:t", text)
    assert (parse_xml(serialize_part_xml(made)).text or "") == elements.plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钉钉\x00\x0b\x1f", "钉钉"),
        ("a\ufffe\ud800b", "ab"),
        ("𠀀\t\n", "𠀀\t\n"),
        ("有\u20093\u2009项", "有 3 项"),
    ],
)
def test_forbidden_characters_are_left_out(text: str, expected: str):
    assert elements.plain(text) == expected


def test_an_element_has_its_children_in_order_and_no_missing_ones():
    made = elements.element("c:ser", elements.setting("c:idx", 0), None, elements.setting("c:order", True))
    assert [child.tag.split("}")[1] for child in made] == ["idx", "order"]
    assert [child.get("val") for child in made] == ["0", "1"]


def test_greys_are_those_of_the_deck_and_products_keep_their_colours():
    assert 'val="tx1"' in written(elements.fill(LIGHT.text))
    assert 'val="bg1"' in written(elements.fill(LIGHT.background))
    assert 'srgbClr val="0072B2"' in written(elements.fill(LIGHT.families["dingtalk"]))
    assert "noFill" in written(elements.fill(None))


def test_a_run_names_all_three_fonts_and_its_language():
    look = elements.text_properties("a:rPr", Run("钉钉", "#0072B2", 14, bold=True), "en")
    faces = {child.tag.split("}")[1]: child.get("typeface") for child in look if child.get("typeface")}
    assert faces == {"latin": "+mn-lt", "ea": "+mn-ea", "cs": "+mn-cs"}
    assert (look.get("lang"), look.get("sz"), look.get("b")) == ("zh-CN", "1400", "1")
    assert elements.text_properties("a:rPr", Run("WeCom"), "en").get("lang") == "en-US"
    assert elements.text_properties("a:rPr", Run("WeCom"), "zh").get("lang") == "zh-CN"


def test_a_line_break_begins_a_paragraph_and_empty_runs_are_left_out():
    made = elements.paragraphs([Run("一\n二"), Run(""), Run("三")], "zh")
    assert ["".join(text.text for text in each.iter("{*}t")) for each in made] == ["一", "二三"]
    assert [len(each.findall("{*}r")) for each in made] == [1, 2]


def test_spacing_is_said_before_text():
    (made,) = elements.paragraphs([Run("一")], "zh", align="ctr", after=8)
    assert made[0].get("algn") == "ctr"
    assert 'spcPts val="800"' in written(made[0])
