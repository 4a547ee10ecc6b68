"""Spreadsheets: what is written is what is read back, and nothing of it is a formula."""

from io import BytesIO

import numpy as np
import openpyxl
import pandas as pd
import pytest

from analysis.spreadsheets import MOST_CHARACTERS, csv_bytes, xlsx_bytes

FRAME = pd.DataFrame(
    {
        "产品": ["钉钉", "企业微信"],
        "次数": [3, 5],
        "占比": [0.375, None],
        "别名": [["釘釘", "DingTalk"], []],
        "推断": [True, False],
        "日期": [pd.Timestamp("2019-12-23"), pd.NaT],
    }
)


def read_back(data: bytes, sheet: str) -> list[list[object]]:
    rows = openpyxl.load_workbook(BytesIO(data))[sheet].iter_rows(values_only=True)
    return [list(row) for row in rows]


def test_xlsx_holds_the_frame():
    assert read_back(xlsx_bytes({"提及": FRAME}), "提及") == [
        list(FRAME.columns),
        ["钉钉", 3, 0.375, "釘釘、DingTalk", True, "2019-12-23"],
        ["企业微信", 5, None, None, False, None],
    ]


def test_csv_is_utf8_with_a_mark_and_reads_back():
    data = csv_bytes(FRAME)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(pd.read_csv(BytesIO(data))["产品"]) == ["钉钉", "企业微信"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-5%以下", "@钉钉", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text: str):
    frame = pd.DataFrame({"原文": [text]})
    cell = openpyxl.load_workbook(BytesIO(xlsx_bytes({"表": frame})))["表"]["A2"]
    assert cell.data_type == "s"
    assert csv_bytes(frame).decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"').startswith("'")


def test_negative_numbers_stay_numbers():
    assert csv_bytes(pd.DataFrame({"变化": [-5]})).decode("utf-8-sig") == "变化\r\n-5\r\n"


def test_arrays_and_long_texts():
    frame = pd.DataFrame({"产品": [np.array(["钉钉", "飞书"], dtype=object)], "原文": ["字" * 40_000]})
    row = read_back(xlsx_bytes({"表": frame}), "表")[1]
    assert row[0] == "钉钉、飞书"
    assert len(row[1]) == MOST_CHARACTERS
    assert row[1].endswith("…")


def test_an_empty_frame_has_its_headings():
    empty = FRAME.head(0)
    assert read_back(xlsx_bytes({"提及": empty}), "提及") == [list(FRAME.columns)]
    assert csv_bytes(empty).decode("utf-8-sig").strip() == ",".join(FRAME.columns)
