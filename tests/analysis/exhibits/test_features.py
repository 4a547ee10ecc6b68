from dataclasses import replace

import pandas as pd
import pytest

from analysis.exhibits import features
from analysis.exhibits.features import QUOTED, Comparisons, Matrix, compared, favoured, said_of
from analysis.exhibits.view import narrowed
from analysis.frames.selection import Selection


def test_the_two_products_with_most_quotes_are_compared(few):
    assert compared(few) == ("钉钉", "企业微信")
    assert compared(narrowed(few, Selection((), ("飞书",)))) == ("飞书",)


@pytest.mark.parametrize("quoted", [[], ["微信"]])
def test_products_without_quotes_are_compared_by_how_often_they_are_named(few, monkeypatch, quoted):
    monkeypatch.setattr(features.matrix, "leading", lambda *_: quoted)
    others = [name for name in few.selection.products if name not in quoted]
    assert compared(few) == tuple([*quoted, *others][:2])


def test_the_matrix_has_a_row_a_feature(few):
    chart = Matrix().chart(few)
    assert list(chart.data["feature"].unique()) == ["meeting", "version_3"]
    assert list(chart.data["product"].unique()) == ["钉钉", "企业微信"]
    assert chart.title == "DingTalk has quotes for 2 features and WeCom for 2; said to differ: 1"


def test_only_rows_that_differ(few):
    assert list(Matrix(rows="differing").chart(few).data["feature"].unique()) == ["version_3"]


def test_rows_of_a_category_or_with_a_status(few):
    assert list(Matrix(categories=("talk",)).chart(few).data["feature"].unique()) == ["meeting"]
    assert list(Matrix(statuses=("lacks",)).chart(few).data["feature"].unique()) == ["version_3"]


def test_added_products_are_columns(few):
    chart = Matrix(added=("微信",)).chart(few)
    assert list(chart.data["product"].unique()) == ["钉钉", "企业微信", "微信"]
    assert set(chart.data["feature"]) == {"clock", "meeting", "version_3"}


def test_the_sources_of_the_matrix_are_the_words_of_the_cells_drawn(few):
    sources = Matrix(categories=("talk",)).sources(few)
    assert len(sources) == 2


def test_a_cell_is_named_by_product_and_feature(few):
    assert "DingTalk" in Matrix().named(few, ["version_3", "钉钉"])


@pytest.mark.parametrize(("side", "n"), [(None, 1), ("企业微信", 1), ("钉钉", 0), ("neither", 0)])
def test_comparisons_of_a_side(side, n, few):
    assert len(Comparisons(side=side).chart(few).data) == n


def test_products_named_most_are_compared_though_others_have_the_quotes(few, monkeypatch):
    monkeypatch.setattr(features.matrix, "leading", lambda *_: ("飞书", "微信"))
    assert len(Comparisons().comparisons(few)) == 1
    assert Comparisons().comparisons(narrowed(few, Selection((), ("飞书",)))).empty


def test_how_many_comparisons_each_side_has(few):
    assert Comparisons().sides(few) == {"企业微信": 1}


def test_what_is_known_of_a_comparison(few):
    zh = replace(few, labels=few.labels.__class__("zh"))
    row = next(
        pd.DataFrame([{"favours": "钉钉", "aspect": "安全性", "holder": "张三"}]).itertuples(index=False)
    )
    assert favoured("钉钉", few) in said_of(row, few)
    assert "张三" in said_of(row, zh)
    assert "安全性" in said_of(row, zh)


@pytest.mark.parametrize("side", [None, "neither", float("nan")])
def test_a_comparison_may_favour_neither(side, few):
    assert favoured(side, few) == few.labels("features.neither")


def test_rows_mentioned_for_every_product(few):
    matrix = Matrix(rows="shared", added=("微信",))
    assert matrix.cells(few).empty
    assert matrix.chart(few).title == "No feature is mentioned for each of DingTalk, WeCom and WeChat"
    assert set(Matrix(rows="shared").cells(few)["feature"]) == {"meeting", "version_3"}
    assert Matrix(rows="shared").chart(few).title == (
        "2 features are mentioned for each of DingTalk and WeCom; had by all: 1"
    )


def test_the_second_fact_of_the_matrix(few):
    assert Matrix(rows="differing").takeaway(few) == "Of these, one product lacks 1"
    assert Matrix(added=("微信",)).takeaway(few).startswith("1 more is mentioned for one product only")


def test_quoted_comparisons_are_of_the_leading_sides_in_turn_from_every_article(whole):
    every = Comparisons().comparisons(whole)
    first, second = every["favours"].value_counts().index[:2]
    quoted = Comparisons(first=6).chart(whole)
    sides = [note.split(" · ")[0] for note in quoted.data["note"]]
    assert sides == [favoured(first, whole), favoured(second, whole)] * 3
    assert quoted.data["article"].nunique() >= 3
    assert quoted.title == Comparisons().chart(whole).title


def test_what_favours_nobody_is_quoted_last(whole):
    every = len(Comparisons().comparisons(whole))
    notes = list(Comparisons(first=every).chart(whole).data["note"])
    neither = [note.startswith(favoured(None, whole)) for note in notes]
    assert len(notes) == every
    assert neither == sorted(neither)
    assert 0 < sum(neither) < every


def test_the_second_fact_of_comparisons(few, whole):
    assert Comparisons().takeaway(few) == ""
    assert Comparisons().takeaway(whole)


def test_of_many_comparisons_the_first_are_quoted_and_all_are_counted(crowd):
    chart = Comparisons().chart(crowd)
    of = sum(Comparisons().sides(crowd).values())
    assert len(chart.data) == QUOTED < of
    assert chart.counted.endswith(f"共\u2009{of}\u2009句，引\u2009{QUOTED}\u2009句")
    assert f"{of}\u2009个句子" in chart.title


def test_of_many_discovered_features_those_with_most_quotes_are_drawn_and_it_is_said(few, monkeypatch):
    everything = Matrix().chart(few)
    monkeypatch.setattr(features, "DISCOVERED", 0)
    chart = Matrix().chart(few)
    assert list(chart.data["feature"].unique()) == ["meeting"]
    assert chart.title == everything.title
    said = "shown: of 1 features outside the lexicon the 0 with most quotes"
    assert chart.counted == f"{everything.counted}; {said}"
