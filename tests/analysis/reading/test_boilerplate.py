from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.removal import blank
from tests.analysis.reading.kept_lines import BOILERPLATE, PROSE, left


@pytest.mark.parametrize(
    "lines",
    [
        "来源:新华网\n2020-03-01",
        "作者:张三\n2020年3月1日 10:22\n来源:新华网",
        "10:22\n来源:新华网",
    ],
)
def test_a_date_alone_goes_beside_a_byline_at_an_edge(lines: str) -> None:
    assert left(f"标题\n{lines}\n{PROSE}") == ["标题", PROSE]
    assert left(f"标题\n{PROSE}\n{lines}") == ["标题", PROSE]


@pytest.mark.parametrize(
    "line", ["2014年12月1日 钉钉内测", "2019.12.5 飞书上线", "2019年12月 飞书上线", "2020年3月1日,钉钉来了"]
)
def test_a_dated_heading_is_no_byline(line: str) -> None:
    assert left(f"标题\n{line}\n{PROSE}") == ["标题", line, PROSE]
    assert left(f"{line}\n{PROSE}") == [line, PROSE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025-05-06 企业微信", "2025-06-06 飞书"),
        ("2025年5月6日", "2025年6月6日 飞书上线"),
        ("2025年5月6日 电商前线", "2025年6月6日 电商观察"),
        ("2025年5月6日\n钉钉", "2025年6月6日\n飞书"),
    ],
)
def test_two_dates_are_a_timeline(first: str, second: str) -> None:
    lines = [*first.splitlines(), *second.splitlines()]
    assert left("\n".join(["标题", *lines, PROSE])) == ["标题", *lines, PROSE]


def test_the_date_of_the_first_sentence_is_no_timeline() -> None:
    prose = f"2025年5月5日,{PROSE}"
    assert left(f"标题\n2025年5月6日\n{prose}\n{PROSE}") == ["标题", prose, PROSE]


def test_a_date_that_begins_the_text_is_no_part_of_it() -> None:
    text = f"date 2026-02-09 {PROSE}\ndate 2026-02-10 {PROSE}"
    cuts, facts = BOILERPLATE(text)
    assert blank(text, cuts).split("\n")[-2:] == [PROSE, f"date 2026-02-10 {PROSE}"]
    assert [(fact.field, fact.value) for fact in facts] == [("published", "2026-02-09")]


def test_a_date_alone_stays_in_the_text() -> None:
    text = ["标题", PROSE, "2020-03-01", PROSE]
    assert left("\n".join((*text[:2], "来源:某某网", *text[2:]))) == text
    assert left("\n".join(text)) == text


def test_what_stands_below_the_last_of_the_text() -> None:
    assert left(f"标题\n{PROSE}\n收起\n标签:钉钉\n") == ["标题", PROSE]
    assert left(f"标题\n收起\n标签:钉钉\n{PROSE}") == ["标题", "收起", "标签:钉钉", PROSE]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        (
            "2020-02-12 10:30 来源:新京报 作者:张三",
            [("published", "2020-02-12"), ("source", "新京报"), ("author", "张三")],
        ),
        ("作者:张三,来源:新京报", [("author", "张三"), ("source", "新京报")]),
        ("作者:张三,一个产品经理", [("author", "张三")]),
    ],
)
def test_what_lines_state_of_the_article(line: str, stated: list[tuple[str, str]]) -> None:
    _, facts = BOILERPLATE(f"标题\n{line}\n{PROSE}")
    assert [(fact.field, fact.value) for fact in facts] == stated


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2020-02-12 计算机世界", "计算机世界"),
        ("2020年2月12日 10:30 某某网", "某某网"),
        ("某某商报 2020-02-12", "某某商报"),
        ("某某周刊 · 2020年2月12日", "某某周刊"),
        ("2020-02-12 10:30 产品之家", "产品之家"),
        ("2020-02-12 张小明", None),
        ("2020-02-12 互联网", None),
        ("2020-02-12 公司财报", None),
        ("公司官网 2020-02-12", None),
    ],
)
def test_a_publication_beside_the_date_is_the_source(line: str, source: str | None) -> None:
    cuts, facts = BOILERPLATE(f"标题\n{line}\n{PROSE}")
    assert len(cuts) == 1
    assert {fact.value for fact in facts if fact.field == "source"} == ({source} if source else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"标题\n{PROSE * 4}\n相关文章:\n飞书怎么样\nTeams 入门", ["标题", PROSE * 4]),
        (f"标题\n{PROSE}\n相关阅读\n飞书怎么样\n{PROSE}", ["标题", PROSE, "相关阅读", "飞书怎么样", PROSE]),
        (f"标题\n{PROSE * 4}\n全部评论(2)\n张三\n{PROSE}", ["标题", PROSE * 4]),
        (f"标题\n最新评论\n{PROSE * 4}", ["标题", "最新评论", PROSE * 4]),
        (f"标题\n2020-02-12\n{PROSE}", ["标题", PROSE]),
        (f"标题\n{PROSE}\n快速回复\n限100 字节", ["标题", PROSE]),
        (f"首页 > 科技 > 办公\n标题\n{PROSE}", ["标题", PROSE]),
        (f"标题\n微信\n{PROSE}", ["标题", "微信", PROSE]),
        (f"标题\n新京报 2020年2月12日 张三\n{PROSE}", ["标题", PROSE]),
        (f"标题\n{PROSE}\n2020-02-12 发布会\n{PROSE}", ["标题", PROSE, "2020-02-12 发布会", PROSE]),
        (f"标题\n{PROSE}\n2020-02-12\n{PROSE}", ["标题", PROSE, "2020-02-12", PROSE]),
        ("弯道超车? [复制链接]\n" + PROSE, ["弯道超车?", PROSE]),
        (f"标题\n{PROSE}(完)", ["标题", PROSE]),
    ],
)
def test_tails_comments_dates_and_line_ends(text: str, expected: list[str]) -> None:
    assert left(text) == expected


