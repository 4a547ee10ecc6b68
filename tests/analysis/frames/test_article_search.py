import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.frames.article_search import captions, catalogue, offered
from analysis.schema import TABLES, ArticleRow
from analysis.schema.arrow_tables import arrow_table
from analysis.storage.store import Store
from analysis.storage.store_writing import write

KNOWN = {
    "a": ("騰訊為什麼要推企業微信", "36氪", None, "2019-05"),
    "b": ("钉钉与企业微信", "虎嗅", "张三", "2020-02-03"),
    "c": ("Why DingTalk", None, None, None),
    "d": ("钉钉与企业微信", None, "Lee", "2020"),
}


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    rows = [
        ArticleRow(
            *(name, f"{name}.txt", title, 0, len(title), author, source, published, None),
            *("hans", "utf-8", "0" * 64, 100, 90),
        )
        for name, (title, source, author, published) in KNOWN.items()
    ]
    folder = tmp_path_factory.mktemp("named") / "store"
    tables = {name: arrow_table(name, rows if name == "articles" else []) for name in TABLES}
    write(folder, tables, {})
    return catalogue(Store(folder))


def test_the_newest_come_first_and_the_undated_last(listed):
    assert list(listed.index) == ["b", "d", "a", "c"]


def test_two_of_the_same_title_are_told_apart(listed):
    assert listed["caption"].to_dict() == {
        "a": "騰訊為什麼要推企業微信",
        "b": "钉钉与企业微信 (b)",
        "c": "Why DingTalk",
        "d": "钉钉与企业微信 (d)",
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["b", "d", "a", "c"]),
        ("企业微信", ["b", "d", "a"]),
        ("企業微信", ["b", "d", "a"]),
        ("腾讯", ["a"]),
        ("dingtalk", ["c"]),
        ("36", ["a"]),
        ("微信 虎嗅", ["b"]),
        ("lee 钉钉", ["d"]),
        (".*", []),
        ("飞书", []),
    ],
)
def test_a_part_of_title_publication_or_author_finds_an_article(listed, text, names):
    found = offered(listed, text, 10)
    assert list(found.captions) == names
    assert found.total == len(names)


def test_the_first_are_offered_and_all_are_counted(listed):
    found = offered(listed, "钉钉", 1)
    assert (list(found.captions), found.total) == (["b"], 2)


@given(st.text(max_size=20))
def test_whatever_is_typed(listed, text):
    found = offered(listed, text, 2)
    assert len(found.captions) == min(2, found.total) <= len(KNOWN)


def test_captions_of_what_there_is_in_the_order_asked_for(listed):
    assert list(captions(listed, ["c", "x", "a"])) == ["c", "a"]


def test_a_store_without_articles(tmp_path):
    write(tmp_path / "s", {name: arrow_table(name, []) for name in TABLES}, {})
    assert offered(catalogue(Store(tmp_path / "s")), "a", 5) == ({}, 0)
