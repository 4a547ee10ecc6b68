import pytest

from analysis.charts.status_marks import circle, inside
from analysis.charts.theme import LIGHT

COLOUR = "#123456"


@pytest.mark.parametrize(
    ("status", "fill", "parts"),
    [
        ("has", COLOUR, 0),
        ("lacks", LIGHT.background, 1),
        ("planned", LIGHT.background, 1),
        ("contested", LIGHT.background, 1),
        ("not_mentioned", LIGHT.faint, 0),
    ],
)
def test_each_status_is_told_apart_without_colour(status: str, fill: str, parts: int):
    assert circle(status, COLOUR, LIGHT).fill == fill
    assert len(inside(status, 1, 2, COLOUR)) == parts


def test_what_is_inside_stands_where_the_circle_does():
    shapes = [inside(status, 3, 4, COLOUR)[0] for status in ("lacks", "planned", "contested")]
    assert [(shape["xanchor"], shape["yanchor"]) for shape in shapes] == [(3, 4)] * 3
    assert len({shape["path"] for shape in shapes}) == 3


def test_what_is_not_mentioned_is_a_small_dot():
    assert circle("not_mentioned", COLOUR, LIGHT).size < circle("has", COLOUR, LIGHT).size / 2
