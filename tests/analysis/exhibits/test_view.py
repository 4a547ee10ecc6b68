import pandas as pd
import pytest

from analysis.charts.theme import LIGHT
from analysis.exhibits.view import everything, narrowed
from analysis.findings import Finding
from analysis.frames import products
from analysis.frames.named_products import named
from analysis.frames.selection import Selection
from analysis.strings.labels import Labels

BOTH = ("钉钉", "企业微信")


def test_everything_is_every_article_and_every_product_the_most_named_first(small):
    view = everything(Labels("zh"), LIGHT, small)
    assert view.selection == Selection(None, (*BOTH, "微信", "飞书"))
    assert view.chosen == Selection((), ())
    assert view.version == small.version


def test_what_is_chosen_narrows_and_nothing_chosen_narrows_nothing(few):
    assert narrowed(few, Selection((), ())) == few
    view = narrowed(few, Selection(("one",), ()))
    assert view.selection == Selection(("one",), few.selection.products)
    assert view.chosen == Selection(("one",), ())


def test_the_leading_products_are_the_first_unless_some_are_chosen(few):
    assert few.leading(2).selection.products == BOTH
    chosen = narrowed(few, Selection((), ("飞书", "微信", "钉钉")))
    assert chosen.leading(2).selection.products == ("飞书", "微信", "钉钉")


def test_one_article_one_product(few):
    assert few.only(article="two").selection == Selection(("two",), few.selection.products)
    assert few.only(product="飞书").selection == Selection(few.selection.articles, ("飞书",))


def test_a_frame_is_read_once(few):
    first = few.read(products.mention_share)
    assert few.read(products.mention_share) is first
    assert few.of(("飞书",)).read(products.mention_share) is not first
    assert few.read_all(named, ("one",)) is few.read_all(named, ("one",))


def test_a_drawing_depends_on_language_theme_store_and_selection(few):
    assert few.state != few.of(("飞书",)).state
    assert few.state == narrowed(few, Selection((), ())).state


@pytest.mark.parametrize(
    ("chosen", "filters"),
    [
        (Selection((), ()), "No filter"),
        (Selection(("one",), ()), "Chosen from 3 articles"),
        (Selection(("one",), ("钉钉", "微信")), "Chosen from 3 articles; Products: DingTalk, WeChat"),
    ],
)
def test_a_chart_says_what_it_rests_on(chosen, filters, few):
    facts = narrowed(few, chosen).facts()
    assert facts.articles == (len(chosen.articles) or 3)
    assert facts.filters == filters


def test_the_dates_are_those_of_the_articles_shown(few):
    assert (few.facts().oldest, few.facts().newest) == ("2019-Q4", "2020-02")
    assert few.only(article="three").facts().oldest is None


def test_a_finding_in_words(few):
    finding = Finding(
        "largest_share.first", {"product": "钉钉", "share": 0.004, "other": "微信", "other_share": 0.5}
    )
    assert few.say(finding) == "DingTalk has <1% of all mentions, followed by WeChat with 50%"
    assert few.say(Finding("most_named.tied", {"products": list(BOTH)})).startswith("DingTalk and WeCom are")


def test_large_numbers_are_written_with_commas(few):
    finding = Finding("corpus.even", {"n": 1000, "chars": 2516102})
    assert few.say(finding) == "1,000 articles, 2,516,102 characters of body text"


def test_a_chart_of_data(few):
    def draw(*drawn):
        return drawn

    data = pd.DataFrame({"a": [1]})
    chart = few.chart(
        "products.pairs", Finding("absent.all", {"products": ["钉钉"], "n": 3}), data, draw, "quotes"
    )
    assert (chart.key, chart.form, chart.data) == ("products-pairs", "quotes", data)
    assert chart.title == "All 3 articles name DingTalk"
    assert chart.draw(LIGHT, None) == (data, few.labels, LIGHT, None)
