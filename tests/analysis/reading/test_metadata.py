from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.markup import Markup
from analysis.reading.metadata import metadata
from analysis.reading.tags import tags

RULES = Markup.load(lexicon.FOLDER).rules


def facts(page: str) -> list[tuple[str, str]]:
    found = metadata(page, list(tags(page, RULES.elements)), RULES.fields)
    return [(fact.field, fact.value) for fact in found]


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<meta name=author content=张三>", [("author", "张三")]),
        ("<meta itemprop=datePublished content=2020-03-01>", [("published", "2020-03-01")]),
        ("<meta name=viewport content=width>", []),
        ("<time datetime='2020-03-01T02:00:00Z'>三月</time>", [("published", "2020-03-01T02:00:00Z")]),
        ("<time>三月</time>", []),
        ("<script>var publish_time = \"2020-03-01\" || '';</script>", [("published", "2020-03-01")]),
        ("<script>{createTime: '2020-03-01 10:22'}</script>", [("published", "2020-03-01")]),
        ('<script>var ct = "1583078400";</script>', [("published", "2020-03-02")]),
        ("publish_time = '2020-03-01'", []),
        (linked({"@type": "WebSite", "name": "网站"}), []),
        (
            linked({"headline": "钉钉", "author": [{"name": "张三"}, {"name": "李四"}], "publisher": {}}),
            [("title", "钉钉"), ("author", "张三")],
        ),
        (
            linked({"@graph": [{"a": 1}, {"datePublished": "2020-03-01", "author": "张三"}]}),
            [("published", "2020-03-01"), ("author", "张三"), ("published", "2020-03-01")],
        ),
        ('<script type="application/ld+json">{"headline": "钉钉",}</script>', []),
        ('<script type="application/ld+json">' + "[" * 9999 + "</script>", []),
        (
            "<script>var pubDate='2020-03-02'</script><meta name=date content=2020-03-01>",
            [("published", "2020-03-01"), ("published", "2020-03-02")],
        ),
    ],
)
def test_what_a_page_says_out_of_sight(page: str, expected: list[tuple[str, str]]) -> None:
    assert facts(page) == expected


PART = st.sampled_from(
    ['<script type="application/ld+json">', "</script>", "<meta name=date content=", ">", '"']
)
VALUE = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["headline", "author", "name"]), inner)
    ),
    max_leaves=8,
)


@given(st.lists(PART | st.text(max_size=6), max_size=12), VALUE)
def test_any_page_gives_facts_with_words(parts: list[str], value: object) -> None:
    assert all(words.strip() for _, words in facts(linked(value)))
    assert all(words for _, words in facts("".join(parts)))
