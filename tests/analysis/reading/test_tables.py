import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Article
from analysis.reading.cleaning import Cleaning
from analysis.reading.tables import tables

CLEANING = Cleaning.load(lexicon.FOLDER)
PIECES = ["<table>", "</table>", "<tr>", "</tr>", "<td>", '<td rowspan="2">', '<td colspan="3">', "</td>"]
PIECES += ["|", "│", "+--+", "　", "  ", "\t", "\n", "---", "| --- |", "甲", "乙 丙", " ", "，"]
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def grids(text: str, ending: str = "md") -> list[list[list[str | None]]]:
    """The words of every cell of every table."""
    document = CLEANING(Article("one", f"one.{ending}", text, "utf-8", "0")).document
    return [
        [[cell and document.body[cell.start : cell.end] for cell in row] for row in table.rows]
        for table in tables(document.text, document.body)
    ]


@pytest.mark.parametrize(
    ("text", "ending", "grid"),
    [
        ("|甲|乙|\n|---|:--:|\n|丙|丁|\n", "md", [["甲", "乙"], ["丙", "丁"]]),
        ("甲 | 乙\n--- | ---\n丙 | 丁\n", "txt", [["甲", "乙"], ["丙", "丁"]]),
        ("| 甲 | 乙 |\r\n| 丙 | 丁 |\r\n", "txt", [["甲", "乙"], ["丙", "丁"]]),
        ("甲\t乙\n丙\t丁\n", "txt", [["甲", "乙"], ["丙", "丁"]]),
        (
            "+----+----+\n| 甲 | 乙 |\n+====+====+\n| 丙 | 丁 |\n+----+----+\n",
            "txt",
            [["甲", "乙"], ["丙", "丁"]],
        ),
        ("│甲│乙│\n├──┼──┤\n│丙│丁│\n", "txt", [["甲", "乙"], ["丙", "丁"]]),
        ("甲  乙\n--  --\n丙    丁\n戊  己\n", "txt", [["甲", "乙"], ["丙", "丁"], ["戊", "己"]]),
        ("甲　　乙\n丙　丁\n戊　己\n", "txt", [["甲", "乙"], ["丙", "丁"], ["戊", "己"]]),
        (
            "      乙    丙\n丁    有    无\n戊    无    有\n",
            "txt",
            [[None, "乙", "丙"], ["丁", "有", "无"], ["戊", "无", "有"]],
        ),
        ("| 甲 | |\n|---|---|\n| | **丁** |\n", "md", [["甲", None], [None, "丁"]]),
        (
            "<table><tr><th>甲</th><th>乙</th></tr><tr><td><b>丙</b></td><td> 丁 </td></tr></table>",
            "html",
            [["甲", "乙"], ["丙", "丁"]],
        ),
        (
            "<table><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td colspan='2'>丁</table>",
            "html",
            [["甲", "乙"], ["甲", "丙"], ["丁", "丁"]],
        ),
        (
            '<table><tr><td>甲</td><td rowspan="2">乙</td></tr><tr><td>丙</td></tr></table>',
            "html",
            [["甲", "乙"], ["丙", "乙"]],
        ),
    ],
)
def test_reads_the_grid(text: str, ending: str, grid: list[list[str | None]]):
    assert grids(text, ending) == [grid]


@pytest.mark.parametrize(
    "text",
    [
        "登录 | 注册\n首页 | 新闻\n",
        "甲|乙\n",
        "甲  乙\n丙  丁\n",
        "甲  乙\n丙  丁\n戊  己  庚\n",
        "这一句话很长很长很长很长  ,\n丙  ,\n戊  己己己己己己己己己己己己己己己己己\n",
        "<table><tr><td>甲</td></tr></table>",
        "甲\n\n---\n\n乙\n",
    ],
)
def test_lines_with_a_bar_and_single_columns_are_no_tables(text: str):
    assert grids(text, "txt") == []


def test_an_outer_table_is_only_layout():
    text = "<table><tr><td><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table><td>戊<tr><td>己<td>庚</table>"
    assert grids(text, "html") == [[["甲", "乙"], ["丙", "丁"]]]


@given(ANY_TEXT)
def test_any_text_gives_cells_inside_it(text: str):
    for table in tables(text, text):
        start, end = table.span
        for cell in (cell for row in table.rows for cell in row if cell):
            assert 0 <= start <= cell.start < cell.end <= end <= len(text)
            assert text[cell.start : cell.end] == text[cell.start : cell.end].strip()
