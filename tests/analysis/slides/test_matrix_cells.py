import pytest

from analysis.charts.matrix_bands import Cell
from analysis.slides.matrix_cells import key, runs, width_of_numbers
from analysis.strings.labels import Labels

CELLS = [
    Cell("meeting", "talk", "钉钉", "has", 12, "2019-04"),
    Cell("meeting", "talk", "企业微信", "not_mentioned", 0, None),
    Cell("飞机票", None, "钉钉", "contested", 1200, None),
]


@pytest.mark.parametrize(
    ("cell", "said"), list(zip(CELLS, [["●", "12", "2019"], ["·"], ["◑", "1,200"]], strict=True))
)
def test_a_cell_says_its_mark_its_quotes_and_the_newest_year(cell: Cell, said: list[str]):
    assert "".join(run.text for run in runs(cell)).split() == said


def test_the_widest_numbers_tell_the_width():
    widths = [width_of_numbers([cell]) for cell in CELLS]
    assert width_of_numbers(CELLS) == max(widths) > min(widths)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_key_explains_what_is_drawn_and_nothing_else(language):
    labels = Labels(language)
    text = "".join(run.text for run in key({"contested", "has"}, labels))
    assert text.index(labels("status.has")) < text.index(labels("status.contested"))
    assert labels("status.lacks") not in text
