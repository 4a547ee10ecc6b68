import pandas as pd
import pytest

from analysis.frames import quotes as module
from analysis.frames.quotes import Quote, quotes


def spans(*rows):
    return pd.DataFrame(rows, columns=["article", "start", "end"])


def test_a_quote_is_the_sentence_in_its_own_script(small):
    (quote,) = quotes(small, spans(("two", 20, 24))).itertuples(index=False, name=None)
    assert Quote(*quote) == Quote(
        *("two", "two", "2020-02", 20, 24, "2019年Q4", "企業微信", "發布3.0版，釘釘沒有。", 13, 36),
    )


@pytest.mark.parametrize(
    ("span", "before", "hit", "after"),
    [
        (("one", 0, 7), "", "钉钉和企业微信", ""),
        (("one", 5, 10), "钉钉和企业", "微信\n钉钉", "有1000万企业用户。"),
        (("three", 0, 3), "", "飞书。", ""),
    ],
)
def test_what_stands_around_a_span(small, span, before, hit, after):
    found = quotes(small, spans(span)).iloc[0]
    assert (found["before"], found["hit"], found["after"]) == (before, hit, after)


def test_outside_any_sentence_a_window_is_shown(small, monkeypatch):
    monkeypatch.setattr(module, "WINDOW", 3)
    found = quotes(small, spans(("one", 40, 42))).iloc[0]
    assert (found["before"], found["hit"], found["after"]) == ("。\n点", "击购", "买。\n")
    assert (found["sentence_start"], found["sentence_end"]) == (37, 45)


def test_quotes_keep_the_order_given_and_drop_repeats_and_unknown_articles(small):
    found = quotes(small, spans(("two", 0, 2), ("nine", 0, 2), ("one", 0, 2), ("two", 0, 2)))
    assert found["article"].to_list() == ["two", "one"]


def test_other_columns_of_the_spans_do_not_matter(small):
    found = quotes(small, spans(("one", 0, 2)).assign(entity="钉钉"))
    assert list(found.columns) == list(Quote._fields)


def test_a_sentence_that_is_known_is_not_looked_up(store, monkeypatch):
    claims = store.query('SELECT article, start, "end", sentence_start, sentence_end FROM metrics')
    looked_up = quotes(store, claims[module.SPAN])
    monkeypatch.delattr(module, "_looked_up")
    assert quotes(store, claims).equals(looked_up)


def test_a_missing_date_is_none(small):
    assert quotes(small, spans(("one", 0, 2)))["published"].item() is None


def test_no_spans_no_quotes(small):
    assert list(quotes(small, spans()).columns) == list(Quote._fields)
