import pytest

from analysis.exhibits.products import MOST, Aliases, Dispersion, Mentions, Pairs
from analysis.exhibits.view import narrowed
from analysis.frames.selection import Selection


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_mentions_by_article(few):
    chart = Mentions().chart(few.of(("钉钉", "企业微信")))
    assert rows(chart.data, "article", "entity", "count") == [
        ("one", "钉钉", 3),
        ("one", "企业微信", 2),
        ("three", "钉钉", 0),
        ("three", "企业微信", 0),
        ("two", "钉钉", 2),
        ("two", "企业微信", 1),
    ]
    assert chart.title == "DingTalk is named most in all 2 articles"


def test_the_title_is_of_the_measure(few):
    two = few.of(("钉钉", "飞书"))
    assert Mentions().chart(two).title == "DingTalk is named most overall, and first in 2 of 3 articles"
    assert Mentions(measure="per_1000").chart(two).title.startswith("Feishu is named most")


@pytest.mark.parametrize("exhibit", [Mentions(), Dispersion(), Pairs(), Aliases()])
def test_at_most_so_many_products_are_drawn(exhibit, whole):
    assert len(whole.selection.products) > MOST
    drawn = whole.leading(MOST).selection.products
    sources = exhibit.sources(whole)
    found = sources if "entity" in sources else Dispersion().sources(whole)
    assert set(found["entity"]) == set(drawn)


def test_a_pair_leads_to_the_sentences_that_name_both(few):
    assert rows(Pairs().spans(few, ["钉钉", "企业微信"]), "article", "start", "end") == [
        ("one", 0, 7),
        ("one", 21, 38),
        ("two", 13, 36),
    ]


def test_the_sources_of_pairs_hold_each_sentence_once(few):
    sources = Pairs().sources(few)
    assert not sources.duplicated().any()


def test_a_name_leads_to_the_places_where_a_product_is_so_written(few):
    assert set(Aliases().spans(few, ["钉钉", "釘釘"])["surface"]) == {"釘釘"}
    assert Aliases().named(few, ["企业微信", "企業微信"]) == "WeCom: 企業微信"


def test_dispersion_says_who_is_missing_where(few):
    assert Dispersion().chart(few.of(("钉钉",))).title == "1 of 3 articles does not name DingTalk"
    assert Dispersion().chart(few).title == "DingTalk and WeCom are each missing from 1 of 3 articles"
    asked_for = narrowed(few, Selection((), ("钉钉", "飞书")))
    assert Dispersion().chart(asked_for).title == "2 of 3 articles do not name Feishu"


@pytest.mark.parametrize(
    ("exhibit", "takeaway"),
    [
        (Mentions(), "Feishu is first in the other one"),
        (Dispersion(), "DingTalk is the first to be named in 2 of 3 articles"),
        (Pairs(), ""),
        (Aliases(), ""),
    ],
)
def test_the_second_fact(exhibit, takeaway, few):
    assert exhibit.takeaway(few) == takeaway
