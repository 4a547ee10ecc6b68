from analysis.exhibits.overview import Articles, Headlines, Shares
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


def test_the_others_have_the_rest(few):
    assert Shares().takeaway(few) == "The other 2 products have 20% together"


def test_the_articles_with_a_date_come_first(few):
    articles = Articles()
    chart = articles.chart(few)
    assert list(chart.data["article"]) == ["two", "one", "three"]
    assert chart.title == ('3 articles, 93 characters of body text; the longest is "two" with 54')
    assert articles.takeaway(few) == "1 of 3 articles gives its date of publication: Feb 2020"
    assert articles.sources(few).empty


def test_headline_figures_are_those_about_products_each_once(few):
    headlines = Headlines()
    assert list(headlines.chart(few).data["surface"]) == ["1000万", "800萬"]
    assert len(Headlines(n=1).claims(few)) == 1
    assert headlines.takeaway(few) == "1 of 2 figures has no date of its own"