MENU = "首页\n新闻\n财经\n科技\n汽车\n登录"
TITLE = "企业微信和钉钉谁更好用"
BYLINE = "2020-02-12 10:30 来源:某某网"
LIST = "飞书怎么样\nTeams 入门"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MENU}\n{TITLE}\n{BYLINE}\n{PROSE}", [TITLE, PROSE]),
        (f"{MENU}\n会员专享好礼\n{TITLE}\n副标题\n{PROSE}", [TITLE, "副标题", PROSE]),
        (f"{MENU}\n某某网 > 科技 > 今日头条之选\n今日头条之选\n{PROSE}", ["今日头条之选", PROSE]),
        (f"首页 新闻\n{TITLE}\n{PROSE}", ["首页 新闻", TITLE, PROSE]),
        (f"钉钉\n{MENU}\n{TITLE}\n{BYLINE}\n{PROSE}", ["钉钉", TITLE, PROSE]),
        (f"{PROSE}\n责任编辑:李小明\n分享到:\n{LIST}\n联系我们", [PROSE]),
        (f"{PROSE}\n责任编辑:李小明\n{LIST}", [PROSE, "飞书怎么样", "Teams 入门"]),
        (f"{PROSE}\n分享\n打印", [PROSE, "分享", "打印"]),
        (f"{PROSE}\n图:视觉中国\n小结\n价格", [PROSE, "小结", "价格"]),
        (
            f"{PROSE * 2}\n责任编辑:李小明\n热门评论\n"
            + "张三\n我觉得钉钉不错。\n3小时前\n回复 举报\n分享\n" * 6,
            [PROSE * 2],
        ),
        (f"{PROSE}\n分享到:\n上一篇 下一篇\n{PROSE}", [PROSE, PROSE]),
        (f"{PROSE}\n推荐阅读\n{LIST}\n{PROSE * 3}", [PROSE, "推荐阅读", *LIST.split("\n"), PROSE * 3]),
        ("首页\n新闻\n财经\n科技\n汽车", ["首页", "新闻", "财经", "科技", "汽车"]),
    ],
)
def test_pages_copied_as_a_whole(text: str, expected: list[str]) -> None:
    assert left(text) == expected


@given(
    st.lists(
        st.sampled_from(
            ["作者:", "张三", "2020-02-12", "分享到", "\n", "首页", " ", PROSE, ">", "12", "评论"]
        )
    )
)
def test_cuts_are_ordered_and_what_is_left_stays(words: list[str]) -> None:
    text = "".join(words)
    cuts, facts = BOILERPLATE(text)
    assert all(before.end <= after.start for before, after in pairwise(cuts))
    assert all(text[fact.span.start : fact.span.end] == fact.value for fact in facts)
    assert len(blank(text, cuts)) == len(text)
