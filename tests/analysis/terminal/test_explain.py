import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document import Span
from analysis.terminal.explain import COLOURS, RESULTS, Line, Mark, _pieces, articles, explain


def test_every_span_follows_the_sentence_it_begins_in(folder):
    lines = [(line.kind, line.text) for line in explain(folder, "one") if line.kind != "article"]
    assert lines == [
        ("sentence", "钉钉和企业微信"),
        ("mentions", "钉钉"),
        ("mentions", "企业微信"),
        ("sentence", "钉钉有1000万企业用户。"),
        ("mentions", "钉钉"),
        ("metrics", "1000万"),
        ("sentence", "企业微信支持视频会议，钉钉也支持。"),
        ("mentions", "企业微信"),
        ("evidence", "视频会议"),
        ("evidence", "视频会议"),
        ("mentions", "钉钉"),
        ("removed", "点击购买。"),
    ]


def test_the_article_says_first_what_it_is(folder):
    first = [line.shown(colour=False) for line in explain(folder, "one") if line.kind == "article"]
    assert first[0] == "title: 钉钉和企业微信"
    assert "body_chars: 36" in first


def test_a_span_names_its_result_and_its_rule(folder):
    lines = {line.kind: line for line in explain(folder, "two")}
    assert (lines["mentions"].result, lines["mentions"].rule) == ("entity 微信, entity_type product", "alias")
    assert (lines["events"].result, lines["events"].rule) == (
        "iso 2019-Q4, precision quarter, basis stated, entities 企业微信+钉钉",
        "date",
    )
    assert (lines["metrics"].result, lines["metrics"].rule) == (
        "value 3, unit versions, kind count_other, qualifier exact, modality asserted",
        "number",
    )
    assert lines["comparisons"].result == "products 企业微信+钉钉, favours 企业微信"


def test_a_sentence_marks_the_spans_in_it(folder):
    sentence = next(line for line in explain(folder, "one") if line.text.startswith("钉钉有"))
    assert [(sentence.text[mark.start : mark.end], mark.kind) for mark in sentence.marks] == [
        ("钉钉", "mentions"),
        ("1000万", "metrics"),
    ]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("短", [1]),
        ("长" * 240, [240]),
        ("长" * 100 + "，" + "长" * 200, [101, 200]),
        ("长" * 500, [240, 240, 20]),
    ],
)
def test_a_long_sentence_is_shown_in_pieces(text, lengths):
    pieces = list(_pieces(text, Span(0, len(text))))
    assert [end - start for start, end in pieces] == lengths
    assert "".join(text[start:end] for start, end in pieces) == text


def test_an_unknown_article(folder):
    with pytest.raises(KeyError, match="four"):
        explain(folder, "four")


def test_the_articles_of_a_store(folder):
    assert articles(folder) == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (Line("article", 0, 0, "title", text="钉钉\n来了"), "title: 钉钉 来了"),
        (Line("sentence", 0, 4, text="一\r\n二"), "0-4         一 二"),
        (Line("sentence", 0, 9, text="一\0\0\0二"), "0-9         一二"),
        (Line("removed", 4, 9, "advert", text="点击购买。"), "4-9         removed (advert): 点击购买。"),
        (
            Line("removed", 0, 150, "boilerplate", text="长" * 150),
            "0-150       removed (boilerplate): " + "长" * 120 + "…",
        ),
        (
            Line("mentions", 1, 3, "entity 钉钉", "alias", "釘釘"),
            "  1-3         mentions    釘釘  →  entity 钉钉  [alias]",
        ),
        (Line("sentence", 0, 3, text="\x1b[2J红"), "0-3         [2J红"),
    ],
)
def test_a_line_as_printed(line, shown):
    assert line.shown(colour=False) == shown
    assert line.shown(colour=True) == f"\x1b[{COLOURS[line.kind]}m{shown}\x1b[0m"


def test_marks_are_coloured_where_they_do_not_overlap():
    marks = (Mark(0, 2, "mentions"), Mark(1, 3, "evidence"), Mark(3, 4, "metrics"))
    line = Line("sentence", 0, 5, text="钉钉有3人", marks=marks)
    assert line.shown(colour=False) == "0-5         钉钉有3人"
    assert line.shown(colour=True) == "\x1b[1m0-5         \x1b[34m钉钉\x1b[39m有\x1b[32m3\x1b[39m人\x1b[0m"


ANY_MARKS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 5), st.sampled_from(list(RESULTS))), max_size=4
).map(lambda found: tuple(Mark(start, start + length, kind) for start, length, kind in sorted(found)))


@given(st.text(max_size=25), ANY_MARKS)
def test_any_sentence_is_printed_whole_and_sends_nothing_else_to_the_terminal(text, marks):
    line = Line("sentence", 0, len(text), text=text, marks=marks)
    shown = line.shown(colour=True)
    bare = re.sub(r"\x1b\[\d+m", "", shown)
    assert bare.split() == line.shown(colour=False).split()
    assert bare.isprintable()
