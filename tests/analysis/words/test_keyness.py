from math import log

import pandas as pd
import pytest
from jieba.analyse import default_tfidf

from analysis.words.keyness import idf, tfidf

TERMS = pd.DataFrame(
    [
        ("b", "企业", "n", 6),
        ("b", "钉钉", "nz", 2),
        ("a", "企业", "n", 3),
        ("a", "飞书", "nz", 1),
    ],
    columns=["article", "term", "pos", "count"],
)
HAVING = pd.Series({"企业": 2, "钉钉": 1, "飞书": 1})


USUAL = default_tfidf.median_idf


def test_the_table_is_jiebas():
    weights = default_tfidf.idf_freq
    assert list(idf(pd.Series(list(weights)))) == list(weights.values())


def test_a_word_that_jieba_lacks_weighs_as_much_as_the_middle_one():
    assert list(idf(pd.Series(["钉钉是甲", "企业"]))) == [
        pytest.approx(USUAL, abs=1e-4),
        default_tfidf.idf_freq["企业"],
    ]


def test_scores_follow_the_formula():
    scores = tfidf(TERMS, 2, HAVING).set_index(["article", "term"])["score"]
    assert scores["b", "企业"] == pytest.approx(1000 * 6 / 8 * default_tfidf.idf_freq["企业"])
    assert scores["b", "钉钉"] == pytest.approx(1000 * 2 / 8 * USUAL * (1 + log(2)), abs=1e-2)


def test_articles_keep_their_order_and_terms_fall_in_score():
    frame = tfidf(TERMS, 2, HAVING)
    assert list(frame.columns) == ["article", "term", "pos", "count", "score"]
    assert list(frame["article"]) == ["b", "b", "a", "a"]
    assert all(group["score"].is_monotonic_decreasing for _, group in frame.groupby("article"))


def test_equal_scores_are_ordered_by_term():
    frame = pd.DataFrame(
        [("a", "乙词没有", "n", 1), ("a", "甲词没有", "n", 1)], columns=["article", "term", "pos", "count"]
    )
    assert list(tfidf(frame, 1, pd.Series({"甲词没有": 1, "乙词没有": 1}))["term"]) == sorted(frame["term"])


def test_no_terms_give_no_rows():
    assert tfidf(TERMS.iloc[:0], 0, HAVING.iloc[:0]).empty
