from dataclasses import replace
from typing import get_args

import msgspec
import pandas as pd
import pytest

from analysis.charts.chart import SLIDE_HEIGHT, Room
from analysis.charts.theme import DARK, LIGHT
from analysis.exhibits.concordance import Concordance
from analysis.exhibits.evidence import AnyExhibit, Evidence
from analysis.exhibits.exhibit import Exhibit, noted
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.method import Method, Opening
from analysis.exhibits.metrics import Figures, KindCounts, Rivals
from analysis.exhibits.overview import Articles, Headlines, Shares
from analysis.exhibits.products import Aliases, Dispersion, Mentions, Pairs
from analysis.exhibits.terms import Cloud, Frequent, Own, TermChoice
from analysis.exhibits.timeline import EventList, Lanes
from analysis.exhibits.view import View
from analysis.frames.claim_filter import ClaimFilter
from analysis.strings.labels import LANGUAGES, Labels

TRACED = [
    Shares(),
    Headlines(),
    Mentions(),
    Mentions(measure="per_1000"),
    Dispersion(),
    Pairs(),
    Aliases(),
    Frequent(TermChoice(groups=("noun",), added=("用户",), stop_list=False)),
    Cloud(),
    Own(),
    Figures(),
    Figures(ClaimFilter(kinds=("user_count",))),
    Rivals(),
    KindCounts(),
    Lanes(),
    Lanes(basis="inferred"),
    EventList(),
    Matrix(rows="differing", added=("飞书",)),
    Matrix(rows="shared"),
    Matrix(),
    Comparisons(),
    Comparisons(side="钉钉"),
    Comparisons(first=3),
    Concordance("會議"),
    Evidence(Mentions(), ("000_f1326fc691a7f788", "钉钉")),
]
"""Exhibits that rest on spans, most of them as they stand, some with choices."""

EXHIBITS = [Opening("2026-11-22"), Articles(), *TRACED, Method("2026-11-22")]
"""Every kind of exhibit."""

MARKED = [
    (Shares(), ("钉钉",)),
    (Mentions(), ("one", "钉钉")),
    (Dispersion(), ("one", 0, 2)),
    (Pairs(), ("钉钉", "企业微信")),
    (Aliases(), ("钉钉", "釘釘")),
    (Frequent(), ("会议",)),
    (Own(), ("two", "会议")),
    (Figures(), ("one", 12, 17)),
    (KindCounts(), ("count_other",)),
    (Matrix(), ("meeting", "钉钉")),
]
"""Exhibits and a mark in the articles made by hand."""


def named(value: object) -> str:
    return value.key if isinstance(value, Exhibit) else ""


def assert_spans(spans: pd.DataFrame, view: View) -> None:
    """Every row is a span that lies in its article."""
    lengths = view.store.query("SELECT article, len(text) AS length FROM texts").set_index("article")[
        "length"
    ]
    assert (spans["start"] >= 0).all()
    assert (spans["start"] < spans["end"]).all()
    assert (spans["end"] <= spans["article"].map(lengths)).all()


def test_every_kind_of_exhibit_is_tried():
    assert {type(exhibit) for exhibit in EXHIBITS} == set(get_args(AnyExhibit))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exhibit", EXHIBITS, ids=named)
def test_an_exhibit_is_drawn_on_a_page_and_on_a_slide_in_either_theme(exhibit, language, whole):
    chart = exhibit.chart(replace(whole, labels=Labels(language)))
    assert chart.title
    assert chart.counted or chart.form in ("text", "opening")
    assert chart.key == exhibit.key.replace(".", "-")
    for theme in (LIGHT, DARK):
        assert chart.draw(theme, Room()).layout.height > 0
    assert chart.draw(LIGHT, Room(888, 380)).layout.height <= SLIDE_HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exhibit", EXHIBITS, ids=named)
def test_the_line_under_a_title_is_another_sentence(exhibit, language, whole):
    view = replace(whole, labels=Labels(language))
    assert exhibit.takeaway(view) != exhibit.chart(view).title


@pytest.mark.parametrize("exhibit", TRACED, ids=named)
def test_an_exhibit_rests_on_spans_of_the_articles(exhibit, whole):
    sources = exhibit.sources(whole)
    assert not sources.empty
    assert_spans(sources, whole)


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=named)
def test_an_exhibit_is_drawn_of_nothing(exhibit, few):
    chart = exhibit.chart(few.only(article="three", product="钉钉"))
    assert chart.title
    assert isinstance(exhibit.takeaway(few.only(article="three", product="钉钉")), str)
    assert chart.draw(LIGHT, Room()).layout.height > 0


@pytest.mark.parametrize(("exhibit", "mark"), MARKED, ids=named)
def test_a_mark_leads_to_spans_and_has_a_name(exhibit, mark, few):
    spans = exhibit.spans(few, list(mark))
    assert not spans.empty
    assert_spans(spans, few)
    assert exhibit.named(few, list(mark))


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=named)
def test_an_exhibit_comes_back_from_json_as_it_was(exhibit):
    assert msgspec.json.decode(msgspec.json.encode(exhibit), type=AnyExhibit) == exhibit


def test_a_mark_is_named_by_product_and_title(few):
    assert Mentions().named(few, ["one", "企业微信"]) == "钉钉和企业微信, WeCom"


def test_quotes_come_in_order_each_with_its_note(few):
    spans = pd.DataFrame([("two", 0, 2), ("one", 0, 2)], columns=["article", "start", "end"])
    found = noted(few, spans, ["later", "first"])
    assert list(found[["article", "hit", "note"]].itertuples(index=False, name=None)) == [
        ("two", "釘釘", "later"),
        ("one", "钉钉", "first"),
    ]
