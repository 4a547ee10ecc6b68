from analysis.exhibits.bounds import SIDE_BY_SIDE, beside_each_other, saying, saying_articles
from analysis.exhibits.products import Pairs


def test_few_articles_all_stand_beside_each_other(whole):
    assert beside_each_other(whole) is whole
    chart = Pairs().chart(whole)
    assert saying_articles(chart, whole) is chart


def test_of_many_those_that_name_most_do_and_it_is_said(crowd):
    shown = beside_each_other(crowd)
    assert len(shown.selection.articles) == SIDE_BY_SIDE
    assert shown.selection.products == crowd.selection.products
    chart = saying_articles(Pairs().chart(crowd), crowd)
    assert chart.counted.endswith("并排画出提到这些产品最多的\u200912\u2009篇，共\u200960\u2009篇")


def test_what_is_left_out_is_said_in_both_languages(few):
    chart = Pairs().chart(few)
    assert saying(chart, few, "groups", 3, 3) is chart
    said = saying(chart, few, "groups", 3, 1200).counted
    assert said.endswith("shown: the 3 of 1,200 groups with most figures, each figure once")
