from analysis.exhibits.metrics import Figures, KindCounts, Rivals
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
    assert len(KindCounts().claims(few)) == 3
    chosen = narrowed(few, Selection((), ("钉钉",)))
    assert len(KindCounts().claims(chosen)) == 2


def test_rival_figures_are_those_of_the_same_thing(few):
    chart = Rivals().chart(few)
    assert sorted(chart.data["value"]) == [8e6, 1e7]
    assert chart.data["disagree"].all()
    assert "8M" in chart.title


def test_a_kind_leads_to_its_figures(few):
    kinds = KindCounts()
    assert list(kinds.spans(few, ["count_other"])["surface"]) == ["3.0"]
    assert kinds.named(few, ["count_other"]) == few.labels("metrics.kind.count_other")


def test_the_second_fact(few, whole):
    assert Figures().takeaway(few) == "1 of 2 figures has no date of its own"
    assert Rivals().takeaway(few) == ""
    assert KindCounts().takeaway(whole) == ""
