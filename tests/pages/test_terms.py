import json
import re

import pytest

FIRST = "000_f1326fc691a7f788"
ROW = re.compile(r"<tr>.*?</tr>")


def drawn(app, chart: int = 0) -> list[str]:
    """The terms of a chart, in order."""
    spec = json.loads(app.main.get("plotly_chart")[chart].proto.spec)
    return [ids[-1] for each in spec["data"] for ids in each["customdata"]]


@pytest.mark.parametrize(
    ("language", "title", "finding"),
    [("zh", "用词", "用得最多"), ("en", "Terms", '"WeCom" is used most')],
)
def test_it_says_which_term_is_used_most(open_page, words, language: str, title: str, finding: str):
    app = open_page("terms", lang=language)
    assert not app.exception
    assert words(app).startswith(title)
    assert finding in words(app)


@pytest.mark.parametrize(
    ("name", "value", "kept", "left_out"),
    [("length", "3", "企业微信", "钉钉"), ("n", "40", "社交", "的"), ("stop", "off", "可以", "的")],
)
def test_the_filters_of_terms(open_page, name: str, value: str, kept: str, left_out: str):
    app = open_page("terms")
    app.button_group(key=name).set_value(value).run()
    assert not app.exception
    assert app.query_params[name] == value
    assert kept in drawn(app)
    assert left_out not in drawn(app)


def test_parts_of_speech_are_chosen_by_groups(open_page):
    app = open_page("terms", pos=["noun", "latin"])
    assert "企业" in drawn(app)
    assert "钉钉" not in drawn(app)
    assert app.multiselect(key="pos").value == ["noun", "latin"]


def test_the_reader_edits_the_stop_words(open_page):
    app = open_page("terms")
    app.multiselect(key="without").set_value(["企业"]).run()
    app.multiselect(key="with").set_value(["这个"]).run()
    assert not app.exception
    assert "企业" not in drawn(app)
    assert (app.query_params["without"], app.query_params["with"]) == ("企业", "这个")
    longer = open_page("terms", **{"with": "一个", "without": "企业", "n": "60"})
    assert "一个" in drawn(longer)


def test_products_are_not_among_an_articles_own_terms(open_page):
    assert "企业微信" in drawn(open_page("terms"))
    assert not {"企业微信", "钉钉", "微信"} & set(drawn(open_page("terms"), chart=-1))


@pytest.mark.parametrize("typed", ["钉钉", "釘釘"])
def test_a_typed_word_is_found_in_both_scripts(open_page, typed: str):
    app = open_page("terms")
    app.text_input(key="q").set_value(typed).run()
    assert not app.exception
    assert app.query_params["q"] == typed
    lines = next(each.proto.body for each in app.main.get("html") if 'class="concordance"' in each.proto.body)
    assert ">钉钉</a>" in lines
    assert ">釘釘</a>" in lines
    assert lines.count("<tr>") == lines.count("&amp;at=")


def test_the_context_decides_the_order_of_lines(open_page):
    def lines(sort: str) -> str:
        app = open_page("terms", q="流量", sort=sort)
        return next(
            each.proto.body for each in app.main.get("html") if 'class="concordance"' in each.proto.body
        )

    left, right = lines("left"), lines("right")
    assert left != right
    assert sorted(ROW.findall(left)) == sorted(ROW.findall(right)) != []


@pytest.mark.parametrize("typed", ["没有这句话", "<script>alert(1)</script>", ".*", "**", "$x$"])
def test_what_is_found_nowhere_is_said_as_it_was_typed(open_page, words, typed: str):
    app = open_page("terms", q=typed)
    assert not app.exception
    assert f"没有“{typed}”" in words(app).replace("\u2009", "")
    assert not any('class="concordance"' in each.proto.body for each in app.main.get("html"))


@pytest.mark.parametrize(("language", "message"), [("zh", "请放宽"), ("en", "Allow shorter terms")])
def test_no_term_gets_a_message_instead(open_page, words, language: str, message: str):
    app = open_page("terms", lang=language, articles=FIRST, pos="adverb", length="3")
    assert not app.exception
    assert message in words(app)
    assert not app.main.get("plotly_chart")
