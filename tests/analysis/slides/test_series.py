import pytest

from analysis.charts.theme import LIGHT
from analysis.slides.elements import Run
from analysis.slides.series import GAP, Mark, kept_off

TEXT = (Run("2亿"),)


@pytest.mark.parametrize(
    ("side", "expected"),
    [("r", (GAP, *TEXT)), ("l", (*TEXT, GAP)), ("b", TEXT), ("ctr", TEXT)],
)
def test_a_text_beside_a_mark_is_kept_off_it(side: str, expected: tuple[Run, ...]):
    assert kept_off(TEXT, side) == expected
    assert kept_off((), side) == ()


def test_a_mark_is_hollow_where_the_paper_shows():
    assert Mark("circle", 11, LIGHT.background, "#0072B2", 2).hollow
    assert not Mark("circle", 11, "#0072B2", "#0072B2", 2).hollow
