import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B, C = "钉钉", "企业微信", "飞书"


def leaders(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """What ``frames.products.leaders`` makes of how often each article names each product."""
    counts = pd.DataFrame(rows, columns=["article", "entity", "count"])
    named = counts[counts["count"] > 0]
    most = named[named["count"] == named.groupby("article")["count"].transform("max")]
    alone = most.drop_duplicates("article", keep=False)["entity"].value_counts()
    found = counts.groupby("entity", sort=False)["count"].sum().reset_index()
    articles = named["entity"].value_counts()
    return found.assign(
        articles=[articles.get(entity, 0) for entity in found["entity"]],
        led=[alone.get(entity, 0) for entity in found["entity"]],
        of=named["article"].nunique(),
    )


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("most_named.nothing", {})),
        ([("one", A, 0)], Finding("most_named.nothing", {})),
        ([("one", A, 2), ("one", B, 0)], Finding("most_named.only", {"product": A})),
        ([("one", A, 2), ("two", B, 2), ("two", C, 1)], Finding("most_named.tied", {"products": [A, B]})),
        (
            [("one", A, 4), ("one", B, 1), ("two", B, 2), ("two", A, 1), ("three", B, 2)],
            Finding("most_named.tied_but", {"products": [A, B], "product": B, "n": 2, "of": 3}),
        ),
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
    assert findings.most_named(leaders(*rows)) == finding


def test_most_named_by_another_measure():
    frame = leaders(("one", A, 9), ("two", B, 1)).assign(per_1000=[1.0, 2.0])
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
            Finding("most_names.at_most", {"n": 2}),
        ),
        (
            [(product, str(way), 1) for product in (A, B) for way in range(3)],
            Finding("most_names.tied", {"products": [A, B], "n": 3}),
        ),
    ],
)
def test_most_names(rows: list, finding: Finding):
    assert findings.most_names(pd.DataFrame(rows, columns=["entity", "surface", "count"])) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], Finding("absent.nothing", {})),
        ([("one", A, 1), ("two", A, 2)], Finding("absent.all", {"products": [A], "n": 2})),
        (
            [("one", A, 1), ("two", A, 2), ("one", B, 0), ("two", B, 1)],
            Finding("absent.missing", {"product": B, "n": 1, "of": 2}),
        ),
        (
            [("one", A, 1), ("two", A, 0), ("one", B, 0), ("two", B, 1)],
            Finding("absent.each", {"products": [A, B], "n": 1, "of": 2}),
        ),
    ],
)
def test_absent(rows: list, finding: Finding):
    assert findings.absent(leaders(*rows), len({article for article, *_ in rows})) == finding


def shares(*counts: int) -> pd.DataFrame:
    """Products named so often, and what part of all that is."""
    of = sum(counts) or 1
    rows = [(f"产品{place}", count, count / of) for place, count in enumerate(counts)]
    return pd.DataFrame(rows, columns=["entity", "count", "share"])


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        ((), None),
        ((3, 1), None),
        ((3, 1, 0), None),
        ((2, 1, 1), Finding("remaining_share.rest", {"n": 1, "share": 0.25})),
        ((4, 2, 1, 1, 0), Finding("remaining_share.rest", {"n": 2, "share": 0.25})),
    ],
)
def test_remaining_share(given: tuple[int, ...], finding: Finding | None):
    assert findings.remaining_share(shares(*given)) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], None),
        ([("one", A, 2), ("two", A, 1)], None),
        ([("one", A, 2), ("one", B, 1)], None),
        ([("one", A, 2), ("two", B, 2)], None),
        ([("one", A, 5), ("two", A, 1), ("two", B, 1)], None),
        (
            [("one", A, 9), ("two", B, 2), ("three", B, 2)],
            Finding("led_elsewhere.all", {"product": B, "n": 2, "of": 2}),
        ),
        (
            [("one", A, 9), ("two", B, 2), ("three", B, 2), ("four", C, 1)],
            Finding("led_elsewhere.most", {"product": B, "n": 2, "of": 3}),
        ),
        (
            [("one", A, 9), ("two", B, 2), ("three", A, 1), ("three", C, 1)],
            Finding("led_elsewhere.most", {"product": B, "n": 1, "of": 2}),
        ),
        (
            [("one", A, 9), ("two", B, 2), ("three", C, 1)],
            Finding("led_elsewhere.tied", {"products": [B, C], "n": 1, "of": 2}),
        ),
    ],
)
def test_led_elsewhere(rows: list, finding: Finding | None):
    assert findings.led_elsewhere(leaders(*rows)) == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], None),
        ([("one", A, 5)], None),
        ([("one", A, 5), ("one", B, 3)], Finding("first_named.everywhere", {"product": B, "n": 1, "of": 1})),
        (
            [("one", A, 5), ("two", A, 1), ("three", B, 1)],
            Finding("first_named.most", {"product": A, "n": 2, "of": 3}),
        ),
        (
            [("one", A, 5), ("two", B, 1)],
            Finding("first_named.tied", {"products": [A, B], "n": 1, "of": 2}),
        ),
    ],
)
def test_first_named(rows: list, finding: Finding | None):
    assert findings.first_named(pd.DataFrame(rows, columns=["article", "entity", "start"])) == finding


@pytest.mark.parametrize(
    ("sentences", "other"),
    [([], None), ([5], None), ([5, 5, 1], None), ([5, 3, 3], None), ([5, 3, 1], "1"), ([5, 3], "1")],
)
def test_second_pair(sentences: list[int], other: str | None):
    rows = [(A, str(place), n) for place, n in enumerate(sentences)]
    found = findings.second_pair(pd.DataFrame(rows, columns=["entity", "other", "sentences"]))
    expected = other and Finding("second_pair.next", {"product": A, "other": other, "n": sentences[1]})
    assert found == expected
