import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Span
from analysis.matrix.comparisons.comparison_cues import AMOUNT_COLUMNS, ComparisonCues, Marker

CUES = ComparisonCues.load()


def markers(text: str) -> list[Marker]:
    return CUES(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "words", "favours"),
    [
        ("功能更丰富", "更丰富", "subject"),
        ("界面较为繁琐", "较为繁琐", "object"),
        ("体验更加地流畅", "更加地流畅", "subject"),
        ("价格便宜得多", "便宜得多", "subject"),
        ("上手慢一些", "慢一些", "object"),
        ("成本更低", "更低", "subject"),
        ("画质更低", "更低", "object"),
        ("不如它", "不如", "object"),
        ("各有千秋", "各有千秋", "neither"),
    ],
)
def test_finds_words_that_compare_and_grades_them(text: str, words: str, favours: str):
    found = [(text[m.start : m.end], m.cue.favours) for m in markers(text)]
    assert (words, favours) in found


@pytest.mark.parametrize("text", ["更新了版本", "有限公司", "功能丰富"])
def test_ungraded_praise_and_longer_words_do_not_compare(text: str):
    assert {m.cue.favours for m in markers(text)} <= {
        "none",
        "good",
        "bad",
        "degree",
        "comparative",
        "opener",
    }


@given(st.text(alphabet="更丰富得多比不如而慢钉钉，。a "))
def test_markers_lie_in_the_sentence_in_order(text: str):
    found = markers(text)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(0 <= m.start < m.end <= len(text) for m in found)


@pytest.mark.parametrize(
    "row",
    lexicon.read(lexicon.FOLDER / "amount_words.tsv", AMOUNT_COLUMNS),
    ids=lambda row: row["word"],
)
def test_the_words_of_an_amount_are_a_part_of_the_marker(row: dict[str, str]):
    text = row["example"]
    amounts = [text[m.start : m.end] for m in markers(text) if m.end == text.index("。")]
    assert amounts
    assert row["word"] in amounts[0]
