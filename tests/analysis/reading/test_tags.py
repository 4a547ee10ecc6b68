from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.markup import Markup
from analysis.reading.tags import attributes, references, tags

ELEMENTS = Markup.load(lexicon.FOLDER).rules.elements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>钉钉</p>", ["<p>", "</p>"]),
        ("<br/><IMG src='a.png' alt=\"a > b\">", ["<br/>", "<IMG src='a.png' alt=\"a > b\">"]),
        ('<p class="x>钉钉', ['<p class="x>']),
        ("a<b 且 c>d", []),
        ("a < b > c", []),
        ("<钉钉>和<foo>", []),
        ("<!-- 注释 <p> -->钉钉", ["<!-- 注释 <p> -->"]),
        ("<!-- 没有结束 <p>", ["<p>"]),
        ("<!DOCTYPE html>", ["<!DOCTYPE html>"]),
        ("<script>a<b>c</script>钉", ["<script>", "a<b>c", "</script>"]),
        ("<script>没有结束<p>", ["<script>", "<p>"]),
    ],
)
def test_tags(text: str, expected: list[str]) -> None:
    assert [text[tag.start : tag.end] for tag in tags(text, ELEMENTS)] == expected


def test_attributes() -> None:
    text = "<div ID=a class='x y' data-src=\"1&amp;2\" hidden>"
    (tag,) = tags(text, ELEMENTS)
    assert attributes(text, tag) == {"id": "a", "class": "x y", "data-src": "1&2"}


@pytest.mark.parametrize(
    ("text", "expected", "cut"),
    [
        ("AT&amp;T", "AT&T", "amp;"),
        ("&ldquo;钉钉", "“钉钉", "ldquo;"),
        ("企业&nbsp;微信", "企业微信", "&nbsp;"),
        ("企业&amp;nbsp;微信", "企业微信", "&amp;nbsp;"),
        ("&#38025;&#x9489;", "钉钉", "#38025;#x9489;"),
        ("R&D; Q&A &unknown; &", "R&D; Q&A &unknown; &", ""),
    ],
)
def test_references(text: str, expected: str, cut: str) -> None:
    shown, cuts = references(text)
    gone = {offset for found in cuts for offset in range(found.start, found.end)}
    assert len(shown) == len(text)
    assert "".join(character for offset, character in enumerate(shown) if offset not in gone) == expected
    assert "".join(text[found.start : found.end] for found in cuts) == cut


@given(st.text(alphabet="<>/!-ap\"'= 钉&;#1"))
def test_tags_are_in_order(text: str) -> None:
    position = 0
    for tag in tags(text, ELEMENTS):
        assert position <= tag.start < tag.end <= len(text)
        position = tag.end


@pytest.mark.parametrize("unit", ["<", '<a "', "<a b='", "<!--", "<script>", "<p ", "&amp;", "&#"])
def test_time_grows_with_length(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.perf_counter()
    list(tags(text, ELEMENTS))
    references(text)
    assert time.perf_counter() - began < 5
