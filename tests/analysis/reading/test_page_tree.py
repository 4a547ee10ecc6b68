from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.reading.markup import Markup
from analysis.reading.page_tree import blocks, nodes
from analysis.reading.tags import tags

ELEMENTS = Markup.load(lexicon.FOLDER).rules.elements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div><p>甲</p></div>乙", ["<div><p>甲</p></div>", "<p>甲</p>"]),
        ("<p>甲<p>乙", ["<p>甲", "<p>乙"]),
        ("<ul><li>甲<li>乙</ul>", ["<ul><li>甲<li>乙</ul>", "<li>甲", "<li>乙"]),
        ("<div><b>甲</div></b>", ["<div><b>甲</div>", "<b>甲"]),
        ("甲<br>乙</i>", ["<br>"]),
    ],
)
def test_nodes_are_mended(text: str, expected: list[str]) -> None:
    whole, *found = nodes(text, list(tags(text, ELEMENTS)), ELEMENTS)
    assert (whole.start, whole.end) == (0, len(text))
    assert [text[node.start : node.end] for node in found] == expected


def test_names_are_ids_and_classes_and_their_parts() -> None:
    text = '<div id="js_content" class="Rich-Text main">'
    assert nodes(text, list(tags(text, ELEMENTS)), ELEMENTS)[1].names == {
        "js_content", "js", "content", "rich-text", "rich", "text", "main",
    }  # fmt: skip


def test_blocks() -> None:
    text = "<div>钉钉<b>来了</b>,好。<ul><li><a href=1>一篇,别的</a></li></ul></div>"
    found = [
        (text[block.start : block.end], block.chars, block.linked, block.prose)
        for block in blocks(text, list(tags(text, ELEMENTS)), ELEMENTS)
    ]
    assert found == [("钉钉<b>来了</b>,好。", 7, 0, True), ("一篇,别的", 5, 5, False)]


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</div>", "<li>", "</b>", "<b>", "<a>", "</a>", "字", ",", " "]
        )
    )
)
def test_any_tags_give_nodes_and_blocks_inside_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = list(tags(text, ELEMENTS))
    for node in nodes(text, found, ELEMENTS):
        assert 0 <= node.start <= node.inner_start <= node.inner_end <= node.end <= len(text)
    position = 0
    for block in blocks(text, found, ELEMENTS):
        assert position <= block.start < block.end <= len(text)
        position = block.end
