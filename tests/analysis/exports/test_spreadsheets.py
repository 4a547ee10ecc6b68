"""Spreadsheets: what is written is what is read back, and nothing of it is a formula."""

from io import BytesIO

import numpy as np
import openpyxl
import pandas as pd
import pytest
import xlsxwriter  # noqa: F401 - loaded here, so that no example has to wait for it
from hypothesis import given
from hypothesis import strategies as st

from analysis.exports import spreadsheets
from analysis.exports.spreadsheets import Link, csv_bytes, inside, parts, xlsx_bytes

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
HOSTILE = [
    "=1+1",
    "+86",
    "-5%以下",
    "@钉钉",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＠SUM(A1)",
    "=cmd|' /C calc'!A1",
    '=HYPERLINK("http://localhost","点我")',
]


def book(sheets: dict[str, pd.DataFrame]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(xlsx_bytes(sheets)))


def rows(sheets: dict[str, pd.DataFrame], sheet: str) -> list[list[object]]:
    return [list(row) for row in book(sheets)[sheet].iter_rows(values_only=True)]


def lines(frame: pd.DataFrame) -> list[str]:
    return csv_bytes(frame).decode("utf-8-sig").split("\r\n")


def test_xlsx_holds_the_frame():
    assert rows({"提及": FRAME}, "提及") == [
        list(FRAME.columns),
        ["钉钉", 3, 0.375, "釘釘、DingTalk", True, "2019-12-23"],
        ["企业微信", 5, None, None, False, None],
    ]


def test_csv_is_utf8_with_a_mark_and_reads_back():
    data = csv_bytes(FRAME)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(pd.read_csv(BytesIO(data))["产品"]) == ["钉钉", "企业微信"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_in_xlsx(text: str):
    cell = book({"表": pd.DataFrame({"原文": [text]})})["表"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == text.replace("\r", "_x000D_")  # as the format writes a carriage return


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_a_formula_in_csv(text: str):
    assert (
        csv_bytes(pd.DataFrame({"原文": [text]})).decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"')[0]
        == "'"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_heading_is_a_formula(text: str):
    frame = pd.DataFrame({text: ["钉钉"]})
    assert csv_bytes(frame).decode("utf-8-sig").lstrip('"')[0] == "'"
    assert book({"表": frame})["表"]["A1"].data_type == "s"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_list_is_a_formula(text: str):
    frame = pd.DataFrame({"别名": [[text, "钉钉"]]})
    assert csv_bytes(frame).decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"')[0] == "'"
    assert book({"表": frame})["表"]["A2"].data_type == "s"


def test_negative_numbers_stay_numbers():
    assert lines(pd.DataFrame({"变化": [-5]})) == ["变化", "-5", ""]
    assert rows({"表": pd.DataFrame({"变化": [-5]})}, "表")[1] == [-5]


def test_a_csv_cell_is_never_cut():
    assert len(lines(pd.DataFrame({"原文": ["字" * 40_000]}))[1]) == 40_000


@pytest.mark.parametrize("character", ["字", "𠮷", "a"])
def test_a_long_text_is_cut_and_says_how_much_is_missing(character: str):
    text = character * 1_000_000
    [cell] = rows({"表": pd.DataFrame({"原文": [text]})}, "表")[1]
    kept, said = cell.split("…")
    assert len(cell.encode("utf-16-le")) // 2 <= spreadsheets.MOST_CHARACTERS
    assert said == f"[+{len(text) - len(kept)}]"
    assert len(kept.encode("utf-16-le")) // 2 > spreadsheets.MOST_CHARACTERS - 20


def test_a_text_that_just_fits_is_not_cut():
    text = "字" * spreadsheets.MOST_CHARACTERS
    assert rows({"表": pd.DataFrame({"原文": [text]})}, "表")[1] == [text]


def test_arrays_large_and_endless_numbers():
    frame = pd.DataFrame(
        {"产品": [np.array(["钉钉", "飞书"], dtype=object)], "数": [12345678901234567], "比": [float("inf")]}
    )
    assert rows({"表": frame}, "表")[1] == ["钉钉、飞书", "12345678901234567", "inf"]


def test_an_empty_frame_has_its_headings():
    empty = FRAME.head(0)
    assert rows({"提及": empty}, "提及") == [list(FRAME.columns)]
    assert lines(empty) == [",".join(FRAME.columns), ""]


def test_columns_of_the_same_name_stay_two():
    frame = pd.DataFrame([["钉钉", "飞书"]], columns=["产品", "产品"])
    assert lines(frame) == ["产品,产品", "钉钉,飞书", ""]
    assert rows({"表": frame}, "表") == [["产品", "产品"], ["钉钉", "飞书"]]


def test_rows_beyond_a_sheet_go_to_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 2)
    frame = pd.DataFrame({"词": list("甲乙丙丁戊")})
    made = book({"用词": frame, "其他": frame.head(0)})
    assert made.sheetnames == ["用词", "用词 (2)", "用词 (3)", "其他"]
    written = [
        [row[0] for row in made[name].iter_rows(min_row=2, values_only=True)] for name in made.sheetnames
    ]
    assert written == [["甲", "乙"], ["丙", "丁"], ["戊"], []]


def test_a_sheet_of_excel_has_room_for_the_headings_too():
    assert spreadsheets.MOST_ROWS + 1 == 2**20


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("=1+1", "=1+1"),
        ("a[b]:c*d?e/f\\g", "a b  c d e f g"),
        ("'钉钉'", "钉钉"),
        ("", "–"),
        ("History", "History (2)"),
        ("字" * 40, "字" * 30 + "…"),
        ("𠮷" * 20, "𠮷" * 15 + "…"),
    ],
)
def test_a_name_that_excel_refuses_is_changed(name: str, made: str):
    assert list(parts({name: FRAME})) == [made]
    assert book({name: FRAME}).sheetnames == [made]


