from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.markdown import links, read_markdown
from analysis.reading.removal import blank, in_order

FIELDS = {"title": "title", "作者": "author", "date": "published"}


def left(text: str) -> str:
    cuts, _ = read_markdown(text, FIELDS)
    return " ".join(blank(text, in_order([*cuts, *links(text)])).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 钉钉\n## 功能 #\n正文", "钉钉 功能 # 正文"),
        ("**钉钉**和`文档`、~~旧版~~", "钉钉 和 文档 、 旧版"),
        ("- 考勤\n* 审批\n+ 会议\n1. 日程", "考勤 审批 会议 1. 日程"),
        ("> 引用\n>> 再引用", "引用 再引用"),
        ("甲\n\n---\n\n乙\n***\n丙", "甲 乙 丙"),
        ("| 产品 | 用户 |\n|:---|---:|\n| 钉钉 | 2亿 |", "| 产品 | 用户 | | 钉钉 | 2亿 |"),
        ("```python\nprint(1)\n```", "print(1)"),
        ("[1]: https://a.cn\n见[官网](https://a.cn '页')和[图](/b)。", "见[官网](https://a.cn '页')和 图 。"),
        ("![图](http://a.cn/1.png)\n钉钉", "钉钉"),
        ("[审批](功能)与[会议]", "[审批](功能)与[会议]"),
        ("3 - 4 = -1, snake_case_name, 2*3*4", "3 - 4 = -1, snake_case_name, 2*3*4"),
    ],
)
def test_what_is_left_of_markdown(text: str, expected: str) -> None:
    assert left(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "basis"),
    [
        ("---\ntitle: 钉钉\n---\n正文", "钉钉", "front matter"),
        ('---\ntitle: "钉钉"\n---\n# 钉钉\n正文', "钉钉", "heading"),
        ("---\ntitle: 钉钉\n---\n# 一、背景\n正文", "钉钉", "front matter"),
        ("# 钉钉 #\n正文", "钉钉", "heading"),
        ("正文\n## 小节", None, None),
    ],
)
def test_title(text: str, title: str | None, basis: str | None) -> None:
    _, facts = read_markdown(text, FIELDS)
    first = next((fact for fact in facts if fact.field == "title"), None)
    assert (first and first.value, first and first.basis) == (title, basis)
    assert first is None or text[first.span.start : first.span.end] == title


def test_front_matter_is_read_and_goes_except_for_the_title() -> None:
    text = "---\r\ntitle: 钉钉\r\n作者: '王五'\r\ndate: 2020-02-03\r\ntags: [a]\r\n---\r\n正文"
    cuts, facts = read_markdown(text, FIELDS)
    assert blank(text, in_order(cuts)).split() == ["钉钉", "正文"]
    assert {(fact.field, fact.value) for fact in facts} >= {("author", "王五"), ("published", "2020-02-03")}


@given(st.text(alphabet="#-*_`>[]()!|:~ \n\r字a"))
def test_any_text_gives_cuts_inside_it(text: str) -> None:
    cuts, facts = read_markdown(text, FIELDS)
    assert all(0 <= cut.start < cut.end <= len(text) for cut in [*cuts, *links(text)])
    assert all(text[fact.span.start : fact.span.end] == fact.value for fact in facts)


@pytest.mark.parametrize("unit", ["\t", "- ", "|--", "> ", "*", "[", "![", "[a](", "`", "# ", "---\n"])
def test_time_grows_with_length(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    read_markdown(text, FIELDS)
    list(links(text))
    assert time.perf_counter() - began < 5
