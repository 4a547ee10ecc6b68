from math import log

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.frames import terms
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter

ALL = Selection(("one", "two", "three"), ())


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_the_most_frequent_terms_first(small):
    top = terms.top_terms(small, ALL, TermFilter(n=4))
    assert rows(top, "term", "pos", "count", "articles") == [
        ("钉钉", "nz", 5, 2),
        ("企业微信", "nz", 3, 2),
        ("会议", "n", 2, 2),
        ("用户", "n", 2, 2),
    ]


def test_counts_per_1000_characters_of_the_chosen_bodies(small):
    top = terms.top_terms(small, Selection(("one",), ()), TermFilter(n=1))
    assert top["per_1000"].item() == pytest.approx(1000 * 3 / 36)


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (TermFilter(9, min_length=3), ["企业微信"]),
        (TermFilter(9, pos=("nz",)), ["钉钉", "企业微信", "微信", "飞书"]),
        (
            TermFilter(9, pos=("n",), stop_words=frozenset({"钉钉", "企业微信"})),
            ["会议", "用户", "微信", "打卡", "软件", "飞书"],
        ),
        (TermFilter(9, pos=()), []),
        (TermFilter(1), ["钉钉"]),
    ],
)
def test_which_terms_are_listed(small, kept, expected):
    assert sorted(terms.top_terms(small, ALL, kept)["term"]) == sorted(expected)


def test_tfidf_is_by_article_and_rarity(small):
    scores = terms.tfidf(small, ALL, TermFilter(n=2))
    assert rows(scores, "article", "title", "term", "count") == [
        ("one", "钉钉和企业微信", "钉钉", 3),
        ("one", "钉钉和企业微信", "企业微信", 2),
        ("three", "three", "飞书", 1),
        ("two", "two", "钉钉", 2),
        ("two", "two", "微信", 1),
    ]
    assert scores["score"].iloc[0] == pytest.approx(1000 * 3 / 7 * (log(4 / 3) + 1))
    assert scores["score"].iloc[2] == pytest.approx(1000 * (log(4 / 2) + 1))


def test_rarity_is_of_the_whole_store_whatever_is_chosen(small):
    alone = terms.tfidf(small, Selection(("three",), ()), TermFilter(n=2))
    assert alone["score"].to_list() == terms.tfidf(small, ALL, TermFilter(n=2))["score"].to_list()[2:3]


def test_a_term_is_found_in_both_scripts(small):
    assert rows(terms.term_spans(small, ALL, "会议"), "article", "start", "end") == [
        ("one", 29, 31),
        ("two", 47, 49),
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("會議", [("one", 29), ("two", 47)]),
        (" 会议 ", [("one", 29), ("two", 47)]),
        ("q4", [("two", 18)]),
        ("点击", []),
        ("3.0", [("two", 26)]),
        ("3?0", []),
        ("", []),
        ("  ", []),
        ("%", []),
    ],
)
def test_typed_text_is_found_in_the_bodies(small, text, places):
    assert rows(terms.text_spans(small, ALL, text), "article", "start") == places


@given(text=st.text(max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
def test_any_text_can_be_searched(small, text):
    found = terms.text_spans(small, ALL, text)
    assert (found["start"] < found["end"]).all()


def test_a_line_shows_the_keyword_with_what_stands_around_it(small):
    lines = terms.term_concordance(small, Selection(("one",), ()), "会议", "left", 6)
    assert rows(lines, "article", "title", "start", "end", "left", "keyword", "right") == [
        ("one", "钉钉和企业微信", 29, 31, "微信支持视频", "会议", "，钉钉也支持")
    ]


@pytest.mark.parametrize(
    ("sort", "places"),
    [
        ("left", [("one", 0), ("two", 0), ("one", 8), ("two", 31), ("one", 32)]),
        ("right", [("one", 32), ("one", 0), ("two", 0), ("one", 8), ("two", 31)]),
    ],
)
def test_lines_are_sorted_by_what_stands_nearest_in_either_script(small, sort, places):
    assert rows(terms.term_concordance(small, ALL, "钉钉", sort, 6), "article", "start") == places


def test_typed_text_as_a_concordance(small):
    (line,) = terms.text_concordance(small, ALL, "软件", "left", 4).itertuples(index=False)
    assert (line.left, line.keyword, line.right) == ("  會議", "軟件", "更好。")