def test_names_that_become_the_same_are_told_apart():
    frames = dict.fromkeys(("Terms", "terms", "TERMS:", "字" * 32, "字" * 33), FRAME)
    assert list(parts(frames)) == ["Terms", "terms (2)", "TERMS (3)", "字" * 30 + "…", "字" * 26 + "… (2)"]


@given(st.lists(st.text(max_size=40), unique=True, max_size=4))
def test_any_names_make_a_workbook(names: list[str]):
    made = book({name: FRAME.head(1) for name in names} or {"表": FRAME})
    assert len(made.sheetnames) == max(1, len(names))


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_any_text_is_text(texts: list[str]):
    sheet = book({"表": pd.DataFrame({"原文": texts})})["表"]
    assert {sheet.cell(row, 1).data_type for row in range(2, len(texts) + 2)} <= {"s", "n", "inlineStr"}


def test_a_link_can_be_followed_and_is_its_address_in_csv():
    frame = pd.DataFrame({"原文": [Link("http://localhost/article?at=3&article=a", "=题")]})
    cell = book({"表": frame})["表"]["A2"]
    assert (cell.value, cell.data_type) == ("=题", "s")
    assert cell.hyperlink.target == "http://localhost/article?at=3&article=a"
    assert lines(frame)[1] == "http://localhost/article?at=3&article=a"


def test_a_link_inside_the_workbook():
    made = book({"目录": pd.DataFrame({"表": [inside("it's", "it's")]}), "it's": FRAME})
    assert made["目录"]["A2"].hyperlink.location == "'it''s'!A1"


def test_links_beyond_what_excel_takes_stand_as_addresses(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(spreadsheets, "MOST_LINKS", 1)
    monkeypatch.setattr(spreadsheets, "LONGEST_ADDRESS", 30)
    short, long = Link("http://localhost/a", "甲"), Link("http://localhost/" + "b" * 30, "乙")
    for links in ([short, short], [short, long]):
        sheet = book({"表": pd.DataFrame({"原文": links})})["表"]
        assert sheet["A2"].hyperlink.target == short.address
        assert sheet["A3"].hyperlink is None
        assert sheet["A3"].value == links[1].address
