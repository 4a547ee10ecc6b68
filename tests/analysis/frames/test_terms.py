import pytest

from analysis.frames import terms
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter
from analysis.words import keyness

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


def test_terms_of_one_article_are_held_against_those_of_all(small):
    every = terms.tfidf(small, ALL, TermFilter(n=99))
    assert terms.tfidf(small, Selection(None, ()), TermFilter(n=99)).equals(every)
    one = terms.tfidf(small, Selection(None, ()), TermFilter(n=99), ("one",))
    assert one.equals(every[every["article"] == "one"].reset_index(drop=True))


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (TermFilter(9, min_length=3), ["企业微信"]),
        (TermFilter(9, pos=("nz",)), ["钉钉", "企业微信", "微信", "飞书"]),
        (
            TermFilter(9, pos=("n", "nz"), stop_words=frozenset({"钉钉", "企业微信"})),
            ["会议", "用户", "微信", "打卡", "软件", "飞书"],
        ),
        (TermFilter(9, pos=()), []),
        (TermFilter(1), ["钉钉"]),
    ],
)
def test_which_terms_are_listed(small, kept, expected):
    assert sorted(terms.top_terms(small, ALL, kept)["term"]) == sorted(expected)


def test_the_terms_most_its_own_of_each_article(small):
    scores = terms.tfidf(small, ALL, TermFilter(n=1))
    assert rows(scores, "article", "title", "term", "count") == [
        ("one", "钉钉和企业微信", "钉钉", 3),
        ("three", "three", "飞书", 1),
        ("two", "two", "钉钉", 2),
    ]


def test_scores_are_those_of_keyness_over_the_chosen_articles(small):
    counted = small.query("SELECT * FROM terms WHERE article IN ('one', 'two')")
    having = counted.groupby("term")["article"].nunique()
    expected = keyness.tfidf(counted, 2, having).set_index(["article", "term"])["score"]
    scores = terms.tfidf(small, Selection(("one", "two"), ()), TermFilter(n=99))
    assert len(scores) == len(expected)
    for row in scores.itertuples():
        assert row.score == pytest.approx(expected[row.article, row.term])
    assert scores.groupby("article")["score"].is_monotonic_decreasing.all()


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (TermFilter(9, min_length=3), ["企业微信"]),
        (TermFilter(9, pos=("n",), stop_words=frozenset({"用户"})), ["会议"]),
        (TermFilter(9, pos=("v", "nz")), ["企业微信", "钉钉"]),
        (TermFilter(9, pos=()), []),
    ],
)
def test_which_terms_are_an_articles_own(small, kept, expected):
    assert sorted(terms.tfidf(small, Selection(("one",), ()), kept)["term"]) == expected


def test_a_term_is_found_in_both_scripts(small):
    assert rows(terms.term_spans(small, ALL, "会议"), "article", "start", "end") == [
        ("one", 29, 31),
        ("two", 47, 49),
    ]


def test_a_line_shows_the_keyword_with_what_stands_around_it(small):
    lines = terms.concordance(small, terms.term_spans(small, Selection(("one",), ()), "会议"), "left", 6)
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
    assert rows(terms.term_concordance(small, ALL, "钉钉", sort), "article", "start") == places


def test_places_are_counted_as_they_are_listed(small):
    for term in ("钉钉", "会议", "没有的"):
        spans = terms.term_spans(small, ALL, term)
        assert terms.term_places(small, ALL, term) == (len(spans), spans["article"].nunique())
        assert terms.term_spans(small, ALL, term, 2).equals(spans.head(2))
