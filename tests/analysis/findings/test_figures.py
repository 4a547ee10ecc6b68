import pandas as pd
import pytest

from analysis import findings
from analysis.findings import Finding

A, B = "钉钉", "企业微信"


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
    ("counts", "finding"),
    [
        ({}, Finding("most_kinds.nothing", {})),
        ({"money": 1}, Finding("most_kinds.only", {"kind": "money", "n": 1, "of": 1})),
        ({"share": 2, "money": 1}, Finding("most_kinds.most", {"kind": "share", "n": 2, "of": 3})),
        (
            {"money": 1, "share": 1},
            Finding("most_kinds.tied", {"kinds": ["money", "share"], "n": 1, "of": 2}),
        ),
    ],
)
def test_most_kinds(counts: dict[str, int], finding: Finding):
    assert findings.most_kinds(pd.DataFrame(counts.items(), columns=["kind", "count"])) == finding


def rivals(*rows: tuple[str, float, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["subject", "value", "as_of"])
    stated = {"kind": "user_count", "unit": "users", "low": None, "high": None}
    return frame.assign(**stated, article="a", sentence_start=range(len(rows)))


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


@pytest.mark.parametrize(
    ("sentences", "key"),
    [
        ([0, 0], "agree"),
        ([0, 0, 1], "agree"),
        ([0, 1, 1], "agree"),
        ([0, 1], "differ"),
        ([0, 0, 1, 2], "differ"),
    ],
)
def test_figures_of_one_sentence_do_not_contradict_each_other(sentences: list[int], key: str):
    sizes = [46.0, 382.0, 46.0, 900.0][: len(sentences)]
    claims = rivals(*((A, size, None) for size in sizes)).assign(sentence_start=sentences)
    assert findings.rival_figures(claims).key == f"rival_figures.{key}"


def test_the_widest_difference_is_named():
    found = findings.rival_figures(rivals((A, 1e6, None), (A, 2e6, None), (B, 1e6, None), (B, 9e6, None)))
    assert found.facts == {
        **{"product": B, "kind": "user_count", "unit": "users"},
        **{"n": 2, "low": 1e6, "high": 9e6},
    }


def test_a_kind_with_a_name_comes_before_a_wider_difference_of_something_else():
    other = rivals((B, 1.0, None), (B, 9.0, None)).assign(kind="count_other", unit="orders")
    known = rivals((A, 1e6, None), (A, 2e6, None))
    assert findings.rival_figures(pd.concat([other, known])).facts["product"] == A
    assert findings.rival_figures(other).facts["unit"] == "orders"


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        ([], None),
        (["2019"], "none"),
        ([None, "2019"], "some"),
        ([None, None], "all"),
    ],
)
def test_undated(dates: list, key: str | None):
    found = findings.undated(pd.DataFrame({"as_of": dates}, dtype=object))
    facts = {"n": len(dates)} if key == "none" else {"n": dates.count(None), "of": len(dates)}
    assert found == (key and Finding(f"undated.{key}", facts))


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], None),
        ([(A, 1e6, None), (A, 2e6, None)], None),
        ([(A, 1e6, None), (A, 1e6, None), (B, 1e6, None), (B, 1e6, None)], None),
        (
            [(A, 1e6, None), (A, 1e6, None), (B, 1e6, None), (B, 2e6, None)],
            Finding("agreeing_groups.some", {"n": 1, "of": 2}),
        ),
        (
            [(A, 1e6, None), (A, 3e6, None), (B, 1e6, None), (B, 2e6, None)],
            Finding("agreeing_groups.none", {"n": 0, "of": 2}),
        ),
    ],
)
def test_agreeing_groups(rows: list, finding: Finding | None):
    assert findings.agreeing_groups(rivals(*rows)) == finding
