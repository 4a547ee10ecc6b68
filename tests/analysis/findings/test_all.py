import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B, C = "钉钉", "企业微信", "飞书"


def counts(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article", "entity", "count"])


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("most_named.nothing", {})),
        ([("one", A, 0)], Finding("most_named.nothing", {})),
        ([("one", A, 2), ("one", B, 0)], Finding("most_named.only", {"product": A})),
        ([("one", A, 2), ("two", B, 2), ("two", C, 1)], Finding("most_named.tied", {"products": [A, B]})),
        (
            [("one", A, 2), ("one", B, 1), ("two", A, 3)],
            Finding("most_named.everywhere", {"product": A, "n": 2, "of": 2}),
        ),
        (
            [("one", A, 9), ("one", B, 1), ("two", A, 1), ("two", B, 2), ("three", B, 0)],
            Finding("most_named.in_some", {"product": A, "n": 1, "of": 2}),
        ),
        (
            [("one", A, 3), ("one", B, 3), ("two", A, 2), ("two", C, 4)],
            Finding("most_named.overall", {"product": A, "n": 0, "of": 2}),
        ),
    ],
)
def test_most_named(rows: list, finding: Finding):
    assert findings.most_named(counts(*rows)) == finding


def test_most_named_by_another_measure():
    frame = pd.DataFrame(
        {"article": ["one", "one"], "entity": [A, B], "count": [9, 1], "per_1000": [1.0, 2.0]}
    )
    assert findings.most_named(frame, "per_1000").facts["product"] == B


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("largest_share.nothing", {})),
        ([(A, 0, 0.0)], Finding("largest_share.nothing", {})),
        ([(A, 3, 1.0), (B, 0, 0.0)], Finding("largest_share.only", {"product": A})),
        ([(A, 2, 0.5), (B, 2, 0.5)], Finding("largest_share.tied", {"products": [A, B]})),
        (
            [(A, 3, 0.75), (B, 1, 0.25)],
            Finding("largest_share.first", {"product": A, "share": 0.75, "other": B, "other_share": 0.25}),
        ),
    ],
)
def test_largest_share(rows: list, finding: Finding):
    assert findings.largest_share(pd.DataFrame(rows, columns=["entity", "count", "share"])) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("closest_pair.nothing", {})),
        ([(A, B, 5), (A, C, 2)], Finding("closest_pair.first", {"product": A, "other": B, "n": 5})),
        ([(A, B, 5), (A, C, 5), (B, C, 1)], Finding("closest_pair.tied", {"pairs": 2, "n": 5})),
    ],
)
def test_closest_pair(rows: list, finding: Finding):
    assert findings.closest_pair(pd.DataFrame(rows, columns=["entity", "other", "sentences"])) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("most_names.nothing", {})),
        ([(A, "钉钉", 3), (B, "企业微信", 2)], Finding("most_names.one_each", {})),
        (
            [(A, "钉钉", 3), (A, "釘釘", 1), (B, "企业微信", 2)],
            Finding("most_names.first", {"product": A, "n": 2}),
        ),
        (
            [(A, "钉钉", 3), (A, "釘釘", 1), (B, "企业微信", 2), (B, "企微", 1)],
            Finding("most_names.tied", {"products": [A, B], "n": 2}),
        ),
    ],
)
def test_most_names(rows: list, finding: Finding):
    assert findings.most_names(pd.DataFrame(rows, columns=["entity", "surface", "count"])) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("absent.nothing", {})),
        ([("one", A, 1), ("two", A, 2)], Finding("absent.all", {"of": 2})),
        (
            [("one", A, 1), ("two", A, 2), ("one", B, 0), ("two", B, 1)],
            Finding("absent.missing", {"products": [B], "n": 1, "of": 2}),
        ),
    ],
)
def test_absent(rows: list, finding: Finding):
    assert findings.absent(counts(*rows)) == finding


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


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ([], Finding("leading_terms.nothing", {})),
        ([5, 5, 4], Finding("leading_terms.led", {"terms": ["0", "1", "2"]})),
        ([5, 4, 3, 3, 2], Finding("leading_terms.led", {"terms": ["0", "1"]})),
        ([5, 4, 4, 4], Finding("leading_terms.led", {"terms": ["0"]})),
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
            [("one", "疫情", 2.0), ("two", "流量", 9.0), ("three", "红包", 1.0)],
            Finding("own_terms.strongest", {"term": "流量", "title": "T two"}),
        ),
    ],
)
def test_own_terms(rows: list, finding: Finding):
    frame = pd.DataFrame(rows, columns=["article", "term", "score"])
    assert findings.own_terms(frame.assign(title="T " + frame["article"]), most=2) == finding


