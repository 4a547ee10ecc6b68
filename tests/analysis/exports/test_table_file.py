import csv
import io
import json

import openpyxl
import pytest

from analysis.exports.table_file import table_file
from analysis.schema import Problem, arrow_tables
from analysis.storage import store


@pytest.fixture
def problems():
    return arrow_tables.arrow_table(
        "problems", [Problem("=1+1.txt", "empty", None), Problem("钉钉.txt", "binary", "a,b")]
    )


def test_json_has_an_object_a_row_and_null_for_what_is_missing(problems):
    assert json.loads(table_file("problems", problems, "json")) == [
        {"path": "=1+1.txt", "reason": "empty", "detail": None},
        {"path": "钉钉.txt", "reason": "binary", "detail": "a,b"},
    ]


def test_json_keeps_lists(folder):
    (event,) = json.loads(table_file("events", store.read(folder, "events"), "json"))
    assert event["entities"] == ["企业微信", "钉钉"]


def test_csv_begins_with_a_byte_order_mark_and_has_no_formula(problems):
    data = table_file("problems", problems, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0] == "path,reason,detail"
    assert not lines[1].startswith("=")
    assert '"a,b"' in lines[2]


def test_xlsx_has_one_sheet_called_like_the_table_and_no_formula(problems):
    book = openpyxl.load_workbook(io.BytesIO(table_file("problems", problems, "xlsx")))
    (sheet,) = book.worksheets
    assert sheet.title == "problems"
    assert sheet["A2"].data_type == "s"
    assert "1+1.txt" in sheet["A2"].value


def test_whole_numbers_stay_whole_where_some_are_missing(folder):
    data = table_file("articles", store.read(folder, "articles"), "csv").decode("utf-8-sig")
    starts = [row["title_start"] for row in csv.DictReader(io.StringIO(data))]
    assert starts == ["0", "", ""]
