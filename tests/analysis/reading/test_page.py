from __future__ import annotations

import pytest

from analysis import lexicon
from analysis.reading.markup import Markup
from analysis.reading.page import read_page
from analysis.reading.removal import blank, in_order
from analysis.reading.tags import tags

RULES = Markup.load(lexicon.FOLDER).rules
ONE = "<p>钉钉今天发布了新版本,支持在线课堂,用户已有两亿。</p>"
TWO = "<p>企业微信没有回应,只说会继续与微信打通,方便客户。</p>"


def left(page: str) -> str:
    """What is left of a page, its tags included."""
    cuts = read_page(page, list(tags(page, RULES.elements)), RULES).cuts
    return "".join(blank(page, in_order(cuts)).split())


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<body><nav>首页</nav><div>{ONE}{TWO}</div><footer>版权,所有。</footer></body>", ONE + TWO),
        (f"<div class='side-bar nav'>菜单</div><article>{ONE}</article><p>评论说,好。</p>", ONE),
        (f"<div id=js_content>{ONE}{TWO}</div><div><p>别的文章,很多,很长。</p></div>", ONE + TWO),
        (f"<form><div>{ONE}{TWO}</div></form>", ONE + TWO),
        (f"<div class=comment>{ONE}{TWO}</div>", ONE + TWO),
        (
            f"<div>{ONE}{TWO}<ul><li><a href=1>另一篇</a></li></ul></div>",
            f"{ONE}{TWO}<ul><li><ahref=1></a></li></ul>",
        ),
        (
            f"<div>{ONE}<ul><li><a href=1>考勤</a></li></ul>{TWO}</div>",
            f"{ONE}<ul><li><ahref=1>考勤</a></li></ul>{TWO}",
        ),
        (f"{ONE}<script>a<b</script>{TWO}", f"{ONE}{TWO}"),
        ("<div>短</div><div>句</div>", "<div>短</div><div>句</div>"),
    ],
)
def test_the_article_of_a_page(page: str, expected: str) -> None:
    assert left(page) == expected


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"<head><title>钉钉来了_科技网</title></head><h1>科技网</h1><h1>钉钉来了</h1>{ONE}", "钉钉来了"),
        (f"<head><title>钉钉来了 - 知乎</title></head>{ONE}", "钉钉来了"),
        (f"<head><title></title></head><h1> <b>钉钉来了</b>\n</h1>{ONE}", "钉钉来了"),
        (f"<h2 class=post-title>钉钉来了</h2>{ONE}", "钉钉来了"),
        (ONE, None),
    ],
)
def test_the_title_of_a_page(page: str, title: str | None) -> None:
    facts = read_page(page, list(tags(page, RULES.elements)), RULES).facts
    found = [fact for fact in facts if fact.field == "title" and fact.basis == "page"]
    assert [page[fact.span.start : fact.span.end] for fact in found] == ([title] if title else [])


@pytest.mark.parametrize(
    ("title", "heading", "sites"),
    [
        ("钉钉来了_某某网", "钉钉来了", ["某某网"]),
        ("钉钉来了_科技_某某网", "钉钉来了", ["某某网"]),
        ("釘釘來了 - 知乎", "", ["知乎"]),
        ("钉钉来了 | 某某誌", "另一个标题", ["某某誌"]),
        ("钉钉 | 企业微信", "钉钉 | 企业微信", []),
        ("钉钉来了-某某网", "钉钉来了", []),
        ("钉钉来了_为什么是它,而不是别的", "钉钉来了", []),
        ("钉钉来了", "钉钉来了", []),
    ],
)
def test_the_site_that_a_page_names_in_its_own_title(title: str, heading: str, sites: list[str]) -> None:
    page = f"<head><title>{title}</title></head><h1>{heading}</h1>{ONE}"
    facts = read_page(page, list(tags(page, RULES.elements)), RULES).facts
    assert [fact.value for fact in facts if fact.field == "site"] == sites


def test_what_a_page_says_of_its_article() -> None:
    page = (
        "<head><meta property='article:published_time' content='2020-02-12T10:00'>"
        "<meta name=author content=张三></head><span class=author>李四</span>"
        f"<time datetime=2020>2020年2月11日</time><p class=source>很长的。</p>{ONE}"
    )
    facts = read_page(page, list(tags(page, RULES.elements)), RULES).facts
    assert [(fact.field, fact.value, fact.basis) for fact in facts] == [
        ("author", "李四", "page"),
        ("published", "2020年2月11日", "page"),
        ("published", "2020-02-12T10:00", "metadata"),
        ("author", "张三", "metadata"),
        ("published", "2020", "metadata"),
    ]


def test_the_lexicons_of_pages_use_known_words() -> None:
    assert set(RULES.roles.values()) == {"main", "title", "author", "source", "published", "left_out"}
    assert set(RULES.fields.values()) == {"title", "author", "source", "published"}
    for element in RULES.elements.values():
        assert element.layout in ("block", "inline")
        assert element.content in ("nested", "empty", "raw")
        assert element.text in ("kept", "boilerplate", "markup")
