from analysis.exhibits.metrics import FIGURES, OF_GROUP, Figures, KindCounts, Rivals
from analysis.exhibits.view import narrowed
from analysis.frames.claim_filter import ClaimFilter
from analysis.frames.selection import Selection


def test_figures_of_the_telling_kinds_are_drawn(few):
    chart = Figures().chart(few)
    assert list(chart.data["surface"]) == ["1000万", "800萬"]
    assert "DingTalk 10M" in chart.title


def test_figures_of_chosen_kinds_are_drawn(few):
    chart = Figures(ClaimFilter(kinds=("count_other",))).chart(few)
    assert list(chart.data["surface"]) == ["3.0"]


def test_figures_about_no_product_are_left_out_where_products_are_chosen(few):
    assert KindCounts().total(few) == 3
    chosen = narrowed(few, Selection((), ("钉钉",)))
    assert KindCounts().total(chosen) == 2


def test_rival_figures_are_those_of_the_same_thing(few):
    chart = Rivals().chart(few)
    assert sorted(chart.data["value"]) == [8e6, 1e7]
    assert chart.data["disagree"].all()
    assert "8M" in chart.title


def test_a_kind_leads_to_its_figures(few):
    kinds = KindCounts()
    assert len(kinds.spans(few, ["count_other"])) == 1
    assert len(kinds.sources(few)) == 3
    assert kinds.named(few, ["count_other"]) == few.labels("metrics.kind.count_other")


def test_the_second_fact(few, whole):
    assert Figures().takeaway(few) == "1 of 2 figures has no date of its own"
    assert Rivals().takeaway(few) == ""
    assert KindCounts().takeaway(whole) == ""


def test_of_many_figures_the_largest_of_each_kind_are_drawn_once_and_it_is_said(crowd):
    chart = Figures().chart(crowd)
    same = ["subject", "kind", "unit", "value", "low", "high", "qualifier", "modality"]
    assert len(chart.data) <= FIGURES < KindCounts().total(crowd)
    assert not chart.data.duplicated(same).any()
    assert f"画出各组最大的\u2009{len(chart.data)}\u2009个" in chart.counted
    assert chart.title == Figures().chart(few_of(crowd)).title
    assert Figures().takeaway(crowd) == ""


def test_of_many_comparable_figures_a_group_has_so_many_as_can_be_seen(crowd):
    chart = Rivals().chart(crowd)
    assert chart.data.groupby(["subject", "kind", "unit"]).size().max() <= OF_GROUP


def few_of(crowd):
    """The same without what is repeated: the first five articles."""
    return narrowed(crowd, Selection(tuple(f"a{number:04d}" for number in range(5)), ()))
