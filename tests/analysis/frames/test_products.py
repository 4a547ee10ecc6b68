import pytest

from analysis.frames import products
from analysis.frames.named_products import named
from analysis.frames.selection import Selection

BOTH = Selection(("one", "two"), ("钉钉", "企业微信"))


def rows(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_mentions_by_article_with_none_as_0(small):
    counts = products.mention_counts(small, Selection(("three", "one"), ("飞书", "钉钉")))
    assert rows(counts, "article", "title", "entity", "count") == [
        ("one", "钉钉和企业微信", "飞书", 0),
        ("one", "钉钉和企业微信", "钉钉", 3),
        ("three", "three", "飞书", 1),
        ("three", "three", "钉钉", 0),
    ]
    assert counts["per_1000"].to_list() == pytest.approx([0, 1000 * 3 / 36, 1000 / 3, 0])


def test_shares_are_of_the_chosen_products(small):
    shares = products.mention_share(small, BOTH)
    assert rows(shares, "entity", "count", "share") == [("钉钉", 5, 5 / 8), ("企业微信", 3, 3 / 8)]


def test_shares_are_0_without_any_mention(small):
    shares = products.mention_share(small, Selection(("three",), ("钉钉", "企业微信")))
    assert rows(shares, "entity", "count", "share") == [("钉钉", 0, 0), ("企业微信", 0, 0)]


def test_dispersion_places_mentions_among_the_tokens(small):
    found = products.dispersion(small, Selection(("two",), ("钉钉",)))
    assert rows(found, "article", "title", "entity", "start", "end", "position") == [
        ("two", "two", "钉钉", 0, 2, 0),
        ("two", "two", "钉钉", 31, 33, 3 / 8),
    ]


def test_pairs_stand_once_in_the_order_of_the_selection(small):
    assert rows(products.co_mentions(small, BOTH), "entity", "other", "sentences") == [
        ("钉钉", "企业微信", 3)
    ]
    turned = Selection(("one",), ("企业微信", "钉钉", "飞书"))
    assert rows(products.co_mentions(small, turned), "entity", "other", "sentences") == [
        ("企业微信", "钉钉", 2)
    ]


@pytest.mark.parametrize("pair", [("钉钉", "企业微信"), ("企业微信", "钉钉")])
def test_the_sentences_of_a_pair(small, pair):
    spans = products.co_mention_spans(small, BOTH, *pair)
    assert rows(spans, "article", "start", "end") == [("one", 0, 7), ("one", 21, 38), ("two", 13, 36)]


def test_of_many_sentences_of_a_pair_the_first_are_there(many):
    asked = (many, Selection(None, ()), "钉钉", "企业微信")
    every = products.co_mention_spans(*asked)
    assert len(every) > 50
    for n in (1, 3, 50, len(every), len(every) + 1):
        assert products.co_mention_spans(*asked, n).equals(every.head(n)), n


def test_names_as_written(small):
    assert rows(products.aliases(small, BOTH), "entity", "surface", "count") == [
        ("钉钉", "钉钉", 3),
        ("钉钉", "釘釘", 2),
        ("企业微信", "企业微信", 2),
        ("企业微信", "企業微信", 1),
    ]


def test_every_mention_as_a_span(small):
    spans = products.mention_spans(small, Selection(("two",), ("钉钉", "企业微信")))
    assert rows(spans, "start", "end", "entity", "surface") == [
        (0, 2, "钉钉", "釘釘"),
        (20, 24, "企业微信", "企業微信"),
        (31, 33, "钉钉", "釘釘"),
    ]


def test_how_products_lead_each_other_is_their_mentions_by_article_added_up(store):
    everything = Selection(None, tuple(named(store, None)["entity"].head(4)))
    counts = products.mention_counts(store, everything)
    led = products.leaders(store, everything).set_index("entity")
    densities = products.densities(store, everything).set_index("entity")["per_1000"]
    assert tuple(led.index) == tuple(densities.index) == everything.products
    for entity, own in counts.groupby("entity"):
        assert led["count"][entity] == own["count"].sum()
        assert densities[entity] == pytest.approx(own["per_1000"].sum())
        assert led["articles"][entity] == (own["count"] > 0).sum()
    by_article = counts.pivot_table(index="article", columns="entity", values="count")
    alone = by_article[by_article.eq(by_article.max(axis=1), axis=0).sum(axis=1) == 1]
    assert led["led"].to_dict() == {name: (alone.idxmax(axis=1) == name).sum() for name in led.index}
    assert set(led["of"]) == {(by_article.max(axis=1) > 0).sum()}


def test_products_named_half_as_often_as_the_first_are_named_often(small):
    leaders = products.leaders(small, Selection(None, ("钉钉", "企业微信", "飞书")))
    assert list(products.named_often(leaders)["entity"]) == ["钉钉", "企业微信"]


def test_of_products_that_share_the_first_place_none_leads(small):
    assert list(products.leaders(small, Selection(("one",), ("钉钉", "企业微信")))["led"]) == [1, 0]
    assert list(products.leaders(small, Selection(("two",), ("钉钉", "企业微信")))["led"]) == [1, 0]
    tied = products.leaders(small, Selection(("two",), ("企业微信", "微信")))
    assert rows(tied, "count", "articles", "led", "of") == [(1, 1, 0, 1), (1, 1, 0, 1)]


def test_all_articles_are_what_all_their_names_are(small):
    products_of = ("钉钉", "企业微信", "微信")
    named = Selection(("one", "two", "three"), products_of)
    frames = (products.mention_counts, products.mention_share, products.co_mentions, products.aliases)
    for frame in (*frames, products.leaders, products.densities, products.dispersion):
        assert frame(small, Selection(None, products_of)).equals(frame(small, named)), frame
