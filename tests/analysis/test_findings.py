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
