"""Figures as claims, on invented sentences: tests/specs/metrics.json says what each of them holds."""

import json
import re
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.events import Events
from analysis.claims.metrics import Metrics
from analysis.document import Document, Span
from analysis.schema import Mention, Metric

SPECS = Path(__file__).parents[2] / "specs"
CASES = json.loads((SPECS / "metrics.json").read_text(encoding="utf-8"))["cases"]
KNOWN_FAILURES = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["metrics"]
METRICS = Metrics.load(lexicon.FOLDER)
EVENTS = Events.load(lexicon.FOLDER)


def document_of(text: str) -> Document:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。！？][^。！？\n]*[。！？]?", text))
    return Document("invented", text, text, "hans", title=None, published=None, sentences=sentences)


def mentions_of(text: str, entities: dict[str, str]) -> list[Mention]:
    names = sorted(entities, key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, names)), text) if names else ()
    return [
        Mention("invented", one.start(), one.end(), one[0], one[0], entities[one[0]], rule="invented")
        for one in found
    ]


def metrics_of(document: Document, mentions: list[Mention]) -> list[Metric]:
    dates = of_sentences(document)
    return METRICS(document, mentions, EVENTS(document, mentions, dates), dates)


def figures_of(text: str, entities: dict[str, str]) -> list[Metric]:
    return metrics_of(document_of(text), mentions_of(text, entities))


def compared(found: list[Metric], expected: list[dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """What was found and what was expected, in the columns that the case names."""
    if len(found) != len(expected):
        return [one.surface for one in found], [one["surface"] for one in expected]
    columns = [list(one) for one in expected]
    rows = [{name: getattr(one, name) for name in names} for one, names in zip(found, columns, strict=True)]
    return rows, [
        {name: pytest.approx(value) if isinstance(value, float) else value for name, value in one.items()}
        for one in expected
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_finds_the_figures_of_a_sentence(case: dict[str, Any]):
    found, expected = compared(figures_of(case["text"], case["entities"]), case["expected"])
    assert found == expected


@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["text"])
@pytest.mark.xfail(strict=True, reason="known failure: once it works it belongs to the specs")
def test_known_failures_still_fail(case: dict[str, Any]):
    found, expected = compared(figures_of(case["text"], case["entities"]), case["expected"])
    assert found == expected


def test_the_specs_hold_enough_of_both():
    assert sum(bool(case["expected"]) for case in CASES) >= 60
    assert sum(not case["expected"] for case in CASES) >= 30


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("钉钉服务了1000所学校。", "asserted"),
        ("钉钉预计服务1000所学校。", "planned"),
        ("如果没有钉钉，营收会损失40%。", "counterfactual"),
        ("为什么说钉钉的100万企业用户数据虚？", "disputed"),
        ("钉钉已有100万企业用户，虽然这数据可能有些虚。", "asserted"),
    ],
)
def test_says_how_a_figure_is_put(text: str, modality: str):
    assert [one.modality for one in figures_of(text, {"钉钉": "product"})] == [modality]


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("2018年4月，钉钉有1亿用户。", ["2018-04"]),
        ("2018年有1亿用户，2019年有2亿用户。", ["2018", "2019"]),
        ("钉钉有1亿用户（截至2018年4月）。", ["2018-04"]),
        ("营收较2018年增长了30%。", [None]),
        ("2018年以来增长了30%。", [None]),
        ("钉钉有1亿用户，2018年改名。", [None]),
        ("2018年，钉钉有1亿用户。同期，飞书有2亿用户。", ["2018", "2018"]),
        ("2018年，钉钉有1亿用户。\n而同期飞书有2亿用户，企业微信有3亿用户。", ["2018", "2018", "2018"]),
        ("2018年，钉钉有1亿用户，比2017年多。同期，飞书有2亿用户。", ["2018", "2018"]),
        ("2018年，钉钉有1亿用户。同期，飞书有2亿用户，2019年有3亿用户。", ["2018", "2018", "2019"]),
        ("2018年，钉钉有1亿用户。同期相比增长了30%。", ["2018", None]),
        ("2018年，钉钉有1亿用户。与同期比，增长了30%。", ["2018", None]),
        ("2018年，钉钉有1亿用户。飞书有2亿用户。", ["2018", None]),
        ("2018年，钉钉有1亿用户。" + "两家都在追赶。" * 40 + "同期，飞书有2亿用户。", ["2018", None]),
        ("同期，飞书有2亿用户。", [None]),
    ],
)
def test_a_figure_holds_at_the_date_named_before_it(text: str, as_of: list[str | None]):
    assert [one.as_of for one in figures_of(text, {})] == as_of


def test_surface_and_offsets_are_of_the_article_as_written():
    body = "钉钉有100万企业用户。"
    text = "釘釘有100萬企業用戶。"
    document = Document("invented", text, body, "hant", None, None, (Span(0, len(text)),))
    (found,) = metrics_of(document, [])
    assert found.surface == "100萬企業用戶"
    assert text[found.start : found.end] == "100萬"


@given(
    st.text(
        alphabet="钉微信一二三十百千万亿几数多第前半0123456789.,-%年月日天家人倍元的了超过约、，。\n %",
        max_size=60,
    )
)
def test_any_text_gives_ordered_figures_that_stand_in_it(text: str):
    found = metrics_of(document_of(text), [])
    starts = [one.start for one in found]
    assert starts == sorted(starts)
    for one, following in zip_longest(found, found[1:]):
        assert text[one.start : one.start + len(one.surface)] == one.surface
        assert one.sentence_start <= one.start < one.end <= one.sentence_end
        assert following is None or one.end <= following.start
        assert one.value is not None or (one.low is not None and one.high is not None)


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str):
    figures_of(text, {})
