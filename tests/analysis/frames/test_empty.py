"""A filter that leaves nothing gives every frame its columns and no rows."""

import pytest

from analysis.frames import articles, matrix, metrics, products, terms, text_search, timeline
from analysis.frames.claim_filter import ClaimFilter
from analysis.frames.metrics import Part
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter

FULL = Selection(("one", "two", "three"), ("钉钉", "企业微信", "微信"))
KEPT = TermFilter(n=5)

OF_ARTICLES = {
    articles.cards: (KEPT,),
    terms.top_terms: (KEPT,),
    terms.tfidf: (KEPT,),
    terms.term_concordance: ("会议", "left", 5),
    text_search.concordance: ("会议", "right", 5),
}
OF_PRODUCTS = {
    products.mention_counts: (),
    products.mention_share: (),
    products.dispersion: (),
    products.co_mentions: (),
    products.aliases: (),
    products.mention_spans: (),
    metrics.page: (False, ClaimFilter(), Part("date", 5)),
    metrics.headlines: (5,),
    timeline.page: (False, "all", 5),
    timeline.by_product: ("all",),
    timeline.years: (False, "all"),
    matrix.matrix: (),
    matrix.totals: (),
    matrix.ascribed: (),
    matrix.comparisons: (),
}


@pytest.mark.parametrize("frame", [*OF_ARTICLES, *OF_PRODUCTS], ids=lambda frame: frame.__name__)
def test_no_article(small, frame):
    arguments = (OF_ARTICLES | OF_PRODUCTS)[frame]
    full = frame(small, FULL, *arguments)
    none = frame(small, Selection((), ()), *arguments)
    assert len(full) > 0
    assert len(none) == 0
    assert list(none.columns) == list(full.columns)


@pytest.mark.parametrize("frame", OF_PRODUCTS, ids=lambda frame: frame.__name__)
def test_no_product(small, frame):
    none = frame(small, Selection(FULL.articles, ()), *OF_PRODUCTS[frame])
    assert len(none) == 0
    assert list(none.columns) == list(frame(small, FULL, *OF_PRODUCTS[frame]).columns)


@pytest.mark.parametrize("frame", [*OF_ARTICLES, *OF_PRODUCTS], ids=lambda frame: frame.__name__)
def test_the_same_choice_gives_the_same_rows_in_the_same_order(small, frame):
    arguments = (OF_ARTICLES | OF_PRODUCTS)[frame]
    assert frame(small, FULL, *arguments).equals(frame(small, FULL, *arguments))
