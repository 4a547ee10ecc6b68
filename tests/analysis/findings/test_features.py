from collections import Counter

import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B, C = "钉钉", "企业微信", "飞书"


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


def cells(**statuses: str) -> pd.DataFrame:
    """A feature for each name, and in a letter what is said of it: ``hl-`` has, lacks, not mentioned."""
    words = {"h": "has", "l": "lacks", "p": "planned", "c": "contested", "-": "not_mentioned"}
    rows = [
        (feature, product, words[status])
        for feature, said in statuses.items()
        for product, status in zip((A, B, C), said, strict=False)
    ]
    return pd.DataFrame(rows, columns=["feature", "product", "status"])


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ({}, Finding("matrix.nothing", {})),
        ({"call": "--"}, Finding("matrix.nothing", {})),
        ({"call": "h-", "mail": "l-"}, Finding("matrix.one", {"product": A, "n": 2})),
        ({"call": "hh", "mail": "h-"}, Finding("matrix.same", {"product": A, "n": 2, "other": B, "m": 1})),
        ({"call": "hl"}, Finding("matrix.two", {"product": A, "n": 1, "other": B, "m": 1, "k": 1})),
        ({"call": "hl-", "mail": "--p"}, Finding("matrix.several", {"of": 3, "n": 2, "k": 1})),
    ],
)
def test_matrix(given: dict[str, str], finding: Finding):
    assert findings.matrix(cells(**given)) == finding


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ({}, Finding("differing.nothing", {})),
        ({"call": "hl"}, Finding("differing.all", {"n": 1, "features": ["call"]})),
        (
            {"a": "hl", "b": "hl", "c": "hp", "d": "hc"},
            Finding("differing.some", {"n": 4, "features": ["a", "b", "c"]}),
        ),
    ],
)
def test_differing(given: dict[str, str], finding: Finding):
    assert findings.differing(cells(**given)) == finding


@pytest.mark.parametrize(
    ("given", "gaps"),
    [
        ({"call": "hl"}, {"lacks": 1}),
        ({"call": "lp"}, {"planned": 1}),
        ({"call": "cp", "mail": "hp", "chat": "ph"}, {"planned": 2, "contested": 1}),
    ],
)
def test_differences(given: dict[str, str], gaps: dict[str, int]):
    assert findings.differences(cells(**given)) == Finding("differences.by_gap", {"gaps": gaps})


def test_there_is_no_difference_in_nothing():
    assert findings.differences(cells()) is None


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ({"call": "h-", "mail": "-h"}, Finding("said_of_all.nothing", {"products": [A, B]})),
        ({"call": "hl", "mail": "h-"}, Finding("said_of_all.none", {"products": [A, B], "n": 1, "k": 0})),
        ({"call": "hh", "mail": "hp"}, Finding("said_of_all.some", {"products": [A, B], "n": 2, "k": 1})),
        ({"call": "hhh", "mail": "hh-"}, Finding("said_of_all.all", {"products": [A, B, C], "n": 1, "k": 1})),
        ({"call": "h"}, Finding("matrix.one", {"product": A, "n": 1})),
        ({}, Finding("matrix.nothing", {})),
    ],
)
def test_said_of_all(given: dict[str, str], finding: Finding):
    assert findings.said_of_all(cells(**given)) == finding


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ({}, None),
        ({"call": "h"}, None),
        ({"call": "hh"}, None),
        (
            {"call": "h-", "mail": "-p"},
            Finding("said_of_one.two", {"product": A, "n": 1, "other": B, "m": 1}),
        ),
        ({"call": "h-"}, Finding("said_of_one.one", {"product": A, "n": 1})),
        ({"call": "-h", "mail": "hh"}, Finding("said_of_one.one", {"product": B, "n": 1})),
        ({"call": "h--", "mail": "hl-", "chat": "--l"}, Finding("said_of_one.several", {"n": 2})),
    ],
)
def test_said_of_one(given: dict[str, str], finding: Finding | None):
    assert findings.said_of_one(cells(**given)) == finding


@pytest.mark.parametrize(
    ("favours", "finding"),
    [
        ([], Finding("sides.nothing", {})),
        ([None, None], Finding("sides.neither", {"n": 2})),
        ([A, A], Finding("sides.all", {"product": A, "n": 2})),
        ([A, B], Finding("sides.tied", {"products": [A, B], "n": 1, "of": 2})),
        ([A, None], Finding("sides.alone", {"product": A, "n": 1, "of": 2})),
        ([A, B, A, None], Finding("sides.most", {"product": A, "n": 2, "of": 4})),
    ],
)
def test_sides(favours: list, finding: Finding):
    assert findings.sides(Counter(favours)) == finding


@pytest.mark.parametrize(
    ("favours", "finding"),
    [
        ([], None),
        ([None], None),
        ([A], None),
        ([A, B], None),
        ([A, A, B, C], None),
        ([A, None, None], Finding("other_sides.neither", {"n": 2})),
        ([A, A, B], Finding("other_sides.next", {"product": B, "n": 1, "m": 0})),
        ([A, A, B, None], Finding("other_sides.both", {"product": B, "n": 1, "m": 1})),
    ],
)
def test_other_sides(favours: list, finding: Finding | None):
    assert findings.other_sides(Counter(favours)) == finding
