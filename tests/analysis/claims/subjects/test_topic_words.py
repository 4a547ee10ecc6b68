"""Words of a clause that names nobody: what an entity has, and what none has."""

import pytest

from analysis import lexicon
from analysis.claims.subjects.topic_words import TopicWords

WORDS = TopicWords.load(lexicon.FOLDER)
ROWS = lexicon.read(lexicon.FOLDER / "topic_words.tsv", ("word", "role", "example"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_a_word_tells_whether_a_clause_goes_on(row: dict[str, str]):
    assert row["word"] in row["example"]
    assert WORDS.is_general(row["example"]) == (row["role"] != "own")
    assert WORDS.has_other_subject(row["example"]) == (row["role"] == "other")
    assert WORDS.names_owned(row["example"]) or row["role"] != "own"
    assert WORDS.is_owned(row["example"]) or row["role"] != "own"


@pytest.mark.parametrize(
    ("clause", "owned"),
    [
        ("2023年软件订阅收入达到3亿元", True),
        ("在线平均月流失率为2.7%", True),
        ("公司的员工达到300人", True),
        ("Q3 FY26的收入达到3亿元", True),
        ("某茶饮品牌的门店达到300家", False),
        ("这个城市里最大的那家商场营收达到3亿元", False),
        ("天气很好", False),
    ],
)
def test_what_is_owned_stands_at_the_beginning(clause: str, owned: bool):
    assert WORDS.is_owned(clause) == owned
