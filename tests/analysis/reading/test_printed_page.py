from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.boilerplate_patterns import Patterns
from analysis.reading.printed_page import PrintedPage, closes

PATTERNS = Patterns.load(lexicon.FOLDER)
PROSE = "钉钉和企业微信都有几千万用户,谁更好用要看公司是什么样的。"
COMMENT = "张三\n我觉得钉钉不错。\n3小时前\n回复 举报\n分享"


def read(text: str) -> PrintedPage:
    return PrintedPage.read(text, PATTERNS)


@pytest.mark.parametrize(
    ("text", "head", "foot"),
    [
        ("", range(0), range(0)),
        ("钉钉\n飞书", range(0), range(0)),
        (f"标题\n{PROSE}", range(1), range(2, 2)),
        (f"标题\n{PROSE}\n分享到:\n{PROSE}\n小结", range(1), range(4, 5)),
        (f"{PROSE}\n{PROSE}\n推荐阅读\n飞书新闻来了。", range(0), range(2, 4)),
        (f"{PROSE}\n热门评论\n{COMMENT}\n{COMMENT}", range(0), range(1, 12)),
        (f"{PROSE}\n推荐阅读\n{PROSE * 8}", range(2), range(3, 3)),
    ],
)
def test_head_and_foot(text: str, head: range, foot: range) -> None:
    page = read(text)
    assert (page.head, page.foot) == (head, foot)


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("分享到:\n联系我们\n首页", True),
        ("分享到:\n联系我们", False),
        ("分享\n收藏\n打印", False),
        ("图:视觉中国\n图:视觉中国\n图:视觉中国", False),
        ("国内 国际 财经 科技 体育\n分享\n收藏", True),
    ],
)
def test_a_page_is_framed_by_printed_lines_of_which_one_is_sure(foot: str, expected: bool) -> None:
    page = read(f"{PROSE}\n{foot}")
    assert page.is_framed(page.foot) is expected


@pytest.mark.parametrize(
    ("head", "expected"), [("国内\n财经\n体育\n科技\n娱乐", True), ("国内\n财经\n体育", False)]
)
def test_a_menu_frames_a_page_that_begins_with_it(head: str, expected: bool) -> None:
    page = read(f"{head}\n标题\n{PROSE}")
    assert page.is_framed(page.head) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("分享到:", True),
        ("图:视觉中国", False),
        ("国内", False),
        ("国内 国际 财经 科技 体育", True),
        ("钉钉", False),
    ],
)
def test_what_closes_an_article(line: str, expected: bool) -> None:
    assert closes(read(f"{PROSE}\n{line}").parts[1]) is expected


@given(st.lists(st.sampled_from([PROSE, "标题", "分享到:", "国内", "推荐阅读", "2020-02-12 10:30", COMMENT])))
def test_head_prose_and_foot_are_in_order(lines: list[str]) -> None:
    page = read("\n".join(lines))
    assert page.prose == sorted(set(page.prose))
    assert (page.last_prose >= 0) == bool(page.prose)
    if page.prose:
        assert page.head.stop == page.prose[0] <= page.prose[-1] <= page.last_prose
        assert page.foot.start == page.prose[-1] + 1
