from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.document import Article
from analysis.reading.markup import Markup, Shown

MARKUP = Markup.load(lexicon.FOLDER)


def shown(text: str, file: str = "a.txt") -> Shown:
    return MARKUP(Article("a", file, text, "utf-8", ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("钉钉<b>来</b>了", ["钉钉   来    了"]),
        ("企业<br>微信", ["企业", "微信"]),
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("1. <li></li>\n2. 审批\n3.\n• <b></b>", ["2. 审批", "3."]),
        ("Q&amp;A&nbsp;好", ["Q&    A      好"]),
        ("釘釘\r\n企業", ["钉钉", "企业"]),
        ("若 a<b 且 c>d,见[官网](https://a.cn)", ["若 a<b 且 c>d,见 官网"]),
    ],
)
def test_markup_pasted_into_a_text(text: str, expected: list[str]) -> None:
    lines = [line.strip() for line in shown(text).text.splitlines() if line.strip()]
    assert lines == expected


def test_line_ends_of_a_page_are_spaces() -> None:
    page = shown("<table><tr><td>钉钉\n<td>两亿</tr>\n<tr><td>微信</tr></table>", "a.html")
    assert [line.split() for line in page.text.splitlines() if line.strip()] == [["钉钉", "两亿"], ["微信"]]


def test_a_page_that_holds_only_lines_keeps_them() -> None:
    assert shown("钉钉\n微信", "a.html").text == "钉钉\n微信"


def test_markdown_marks_count_in_markdown_only() -> None:
    assert shown("# 钉钉", "a.txt").text == "# 钉钉"
    assert shown("# 钉钉", "a.md").text == "  钉钉"
