from analysis.exhibits.overview import Shares
from analysis.frames.selection import Selection


def test_the_most_named_come_first(few):
    chart = Shares().chart(few)
    assert list(chart.data["entity"]) == ["钉钉", "企业微信", "微信", "飞书"]
    assert chart.title == "DingTalk has 50% of all mentions, followed by WeCom with 30%"
    assert "4 products" in chart.counted


def test_a_share_leads_to_the_mentions_of_its_product(few):
    found = Shares().spans(few, ["飞书"])
    assert list(found[["article", "start", "end"]].itertuples(index=False, name=None)) == [("three", 0, 2)]


def test_a_product_that_is_not_named_has_no_share(few):
    chart = Shares().chart(few.only(article="three", product="钉钉"))
    assert list(chart.data["share"]) == [0]


def test_the_articles_are_those_of_the_selection(few):
    narrowed = few.of(("微信",))
    assert Selection(few.selection.articles, ("微信",)) == narrowed.selection
    assert list(Shares().chart(narrowed).data["share"]) == [1]
