from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.document import Span
from analysis.reading.facts import Fact
from analysis.reading.header import HeaderReading, repeated_titles

HEADER = HeaderReading.load(lexicon.FOLDER)
PROSE = "钉钉和企业微信都有很多用户。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"钉钉为什么能赢?\n{PROSE}", "钉钉为什么能赢?"),
        (f"\n\n  两款产品怎么选 \n{PROSE}", "两款产品怎么选"),
        (f"{PROSE}\n第二段", None),
        (f"先说钉钉,\n{PROSE}", None),
        ("只有一行", None),
        (f"{'长' * 81}\n{PROSE}", None),
        ("", None),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(text: str, title: str | None) -> None:
    span = HEADER(text, text, []).title
    assert (span and text[span.start : span.end]) == title


def test_what_is_stated_goes_before_what_is_seen() -> None:
    text = f"栏目\n钉钉来了\n来源:新京报\n{PROSE}"
    facts = [
        Fact("title", "钉钉来了", Span(3, 7), "heading"),
        Fact("source", "http://a.cn", Span(0, 2), "metadata"),
        Fact("source", "新京报", Span(8, 14), "byline"),
        Fact("author", " 张\n三 ", Span(0, 2), "metadata"),
        Fact("published", "昨天", Span(0, 2), "metadata"),
        Fact("published", "2020-02", Span(0, 2), "metadata"),
    ]
    header = HEADER(text, text, facts)
    assert header == (Span(3, 7), "张 三", "新京报", "2020-02", "metadata")


def test_the_site_is_the_source_where_no_other_is_known() -> None:
    site = Fact("site", "某某网", Span(0, 2), "metadata")
    told = "他告诉新道财经。另一人对新道财经表示,会赢。"
    stated = [site, Fact("source", "新京报", Span(0, 3), "metadata")]
    assert HEADER(PROSE, PROSE, [site]).source == "某某网"
    assert HEADER(told, told, [site]).source == "新道财经"
    assert HEADER(PROSE, PROSE, stated).source == "新京报"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("他告诉新道财经。另一人对新道财经表示,会赢。", "新道财经"),
        ("他告诉字母榜(ID:zimu)记者,会赢。她告诉字母榜记者,会输。", "字母榜(ID:zimu)"),
        ("他告诉字母榜记者,会赢。", None),
        ("他告诉张小龙,会赢。她对张小龙表示,会输。张小龙笑了。", None),
        ("他告诉甲报记者,会赢。她告诉乙报记者,会输。", None),
        ("他告诉记者,会赢。她对记者表示,会输。", None),
        ("他对外界表示,会赢。她对外界透露,会输。", None),
    ],
)
def test_a_publication_that_is_told_things_is_the_source(text: str, source: str | None) -> None:
    assert HEADER(text, text, []).source == source


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("钉钉来了\n正文\n钉钉来了\n钉钉 来了 \n", ["钉钉来了", "钉钉 来了 "]),
        ("钉钉来了\n钉钉来了_科技频道\n钉钉来了 - 知乎", ["钉钉来了_科技频道", "钉钉来了 - 知乎"]),
        ("钉钉来了\n钉钉来了,企业微信呢?\n“钉钉来了”", []),
    ],
)
def test_repeated_titles(text: str, repeated: list[str]) -> None:
    assert [text[cut.start : cut.end] for cut in repeated_titles(text, Span(0, 4))] == repeated
