"""Labels, and the words of every file: the same in both languages, and written as each is written."""

import re
from string import Formatter

import pytest

from analysis.strings.labels import LANGUAGES, Labels, spaced, words
from pages._ui.strings import FOLDERS

HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys():
    keys = [{key.removesuffix("_one") for key in words(language)} for language in LANGUAGES]
    assert keys[0] == keys[1]


def test_both_languages_are_given_the_same_facts():
    chinese, english = (words(language, FOLDERS) for language in LANGUAGES)
    assert {
        key
        for key in chinese.keys() & english.keys()
        if placeholders(chinese[key]) != placeholders(english[key])
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_for_one_belongs_to_a_text_for_many(language):
    texts = words(language, FOLDERS)
    assert [key for key in texts if key.endswith("_one") and key.removesuffix("_one") not in texts] == []


def test_chinese_has_full_width_punctuation_and_english_none():
    assert {key: text for key, text in words("zh", FOLDERS).items() if HALF_WIDTH.search(text)} == {}
    assert {
        key: text for key, text in words("en", FOLDERS).items() if re.search(r"[，。；：！？（）、]", text)
    } == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("共5篇", "共\u20095\u2009篇"),
        ("共 5 篇", "共\u20095\u2009篇"),
        ("图片PNG（大）", "图片\u2009PNG（大）"),
        ("超过2亿", "超过\u20092亿"),
        ("2020年2月3日", "2020年2月3日"),
        ("占40%的企业", "占\u200940%\u2009的企业"),
        ("all of it, 5 or 6", "all of it, 5 or 6"),
        ("钉钉", "钉钉"),
    ],
)
def test_a_thin_space_where_han_meets_latin(text: str, shown: str):
    assert spaced(text) == shown
    assert spaced(shown) == shown


def test_one_has_its_own_text():
    assert Labels("en")("chart.footer.articles", n=1) == "1 article"
    assert Labels("en")("chart.footer.articles", n=2) == "2 articles"


@pytest.mark.parametrize(
    ("key", "facts", "text"),
    [
        (
            "chart.hover.mentions",
            {"per_1000": "0.24", "title": "A"},
            '1 mention\n0.24 per 1,000 characters\n"A"',
        ),
        ("chart.hover.term", {"term": "云", "per_1000": "0.24", "articles": 1}, "云: once\n0.24 per 1,000"),
        ("chart.hover.own_term", {"term": "云", "score": 5, "title": "A"}, "\nonce in this article\n"),
        ("finding.matrix.several", {"of": 3, "k": 0}, "quotes for 1 feature of 3 products"),
        ("finding.closest_pair.first", {"other": "QQ"}, "QQ stand in one sentence once"),
        ("finding.most_kinds.only", {"kind": "money"}, "The one figure is of this kind: money"),
        ("finding.most_kinds.tied", {"kinds": "money and share"}, "money and share: 1 figure each"),
        ("finding.leading_terms.tied", {"of": 9}, "9 terms are used most, once each"),
        ("finding.other_sides.both", {"m": 1}, "1 favours WeCom, none is favoured in 1"),
        ("finding.other_sides.next", {}, "1 favours WeCom"),
        ("finding.other_sides.neither", {}, "The other one favours neither"),
    ],
)
def test_english_of_one_is_in_the_singular(key: str, facts: dict[str, object], text: str):
    assert text in Labels("en")(key, n=1, product="WeCom", **facts)


def test_names_are_in_the_readers_language():
    assert Labels("en").product("钉钉") == "DingTalk"
    assert Labels("en").feature("approval") == "Approvals"
    assert [Labels("zh").category(each) for each in ("hardware", None)] == [
        "智能硬件",
        "词表之外（从句式中发现）",
    ]


def test_a_missing_key_or_fact_is_an_error():
    with pytest.raises(KeyError):
        Labels("zh")("no.such.key")
    with pytest.raises(KeyError):
        Labels("zh")("chart.footer.articles")


def test_a_key_in_two_files_is_an_error(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.zh.toml").write_text('[a]\nb = "c"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"two\.zh\.toml: a\.b"):
        words("zh", (tmp_path,))
