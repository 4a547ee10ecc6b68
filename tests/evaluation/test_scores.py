"""The measures on rows made by hand."""

from __future__ import annotations

import pytest

from analysis.schema import Comparison, Event, Evidence, FeatureCell, Mention, Metric, Removed
from tests.evaluation import scores
from tests.evaluation.labels import Cell, Date, Figure, Labels, Name, Passage, Quote, Rivalry
from tests.evaluation.scores import Score


def pairs(given: list[Score]) -> dict[str, tuple[int, int]]:
    return {score.measure: (score.right, score.total) for score in given}


@pytest.mark.parametrize(
    ("removed", "right"),
    [
        ([], {"noise characters removed": (0, 2), "article characters kept": (3, 3)}),
        ([(4, 6)], {"noise characters removed": (2, 2), "article characters kept": (3, 3)}),
        ([(3, 5)], {"noise characters removed": (1, 2), "article characters kept": (3, 3)}),
        ([(0, 6)], {"noise characters removed": (2, 2), "article characters kept": (0, 3)}),
    ],
)
def test_body(removed: list[tuple[int, int]], right: dict[str, tuple[int, int]]):
    wanted = Labels({"a": "正文字 广告"}, [Passage("a", 3, 6)], [], [], [], [], [], [])
    assert pairs(scores.body([Removed("a", *span, "advert") for span in removed], wanted)) == right


@pytest.mark.parametrize(
    ("starts", "counted", "found", "true"),
    [
        ([0, 5], (1, 1), (2, 2), (2, 2)),
        ([0], (1, 1), (1, 2), (1, 1)),
        ([0, 5, 9], (0, 1), (2, 2), (2, 3)),
        ([], (0, 1), (0, 2), (0, 0)),
    ],
)
def test_mentions(starts: list[int], counted, found, true):
    given = [Mention("a", start, start + 2, "钉钉", "钉钉", "product", "name") for start in starts]
    wanted = [Name("a", "product", "钉钉", counts=(2, 1), starts=(0, 5))]
    products = pairs(scores.mentions(given, wanted)[:3])
    assert products == {"count right": counted, "mentions found": found, "mentions true": true}


def claim(start: int, value: float | None = 100.0, low=None, high=None, **other) -> Metric:
    row = Metric(
        *("a", start, start + 2, "2万", value, low, high, "users", "user_count", "exact", "钉钉"),
        *(None, None, "2019", "asserted", 0, 90, "number"),
    )
    return row._replace(**other)


def figure(start: int, value: float | None = 100.0, low=None, high=None, borderline=False) -> Figure:
    accepted = (("users", "people"), ("user_count",), ("exact",), ("钉钉", None), ("2019",))
    return Figure("a", start, start + 2, start + 4, "2万用户", value, low, high, *accepted, borderline)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([claim(10)], {"found": (1, 1), "true": (1, 1), "value right": (1, 1), "date right": (1, 1)}),
        ([claim(50)], {"found": (0, 1), "true": (0, 0)}),
        ([claim(80)], {"found": (0, 1), "true": (0, 1), "value right": (0, 0)}),
        ([claim(12)], {"found": (0, 1), "true": (1, 1)}),
        ([claim(10, article="b")], {"found": (0, 1), "true": (0, 1)}),
        ([claim(10, unit="people")], {"unit right": (1, 1)}),
        ([claim(10, subject=None)], {"subject right": (1, 1)}),
        ([claim(10, kind="share")], {"kind right": (0, 1), "value, unit, kind and subject right": (0, 1)}),
        (
            [claim(10, qualifier="over")],
            {"qualifier right": (0, 1), "value, unit, kind and subject right": (1, 1)},
        ),
        ([claim(10, as_of=None)], {"date right": (0, 1)}),
    ],
)
def test_metrics(found: list[Metric], right: dict[str, tuple[int, int]]):
    wanted = [figure(10), figure(50, borderline=True)]
    given = pairs(scores.metrics(found, wanted))
    assert {measure: given[measure] for measure in right} == right


@pytest.mark.parametrize(
    ("row", "label", "fits"),
    [
        (claim(0, 100.0), figure(0, 100.0), True),
        (claim(0, 101.0), figure(0, 100.0), False),
        (claim(0, None), figure(0, 100.0), False),
        (claim(0, None, 3.0, 4.0), figure(0, None, 3.0, 4.0), True),
        (claim(0, None, 3.0, 5.0), figure(0, None, 3.0, 4.0), False),
        (claim(0, 300.0), figure(0, 100.0, 200.0, 999.0), True),
        (claim(0, 1000.0), figure(0, 100.0, 200.0, 999.0), False),
        (claim(0, None), figure(0, 100.0, 200.0, 999.0), False),
    ],
)
def test_value_fits(row: Metric, label: Figure, fits: bool):
    assert scores.value_fits(row, label) == fits


