import pandas as pd
import pytest

from analysis.charts.matrix_bands import Band, Cell, Row, bands_of, cells_of

CELLS = [
    Cell("meeting", "talk", "钉钉", "has", 12, "2019-04"),
    Cell("meeting", "talk", "企业微信", "not_mentioned", 0, None),
    Cell("chat", "talk", "钉钉", "has", 1, None),
    Cell("飞机票", None, "钉钉", "contested", 1200, None),
]


def test_a_frame_is_its_cells_in_order_and_what_is_missing_is_none():
    frame = pd.DataFrame(CELLS).assign(latest_status="has", articles=1)
    assert cells_of(frame) == CELLS
    assert cells_of(frame.iloc[:0]) == []


def test_what_is_missing_is_none_in_columns_of_text_too():
    frame = pd.DataFrame(CELLS, dtype="str").astype({"evidence": int})
    assert cells_of(frame) == CELLS


def test_cells_stand_by_category_and_feature():
    assert bands_of(CELLS) == [
        Band("talk", [Row("meeting", CELLS[:2]), Row("chat", CELLS[2:3])]),
        Band(None, [Row("飞机票", CELLS[3:])]),
    ]
    assert bands_of([]) == []


@pytest.mark.parametrize(("dated", "year"), [("2019-04", "2019"), ("2020", "2020"), (None, "")])
def test_a_cell_has_the_year_of_its_newest_quote(dated: str | None, year: str):
    assert CELLS[0]._replace(last_as_of=dated).year == year


@pytest.mark.parametrize(
    ("statuses", "differs"),
    [
        (["has", "lacks"], True),
        (["has", "has"], False),
        (["has", "not_mentioned"], False),
        (["planned", "not_mentioned", "has"], True),
    ],
)
def test_products_differ_where_both_are_spoken_of(statuses: list, differs: bool):
    assert Row("meeting", [CELLS[0]._replace(status=each) for each in statuses]).differs == differs
