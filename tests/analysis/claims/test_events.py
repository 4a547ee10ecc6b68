"""Dated events, as tests/specs/events.json dates them, and the years it takes."""

import json
import re
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.claims.dates.dates import of_sentences
from analysis.claims.events import Events
from analysis.document import Document, Span
from analysis.schema import Event, Mention

SPECS = Path(__file__).parents[2] / "specs"
CASES = json.loads((SPECS / "events.json").read_text(encoding="utf-8"))["cases"]
KNOWN_FAILURES = json.loads((SPECS / "known_failures.json").read_text(encoding="utf-8"))["events"]
EVENTS = Events.load(lexicon.FOLDER)


def document_of(text: str, published: str | None = None) -> Document:
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\s。][^。\n]*[。]?", text))
    return Document("invented", text, text, "hans", title=None, published=published, sentences=sentences)


def events_of(document: Document, mentions: Sequence[Mention] = (), stage: Events = EVENTS) -> list[Event]:
    return stage(document, mentions, of_sentences(document))


def dated(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {name: getattr(one, name) for name in ("surface", "iso", "precision", "inferred")}
        for one in events_of(document_of(case["text"], case["published"]))
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} {case['published'] or ''}")
def test_dates_the_events_of_a_text(case: dict[str, Any]):
    assert dated(case) == case["expected"]


@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case["text"])
@pytest.mark.xfail(strict=True, reason="known failure: once it works it belongs to the specs")
def test_known_failures_still_fail(case: dict[str, Any]):
    assert dated(case) == case["expected"]


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        ("2019年，飞书推出。", None, ["stated"]),
        ("2019年底，飞书推出。", None, ["end of the year, read as a month"]),
        ("2月3日复工。", None, ["no year can be told"]),
        ("2月3日复工。", "2020-02-18", ["date of publication: 2020-02-18"]),
        ("2月3日，正月初十，复工。", None, ["lunar date beside 2月3日 fits 2020"]),
        ("2019年。\n2月3日复工。", None, ["stated", "no year can be told"]),
        ("2019年12月。\n3月复工。", None, ["stated", "date stated in the paragraph before: 2019-12"]),
        (
            "2016年。\n2019年。\n三年后的今天，今年。",
            None,
            ["stated", "stated", "present year from 3 years after 2016: 2019"],
        ),
        ("2019年1月立项，2月3日复工。", None, ["stated", "date stated before it: 2019-01"]),
    ],
)
def test_says_what_a_date_was_read_from(text: str, published: str | None, basis: list[str]):
    assert [one.basis for one in events_of(document_of(text, published))] == basis


@pytest.mark.parametrize(
    "row", lexicon.read(lexicon.FOLDER / "report_cues.tsv", ("word", "example")), ids=lambda row: row["word"]
)
def test_what_was_made_known_tells_the_year(row: dict[str, str]):
    alone = Events(EVENTS.directions, EVENTS.occasions, (row["word"],))
    assert next(one.iso for one in events_of(document_of(row["example"]), stage=alone)) == "2023-08-02"


def test_names_the_entities_of_its_sentence_once_each():
    text = "2019年，飞书和钉钉都在追赶飞书。钉钉没有日期。"
    mentions = [
        Mention("invented", found.start(), found.end(), found[0], found[0], "product", rule="invented")
        for found in re.finditer("飞书|钉钉", text)
    ]
    (event,) = events_of(document_of(text), mentions)
    assert event.entities == ["飞书", "钉钉"]
    assert text[event.sentence_start : event.sentence_end] == "2019年，飞书和钉钉都在追赶飞书。"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("2016年4月推出企业微信；2019年推出飞书。", [["企业微信"], ["飞书"]]),
        ("飞书2019年上线;钉钉早在2014年上线，2015年收费。", [["飞书"], ["钉钉"], ["钉钉"]]),
        ("飞书很好；2019年上线。", [["飞书"]]),
    ],
)
def test_names_what_stands_in_its_part_of_the_sentence(text: str, entities: list[list[str]]):
    names = re.finditer("企业微信|飞书|钉钉", text)
    mentions = [Mention("invented", *found.span(), found[0], found[0], "product", "") for found in names]
    assert [one.entities for one in events_of(document_of(text), mentions)] == entities


@given(
    st.text(alphabet="12年月日初底三季度Q上半去今正大除夕。\n 0，同将于至-当本前个(", max_size=50),
    st.none() | st.dates(date(1995, 1, 1), date(2040, 1, 1)).map(str) | st.sampled_from(["2020", "2020-02"]),
)
def test_any_text_gives_ordered_events_with_real_dates(text: str, published: str | None):
    end = 0
    for event in events_of(document_of(text, published)):
        assert end <= event.start < event.end
        assert text[event.start : event.end] == event.surface
        if event.iso and event.precision == "day":
            date.fromisoformat(event.iso)
        end = event.end


@pytest.mark.parametrize(
    "unit", ["{}月3日第一版，", "{}日第一版。", "同年{}月，当月5日，", "{}月3日发布2019年第二季度。\n"]
)
def test_time_grows_with_length(unit: str):
    text = "".join(unit.format(number % 12 + 1) for number in range(6_000))
    began = time.process_time()
    assert events_of(document_of(text))
    assert time.process_time() - began < 5
