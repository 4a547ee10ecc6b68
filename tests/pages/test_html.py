"""Article text is never run: it is shown as it is written."""

import pandas as pd
import pytest

from pages._ui import html
from pages._ui.quotes import article_link, quote_list
from pages._ui.strings import labels_in

NASTY = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "$x$", "**bold**", ":smile:", "&amp;"]


@pytest.mark.parametrize("text", NASTY)
def test_an_element_shows_text_as_it_is(text: str):
    shown = html.element("note", text)
    assert shown.count("<") == 2
    assert shown.count(">") == 2


@pytest.mark.parametrize("text", NASTY)
def test_a_quote_shows_text_as_it_is(text: str):
    row = {
        "article": "a",
        "title": text,
        "published": None,
        "start": 3,
        "before": text,
        "hit": text,
        "after": text,
    }
    shown = quote_list(pd.DataFrame([row]), labels_in("zh"), ())
    harmless = quote_list(
        pd.DataFrame([row | dict.fromkeys(("title", "before", "hit", "after"), "x")]), labels_in("zh"), ()
    )
    assert shown.count("<") == harmless.count("<")
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a*b", r"a\*b"),
        ("$x$", r"\$x\$"),
        (":smile:", r"\:smile\:"),
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\]\(b\)"),
    ],
)
def test_literal_text_is_not_read_as_markdown(text: str, shown: str):
    assert html.literal(text) == shown


def test_a_link_to_an_article_keeps_the_choices():
    assert article_link("a b", 12, (("lang", ("en",)), ("articles", ("x", "y")))) == (
        "article?article=a+b&at=12&lang=en&articles=x&articles=y"
    )
    assert article_link("a", None, ()) == "article?article=a"
