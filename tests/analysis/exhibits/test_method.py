from dataclasses import replace

import pytest

from analysis.exhibits.method import LISTED, Method, Opening
from analysis.exhibits.view import narrowed
from analysis.frames.selection import Selection
from analysis.strings.labels import Labels

MADE = "2026-11-22"


def said(exhibit, view) -> dict[str, str]:
    return dict(exhibit.chart(view).data.itertuples(index=False, name=None))


def test_a_deck_opens_with_what_it_is_about(few):
    chart = Opening(MADE).chart(few)
    assert chart.form == "opening"
    assert chart.title == "DingTalk and WeCom in 3 articles"
    assert list(chart.data["text"]) == [
        "3 articles, 93 characters of body text",
        "Dates in the text: Q4 2019 to Feb 2020",
        "Made on 22 Nov 2026",
    ]


@pytest.mark.parametrize(
    ("products", "title"),
    [
        (("飞书",), "Feishu in 3 articles"),
        (("飞书", "微信", "钉钉", "企业微信"), "Feishu, WeChat and DingTalk in 3 articles"),
    ],
)
def test_chosen_products_are_in_the_title(products, title, few):
    assert Opening(MADE).chart(narrowed(few, Selection((), products))).title == title


def test_without_dates_and_products_there_is_still_an_opening(few):
    chart = Opening(MADE).chart(few.only(article="three").of(()))
    assert chart.title == "1 article"
    assert len(chart.data) == 2


def test_the_method_is_computed_from_the_store(few):
    method = said(Method(MADE), few)
    assert method["Articles"] == (
        "3, 102 characters as they stand, 93 of body text; "
        "2 in Simplified characters, 1 in Traditional characters"
    )
    assert method["Not counted"] == "5 characters (5% of all): advertising 5"
    assert method["Sources"].startswith('"two" (Feb 2020); "钉钉和企业微信" (no publication or date given)')
    assert method["Version"] == f"made on 22 Nov 2026, data version {few.version}"


def test_what_was_not_removed_is_said(few):
    method = said(Method(MADE), few.only(article="three"))
    assert method["Not counted"] == "nothing was left out"


def test_many_articles_are_counted_by_publication(whole, monkeypatch):
    monkeypatch.setattr("analysis.exhibits.method.LISTED", 2)
    sources = said(Method(MADE), replace(whole, labels=Labels("en")))["Sources"]
    assert sources.count(": 1") == 2
    assert sources.endswith("others or unknown: 3")
    assert LISTED > 2


def test_the_text_rests_on_no_span(few):
    assert Method(MADE).sources(few).empty
    assert Method(MADE).chart(few).form == "text"
