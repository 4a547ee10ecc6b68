from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.front_matter import front_matter

FIELDS = {"title": "title", "date": "published", "author": "author", "name": "author", "作者": "author"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("---\ntitle: 钉钉\ndate: 2020-03-01\n---\n正文", [("title", "钉钉"), ("published", "2020-03-01")]),
        ('+++\ntitle = "钉钉"\n+++\n正文', [("title", "钉钉")]),
        ("---\nauthor:\n  name: 张三\n---\n", [("author", "张三")]),
        ("---\nauthor:\n  - 张三\n  - 李四\n---\n", []),
        ("---\r\n作者：张三\r\n...\r\n正文", [("author", "张三")]),
        ("---\n钉钉\n---\n", []),
    ],
)
def test_what_front_matter_says(text: str, facts: list[tuple[str, str]]) -> None:
    found = front_matter(text, FIELDS)
    assert found is not None
    assert [(fact.field, fact.value) for fact in found.facts] == facts
    assert [text[slice(*fact.span)] for fact in found.facts] == [value for _, value in facts]


@pytest.mark.parametrize("text", ["", "正文\n---\ntitle: 钉钉\n---", "---\ntitle: 钉钉\n", "---\n+++\n"])
def test_what_is_none(text: str) -> None:
    assert front_matter(text, FIELDS) is None


@given(st.text(alphabet='-+\n\r :=："atiledunm钉作者', max_size=80))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    found = front_matter("---\n" + text, FIELDS)
    assert found is None or all(fact.span.end <= found.span.end for fact in found.facts)
