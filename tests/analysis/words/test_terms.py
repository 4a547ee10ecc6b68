from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon
from analysis.document import Document
from analysis.reading.script import fold
from analysis.schema import Script
from analysis.schema.arrow_tables import arrow_schema
from analysis.words.terms import WORD_COLUMNS, WORDING_COLUMNS, Terms

TERMS = Terms.load()
WORDS = lexicon.read(lexicon.FOLDER / "words.tsv", WORD_COLUMNS)
WORDINGS = lexicon.read(lexicon.FOLDER / "wordings.tsv", WORDING_COLUMNS)


def document(text: str, script: Script) -> Document:
    return Document("an article", text, fold(text), script, None, None, ())


def counted(text: str, script: Script = "hans") -> dict[str, int]:
    _, terms = TERMS(document(text, script))
    return dict(zip(terms["term"].to_pylist(), terms["count"].to_pylist(), strict=True))


@pytest.mark.parametrize(
    ("text", "script", "expected"),
    [
        ("钉钉、DingTalk和dingtalk", "hans", {"钉钉": 3, "和": 1}),
        ("釘釘與企業微信", "hant", {"钉钉": 1, "与": 1, "企业微信": 1}),
        ("阿里巴巴就是阿里", "hans", {"阿里": 2, "就是": 1}),
        ("App、APP、ａｐｐ", "hans", {"App": 3}),
        ("To B和ToB", "hans", {"ToB": 2, "和": 1}),
        ("軟體、硬體、網路、行銷", "hant", {"软件": 1, "硬件": 1, "网络": 1, "营销": 1}),
        ("軟體和软件", "hans", {"软件": 2, "和": 1}),
        ("資料", "hant", {"数据": 1}),
        ("资料", "hans", {"资料": 1}),
        ("資料", "mixed", {"资料": 1}),
        ("小程式和小程序", "hant", {"小程序": 2, "和": 1}),
        ("智慧型手機", "hant", {"智能手机": 1}),
        ("核心、通訊錄", "hant", {"核心": 1, "通讯录": 1}),
        ("V2.4.16，3-4，2016，99.0%", "hans", {"V2.4.16": 1}),
    ],
)
def test_counts_words_under_one_term(text: str, script: Script, expected: dict[str, int]):
    assert counted(text, script) == expected


def test_tokens_keep_their_place_and_terms_their_tag():
    tokens, terms = TERMS(document("用釘釘，用軟體", "hant"))
    assert [tuple(token.values()) for token in tokens.to_pylist()] == [
        ("an article", 0, 1, "用"),
        ("an article", 1, 3, "钉钉"),
        ("an article", 4, 5, "用"),
        ("an article", 5, 7, "软件"),
    ]
    assert [tuple(term.values()) for term in terms.to_pylist()] == [
        ("an article", "用", "p", 2),
        ("an article", "钉钉", "nz", 1),
        ("an article", "软件", "n", 1),
    ]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_the_example_of_a_word_holds_its_term(row: dict[str, str]):
    assert row["word"] in counted(row["example"])


@pytest.mark.parametrize("row", WORDINGS, ids=lambda row: row["wording"])
def test_a_wording_is_counted_under_the_mainlands_words(row: dict[str, str]):
    assert row["scope"] in {"any", "hant"}
    assert fold(row["example"]) == row["wording"]
    assert list(counted(row["example"], "hant")) == [row["mainland"]]
    assert (row["mainland"] in counted(row["wording"])) is (row["scope"] == "any")


def test_mainland_words_are_not_wordings():
    assert {row["mainland"] for row in WORDINGS}.isdisjoint(row["wording"] for row in WORDINGS)


def test_a_missing_lexicon_is_named(tmp_path: Path):
    with pytest.raises(lexicon.LexiconError, match=r"\.tsv, line 1: the file is missing"):
        Terms.load(tmp_path)


@given(
    st.text() | st.lists(st.sampled_from(["軟體", "DingTalk", "的", "3", "。", " "])).map("".join),
    st.sampled_from(["hans", "hant", "mixed"]),
)
def test_counts_are_those_of_the_tokens(text: str, script: Script):
    tokens, terms = (table.to_pydict() for table in TERMS(document(text, script)))
    assert Counter(tokens["term"]) == dict(zip(terms["term"], terms["count"], strict=True))
    assert len({*terms["term"]}) == len(terms["term"])
    assert list(dict.fromkeys(tokens["term"])) == terms["term"]
    assert all(
        0 <= start < end <= len(text) for start, end in zip(tokens["start"], tokens["end"], strict=True)
    )
    assert tokens["start"] == sorted(tokens["start"])


@pytest.mark.parametrize("text", ["", "钉钉和软件"])
def test_tables_have_their_declared_columns(text: str):
    tokens, terms = TERMS(document(text, "hans"))
    assert tokens.schema == arrow_schema("tokens")
    assert terms.schema == arrow_schema("terms")
    tokens.validate(full=True)
    terms.validate(full=True)
