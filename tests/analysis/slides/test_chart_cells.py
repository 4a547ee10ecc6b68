from io import BytesIO

import openpyxl
import pytest

from analysis.slides.chart_cells import DAY, cells, workbook


def sheet(content: bytes):
    return openpyxl.load_workbook(BytesIO(content)).active


def test_numbers_are_numbers_and_gaps_are_empty():
    rows = list(sheet(workbook([[None, "次数"], ["钉钉", 30], ["飞书", None]])).iter_rows(values_only=True))
    assert rows == [(None, "次数"), ("钉钉", 30), ("飞书", None)]


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://a","b")', "@SUM(A1)", "http://example.org", "{=1}"]
)
def test_no_text_runs(text: str):
    cell = sheet(workbook([[text]]))["A1"]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text, None)


def test_what_xml_forbids_is_left_out():
    assert sheet(workbook([["钉\x0b钉\x00"]]))["A1"].value == "钉钉"


def test_a_column_of_days_shows_days():
    assert sheet(workbook([["x"], [43831]], {0: DAY}))["A2"].is_date


@pytest.mark.parametrize(
    ("place", "expected"),
    [((0, 1, 5), "Sheet1!$A$2:$A$6"), ((1, 0), "Sheet1!$B$1"), ((27, 3, 3), "Sheet1!$AB$4")],
)
def test_references(place, expected):
    assert cells(*place) == expected
