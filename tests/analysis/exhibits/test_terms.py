import pytest

from analysis.exhibits.terms import (
    CLOUD,
    OWN,
    TELLING,
    Cloud,
    Frequent,
    Own,
    TermChoice,
    default_stop_words,
    product_names,
)


def test_the_stop_words_in_force_are_those_listed_and_added_but_not_those_taken_back():
    listed = default_stop_words()
    assert list(listed) == sorted(listed)
    choice = TermChoice(added=("平台",), taken_back=(listed[0],))
    assert choice.stopped == {*listed[1:], "平台"}
    assert TermChoice(stop_list=False).stopped == frozenset()


def test_the_choice_is_a_filter_of_the_frames():
    kept = TermChoice(n=5, length=3, groups=("noun",), stop_list=False, added=("平台",)).kept
    assert (kept.n, kept.min_length, kept.stop_words) == (5, 3, frozenset({"平台"}))
    assert "n" in kept.pos
    assert TermChoice().kept.pos is None


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (TermChoice(stop_list=False), "at least 2 characters; all parts of speech; 0 stop words left out"),
        (
            TermChoice(length=3, groups=("noun", "verb"), stop_list=False, added=("平台", "用户")),
            "at least 3 characters; nouns, verbs; 2 stop words left out",
        ),
    ],
)
def test_the_choice_in_words(choice, said, few):
    assert choice.said(few).casefold().startswith(said)


def test_the_most_frequent_terms(few):
    chart = Frequent(TermChoice(n=2, stop_list=False)).chart(few)
    assert list(chart.data["term"]) == ["钉钉", "企业微信"]
    assert "DingTalk" in chart.title


def test_the_places_behind_a_chart_are_those_of_its_first_terms(whole):
    first = set(Frequent().chart(whole).data["term"].head(TELLING))
    sources = Frequent().sources(whole)
    tokens = whole.store.query("SELECT article, start, term FROM tokens")
    assert set(sources.merge(tokens, on=["article", "start"])["term"]) == first


def test_a_term_of_an_article_leads_to_its_places_there(few):
    assert set(Own().spans(few, ["two", "会议"])["article"]) == {"two"}
    assert set(Frequent().spans(few, ["会议"])["article"]) == {"one", "two"}


def test_an_articles_own_terms_are_no_products(whole):
    chart = Own().chart(whole)
    assert not set(chart.data["term"]) & set(whole.selection.products)
    assert (chart.data.groupby("article").size() <= OWN).all()


def test_the_cloud_has_so_many_terms_whatever_is_chosen_for_the_bars(whole):
    chart = Cloud(TermChoice(n=5)).chart(whole)
    assert len(chart.data) == CLOUD
    assert chart.form == "picture"


def test_the_second_fact(few, whole):
    assert Frequent(TermChoice(stop_list=False)).takeaway(few).startswith("Apart from the names of products,")
    assert (
        Cloud(TermChoice(stop_list=False)).takeaway(few)
        == "None of the first 8 terms is used in every article"
    )
    assert "《" in Own().takeaway(whole)


def test_the_names_of_products_are_those_of_the_whole_store(few):
    assert product_names(few.only(article="three")) == {"钉钉", "企业微信", "微信", "飞书"}
