import pytest
from pptx.oxml import parse_xml

from analysis.charts.placement import Box
from analysis.slides import chart_parts
from analysis.slides.axes import Axis
from analysis.slides.elements import Run


def values(element, *names: str) -> list[str | None]:
    return [found.get("val") for name in names for found in element.iter(f"{{*}}{name}")]


def test_the_plot_area_has_its_place_in_the_frame():
    xml = chart_parts.chart_space([], Box(60, 20, 100, 50), Box(40, 10, 200, 100), "zh")
    space = parse_xml(xml)
    assert values(space, "x", "y", "w", "h") == ["0.100000", "0.100000", "0.500000", "0.500000"]
    assert values(space, "layoutTarget") == ["inner"]


def test_a_frame_has_room_for_names_but_stays_near_its_area():
    inner = Box(100, 20, 200, 50)
    assert chart_parts.frame_around(inner, [], 6, 6) == Box(94, 14, 212, 62)
    named = chart_parts.frame_around(inner, ["一二三四五"], 6, 26)
    assert named.left < 100 - 5 * 14 - 14
    assert named.left + named.width == 306
    assert chart_parts.frame_around(inner, ["一" * 40], 6, 6).left == -chart_parts.OUTSIDE


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (Axis(0, 50), [None, "minMax", "50", "0"]),
        (Axis(7.5, -0.5), [None, "maxMin", "7.5", "-0.5"]),
        (Axis(100.0, 1e6, "log"), ["10", "minMax", "1000000.0", "100.0"]),
    ],
)
def test_an_axis_reaches_as_far_and_runs_the_same_way(axis: Axis, expected):
    made = chart_parts.scaling(axis)
    found = {child.tag.split("}")[1]: child.get("val") for child in made}
    assert [found.get(name) for name in ("logBase", "orientation", "max", "min")] == expected


def test_an_axis_of_years_is_one_of_dates_and_others_are_hidden():
    years = Axis(41641, 44198, "date", shown=True, grid="#E4E7EA", step=2)
    named = chart_parts.value_axis(years, (1, 2), "b", "zh", named=True)
    assert values(named, "delete", "majorUnit", "tickLblPos") == ["0", "730.5", "nextTo"]
    assert named.find("{*}numFmt").get("formatCode") == "yyyy"
    assert named.find("{*}majorGridlines") is not None
    hidden = chart_parts.value_axis(years, (1, 2), "b", "zh")
    assert values(hidden, "delete") == ["1"]
    assert hidden.find("{*}majorGridlines") is None


def test_empty_cells_are_left_out_of_the_cache():
    made = chart_parts.numbers("Sheet1!$A$2:$A$4", [1.0, None, 3.0])
    assert values(made, "ptCount") == ["3"]
    assert [point.get("idx") for point in made.iter("{*}pt")] == ["0", "2"]


def test_a_label_is_a_number_format_or_a_text():
    coded = chart_parts.label(2, "outEnd", "zh", code="0%")
    assert [part.tag.split("}")[1] for part in coded][:2] == ["idx", "numFmt"]
    written = chart_parts.label(0, "r", "zh", runs=[Run("超过", "#222222"), Run("2019", "#5B6570")])
    assert ["".join(text.text for text in part.iter("{*}t")) for part in written][1] == "超过2019"