def test_places():
    lines = pd.DataFrame({"article": ["one", "one", "two"]})
    assert findings.places(lines, "打卡").facts == {"keyword": "打卡", "n": 3, "in_articles": 2}
    assert findings.places(lines.head(0), "打卡").key == "places.nothing"


def stated(*rows: tuple[str | None, str, float, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["subject", "kind", "value", "modality"])
    return frame.assign(unit="users", low=None, high=None, qualifier="exact")


@pytest.mark.parametrize(
    ("rows", "key", "kind", "named"),
    [
        ([], "nothing", None, []),
        ([(None, "user_count", 9, "asserted")], "nothing", None, []),
        ([(A, "user_count", 9, "planned")], "nothing", None, []),
        (
            [
                (A, "money", 99, "asserted"),
                (A, "user_count", 2, "asserted"),
                (B, "user_count", 5, "asserted"),
            ],
            "largest",
            "user_count",
            [(B, 5), (A, 2)],
        ),
        (
            [(A, "duration", 1, "asserted"), (A, "duration", 3, "asserted"), (B, "duration", 9, "planned")],
            "largest",
            "duration",
            [(A, 3)],
        ),
        ([(A, "rank", 3, "asserted"), (B, "rank", 1, "asserted")], "ranked", "rank", [(B, 1), (A, 3)]),
    ],
)
def test_largest_claims(rows: list, key: str, kind: str | None, named: list):
    found = findings.largest_claims(stated(*rows))
    assert found.key == f"largest_claims.{key}"
    assert found.facts.get("kind") == kind
    assert [(claim.subject, claim.value) for claim in found.facts.get("claims", [])] == named


@pytest.mark.parametrize(
    ("kinds", "finding"),
    [
        ([], Finding("most_kinds.nothing", {})),
        (["money"], Finding("most_kinds.only", {"kind": "money", "n": 1, "of": 1})),
        (["money", "share", "share"], Finding("most_kinds.most", {"kind": "share", "n": 2, "of": 3})),
        (["money", "share"], Finding("most_kinds.tied", {"kinds": ["money", "share"], "n": 1, "of": 2})),
    ],
)
def test_most_kinds(kinds: list[str], finding: Finding):
    assert findings.most_kinds(pd.DataFrame({"kind": kinds})) == finding


def rivals(*rows: tuple[str, float, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["subject", "value", "as_of"])
    return frame.assign(kind="user_count", unit="users", low=None, high=None)


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([], "nothing"),
        ([(A, 1e6, None), (A, 1e6, "2019")], "agree"),
        ([(A, 1e6, "2018"), (A, 2e6, "2019"), (A, 2e6, None)], "by_date"),
        ([(A, 1e6, "2018"), (A, 2e6, None)], "differ"),
        ([(A, 1e6, "2019"), (A, 2e6, "2019")], "differ"),
    ],
)
def test_figures_that_differ_are_told_from_figures_of_different_dates(rows: list, key: str):
    assert findings.rival_figures(rivals(*rows)).key == f"rival_figures.{key}"


def test_the_widest_difference_is_named():
    found = findings.rival_figures(rivals((A, 1e6, None), (A, 2e6, None), (B, 1e6, None), (B, 9e6, None)))
    assert found.facts == {"product": B, "kind": "user_count", "n": 2, "low": 1e6, "high": 9e6}


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ([], Finding("busiest_year.nothing", {})),
        ([None], Finding("busiest_year.nothing", {})),
        (["2019-01-01", "2019-12-31"], Finding("busiest_year.only", {"year": "2019", "n": 2, "of": 2})),
        (
            ["2019-01-01", "2020-01-01", "2019-05-05"],
            Finding("busiest_year.most", {"year": "2019", "n": 2, "of": 3}),
        ),
        (
            ["2020-01-01", "2019-01-01", None],
            Finding("busiest_year.tied", {"years": ["2019", "2020"], "n": 1, "of": 2}),
        ),
    ],
)
def test_busiest_year(dates: list, finding: Finding):
    events = pd.DataFrame({"article": "one", "start": range(len(dates)), "date": pd.to_datetime(dates)})
    twice = pd.concat([events, events])
    assert findings.busiest_year(twice) == finding


def test_the_matrix_names_its_products_in_the_order_of_its_columns():
    cells = pd.DataFrame(
        [
            ("meeting", "钉钉", "not_mentioned"),
            ("meeting", "飞书", "has"),
            ("clock", "钉钉", "has"),
            ("clock", "飞书", "has"),
        ],
        columns=["feature", "product", "status"],
    )
    found = findings.matrix(cells)
    assert found == ("matrix.same", {"product": "钉钉", "n": 1, "other": "飞书", "m": 2})
