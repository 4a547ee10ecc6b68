import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding


def terms(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["term", "count", "articles"])


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("most_frequent.nothing", {})),
        (
            [("用户", 3, 2), ("产品", 3, 1)],
            Finding("most_frequent.tied", {"terms": ["用户", "产品"], "n": 3}),
        ),
        ([(str(place), 3, 1) for place in range(5)], Finding("most_frequent.many", {"n": 3})),
        (
            [("用户", 3, 2), ("产品", 2, 2)],
            Finding("most_frequent.everywhere", {"term": "用户", "n": 3, "in_articles": 2, "of": 2}),
        ),
        (
            [("用户", 3, 1)],
            Finding("most_frequent.in_some", {"term": "用户", "n": 3, "in_articles": 1, "of": 2}),
        ),
    ],
)
def test_most_frequent(rows: list, finding: Finding):
    assert findings.most_frequent(terms(*rows), 2) == finding


def test_of_one_article_it_is_not_said_in_how_many_a_term_stands():
    found = findings.most_frequent(terms(("用户", 3, 1)), 1)
    assert found == Finding("most_frequent.here", {"term": "用户", "n": 3, "in_articles": 1, "of": 1})


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ([], Finding("leading_terms.nothing", {})),
        ([5], Finding("leading_terms.led", {"terms": ["0"], "n": 1})),
        ([5, 5, 4], Finding("leading_terms.led", {"terms": ["0", "1"], "n": 2})),
        ([5, 5, 4, 3], Finding("leading_terms.led", {"terms": ["0", "1", "2"], "n": 3})),
        ([5, 4, 3, 3, 2], Finding("leading_terms.led", {"terms": ["0", "1"], "n": 2})),
        ([5, 4, 4, 4], Finding("leading_terms.led", {"terms": ["0"], "n": 1})),
        ([1, 1, 1], Finding("leading_terms.tied", {"of": 3, "n": 1})),
        ([2, 2, 2, 2, 1], Finding("leading_terms.tied", {"of": 4, "n": 2})),
    ],
)
def test_leading_terms_are_more_frequent_than_all_others(counts: list[int], finding: Finding):
    rows = [(str(place), count, 1) for place, count in enumerate(counts)]
    assert findings.leading_terms(terms(*rows)) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("own_terms.nothing", {})),
        ([("one", "疫情", 2.0), ("one", "考勤", 1.0)], Finding("own_terms.one", {"term": "疫情"})),
        (
            [("one", "疫情", 2.0), ("one", "考勤", 1.0), ("two", "流量", 9.0)],
            Finding("own_terms.each", {"terms": ["疫情", "流量"]}),
        ),
        (
            [("one", "疫情", 2.0), ("two", "流量", 9.0), *((f"x{n}", "红包", 1.0) for n in range(5))],
            Finding("own_terms.strongest", {"term": "流量", "title": "T two"}),
        ),
    ],
)
def test_own_terms(rows: list, finding: Finding):
    frame = pd.DataFrame(rows, columns=["article", "term", "score"])
    assert findings.own_terms(frame.assign(title="T " + frame["article"])) == finding


def test_places():
    assert findings.places("打卡", 3, 2).facts == {"keyword": "打卡", "n": 3, "in_articles": 2}
    assert findings.places("打卡", 0, 0).key == "places.nothing"


@pytest.mark.parametrize(
    ("rows", "led"),
    [
        ([], None),
        ([("用户", 3, 1)], None),
        ([("钉钉", 3, 1)], None),
        ([("钉钉", 3, 1), ("用户", 2, 1), ("产品", 1, 1)], ["用户"]),
        ([("钉钉", 3, 1), ("用户", 2, 1), ("产品", 2, 1)], None),
        ([("钉钉", 9, 1), ("a", 2, 1), ("b", 2, 1), ("c", 2, 1), ("d", 2, 1)], None),
    ],
)
def test_terms_besides_the_names_of_products(rows: list, led: list[str] | None):
    found = findings.other_terms(terms(*rows), frozenset(["钉钉"]))
    assert found == (led and Finding("other_terms.led", {"terms": led, "n": len(led)}))


@pytest.mark.parametrize(
    ("spread", "articles", "finding"),
    [
        ([], 2, None),
        ([1, 1], 1, None),
        ([1, 1], 2, Finding("in_every_article.none", {"n": 0, "of": 2})),
        ([2, 1], 2, Finding("in_every_article.some", {"n": 1, "of": 2})),
        ([2, 2], 2, Finding("in_every_article.all", {"n": 2, "of": 2})),
    ],
)
def test_in_every_article(spread: list[int], articles: int, finding: Finding | None):
    rows = [(str(place), 5, each) for place, each in enumerate(spread)]
    assert findings.in_every_article(terms(*rows), articles) == finding


@pytest.mark.parametrize(
    ("counts", "term"), [([], None), ([2, 2], None), ([2], "0"), ([1, 5, 2], "1"), ([5, 5, 2], None)]
)
def test_most_used(counts: list[int], term: str | None):
    rows = [("one", "题", str(place), count) for place, count in enumerate(counts)]
    found = findings.most_used(pd.DataFrame(rows, columns=["article", "title", "term", "count"]))
    assert found == (term and Finding("most_used.most", {"term": term, "title": "题", "n": max(counts)}))
