import pytest

from analysis.frames import articles
from analysis.frames.selection import Selection
from analysis.frames.terms import TermFilter
from analysis.storage.build import build
from analysis.storage.store import Store

ALL = Selection(("one", "two", "three"), ())


def test_a_card_for_every_chosen_article(small):
    found = articles.cards(small, Selection(("three", "one"), ()), TermFilter(n=2))
    assert found["article"].to_list() == ["one", "three"]
    assert found["title"].to_list() == ["钉钉和企业微信", "three"]
    assert found["terms"].to_list() == [["钉钉", "企业微信"], ["飞书"]]


def test_how_much_cleaning_took_out(small):
    card = articles.cards(small, ALL, TermFilter(n=1)).iloc[0]
    assert (card["chars"], card["body_chars"], card["removed_chars"]) == (45, 36, 5)
    assert card["removed_share"] == pytest.approx(5 / 41)


def test_markup_is_not_said_to_be_cleaned_away(tmp_path):
    page = (
        "<html><head><script>var a = '甲';</script></head><body><nav><a href='/'>首页</a>\n<!-- 空 --></nav>"
    )
    page += "<article><p>钉钉很好，企业微信也很好。</p></article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    build([tmp_path / "page.html"], tmp_path / "store")
    card = articles.cards(Store(tmp_path / "store"), Selection(None, ()), TermFilter(n=1)).iloc[0]
    assert (card["body_chars"], card["removed_chars"]) == (13, 2)
    assert card["removed_share"] == pytest.approx(2 / 15)


def test_a_card_has_the_dates_the_article_names(small):
    card = articles.cards(small, Selection(("two",), ()), TermFilter(n=1)).iloc[0]
    assert (card["oldest"], card["newest"]) == ("2019-Q4", "2020-02")


def test_an_article_that_names_no_date(small):
    card = articles.cards(small, Selection(("three",), ()), TermFilter(n=1)).iloc[0]
    assert card["oldest"] is None
    assert card["newest"] is None
    assert card["removed_chars"] == 0


def test_what_was_removed_stands_as_written(small):
    found = articles.removed(small, "one")
    assert list(found.itertuples(index=False, name=None)) == [("one", 39, 44, "advert", "点击购买。")]
    assert articles.removed(small, "two").empty


def test_the_span_of_dates(small):
    assert articles.dated_span(small, ("one", "two")) == ("2019-Q4", "2020-02")
    assert articles.dated_span(small, ("three",)) == (None, None)
    assert articles.dated_span(small, ()) == (None, None)


def test_which_articles_there_are_the_oldest_first_the_undated_last(small):
    found = articles.described(small, ("one", "three", "two"))
    columns = ["article", "title", "author", "published", "script", "body_chars"]
    rows = found[columns].astype(object).where(found[columns].notna(), None)
    assert list(rows.itertuples(index=False, name=None)) == [
        ("two", "two", "作者", "2020-02", "hant", 54),
        ("one", "钉钉和企业微信", None, None, "hans", 36),
        ("three", "three", None, None, "hans", 3),
    ]
    assert articles.described(small, ()).empty


def test_from_when_to_when_articles_were_published(small):
    (few,) = articles.publication(small, ("one", "two")).itertuples(index=False, name=None)
    assert few == (2, 1, "2020-02", "2020-02")
    assert articles.publication(small, ())["articles"].item() == 0


def test_why_how_much_was_removed(small):
    found = articles.removed_by_reason(small, ("one", "two"))
    assert list(found.itertuples(index=False, name=None)) == [("advert", 5)]
    assert articles.removed_by_reason(small, ("two",)).empty


def test_articles_are_counted_as_a_whole_by_script_and_by_source(store):
    described = articles.described(store, None)
    (whole,) = articles.totals(store, None).itertuples(index=False)
    assert whole == (len(described), described["chars"].sum(), described["body_chars"].sum())
    for column, counted in (("script", articles.by_script), ("source", articles.by_source)):
        found = counted(store, None).set_index(column)["articles"]
        assert found.to_dict() == described[column].value_counts().to_dict()
        assert found.is_monotonic_decreasing
    assert articles.totals(store, ())["chars"].item() == 0


def test_titles_of_the_articles_asked_for_as_far_as_they_are_held(small):
    assert articles.titles(small, ("two", "one", "unknown")) == {"one": "钉钉和企业微信", "two": "two"}