@pytest.mark.parametrize(
    ("iso", "stated", "right"),
    [
        (
            "2019",
            True,
            {"found": (1, 1), "date right, year stated": (1, 1), "date right, year inferred": (0, 0)},
        ),
        ("2019-09", False, {"date right, year stated": (0, 0), "date right, year inferred": (1, 1)}),
        ("2020", True, {"found": (1, 1), "true": (1, 1), "date right, year stated": (0, 1)}),
        (None, True, {"found": (1, 1), "date right, year stated": (0, 1)}),
    ],
)
def test_events(iso: str | None, stated: bool, right: dict[str, tuple[int, int]]):
    found = [Event("a", 3, 8, "2019年", iso, "year", not stated, "stated", [], 0, 20, "year")]
    wanted = [Date("a", 3, 8, "2019年", ("2019", "2019-09"), stated, False)]
    given = pairs(scores.events(found, wanted))
    assert {measure: given[measure] for measure in right} == right


@pytest.mark.parametrize(
    ("feature", "status", "right"),
    [
        ("approval", "has", {"cells found": (1, 2), "cells true": (1, 1), "status right": (1, 1)}),
        ("approval", "lacks", {"cells found": (1, 2), "status right": (0, 1)}),
        ("approval", "not_mentioned", {"cells found": (0, 2), "cells true": (0, 0)}),
        ("calendar", "planned", {"cells found": (1, 2), "status right, other than has": (1, 1)}),
        ("email", "has", {"cells found": (0, 2), "cells true": (0, 1)}),
        ("drive", "has", {"cells found": (0, 2), "cells true": (0, 0)}),
    ],
)
def test_cells(feature: str, status: str, right: dict[str, tuple[int, int]]):
    found = [FeatureCell(feature, "office", "钉钉", status, status, 1, 1, None, None)]
    wanted = [
        Cell("approval", "钉钉", ("has",), False),
        Cell("calendar", "钉钉", ("contested", "planned"), False),
        Cell("email", "钉钉", ("not_mentioned",), False),
        Cell("drive", "钉钉", ("has",), True),
    ]
    given = pairs(scores.cells(found, wanted))
    assert {measure: given[measure] for measure in right} == right


@pytest.mark.parametrize(
    ("product", "start", "right"),
    [
        ("钉钉", 0, {"evidence found": (1, 1), "evidence true": (1, 1)}),
        ("钉钉", 20, {"evidence found": (0, 1), "evidence true": (1, 1)}),
        ("钉钉", 40, {"evidence found": (0, 1), "evidence true": (0, 1)}),
        ("企业微信", 0, {"evidence found": (0, 1), "evidence true": (0, 1)}),
        ("飞书", 0, {"evidence found": (0, 1), "evidence true": (0, 0)}),
    ],
)
def test_evidence(product: str, start: int, right: dict[str, tuple[int, int]]):
    span = (start, start + 9, start, start + 2)
    found = [Evidence("a", *span, "approval", product, "has", None, False, "clause")]
    wanted = [
        Quote("approval", "钉钉", "a", 0, 10, borderline=False),
        Quote("approval", "钉钉", "a", 20, 30, borderline=True),
    ]
    known = [Cell("approval", name, ("has",), False) for name in ("钉钉", "企业微信")]
    assert pairs(scores.evidence(found, wanted, known)) == right


@pytest.mark.parametrize(
    ("products", "start", "favours", "right"),
    [
        (["钉钉", "企业微信"], 0, "钉钉", {"found": (1, 1), "true": (1, 1), "side right": (1, 1)}),
        (["企业微信", "飞书", "钉钉"], 0, None, {"found": (1, 1), "true": (1, 1), "side right": (0, 1)}),
        (["钉钉", "飞书"], 0, "钉钉", {"found": (0, 1), "true": (0, 0), "side right": (0, 0)}),
        (["钉钉", "企业微信"], 20, "钉钉", {"found": (0, 1), "true": (1, 1), "side right": (0, 0)}),
        (["钉钉", "企业微信"], 40, "钉钉", {"found": (0, 1), "true": (0, 1), "side right": (0, 0)}),
    ],
)
def test_comparisons(products: list[str], start: int, favours: str | None, right):
    found = [Comparison("a", start, start + 9, products, favours, None, start, start + 1, None, "two")]
    wanted = [Rivalry("a", 0, 10, "钉钉", borderline=False), Rivalry("a", 20, 30, None, borderline=True)]
    assert pairs(scores.comparisons(found, wanted)) == right
