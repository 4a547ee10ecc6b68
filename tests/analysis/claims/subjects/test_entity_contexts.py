import pytest

from analysis import lexicon
from analysis.claims.subjects.entity_contexts import EntityContexts

CONTEXTS = EntityContexts.load(lexicon.FOLDER)


@pytest.mark.parametrize(
    ("pattern", "between"),
    [
        ("owned", ["", "的", " ", "旗下", "旗下协同办公平台", "推出的", "系"]),
        ("made", ["平台", "智慧办公平台", "声称旗下服务", "协作工具「"]),
        ("serves", ["帮助", "也帮", "助力 "]),
    ],
)
def test_what_stands_between_two_entities(pattern: str, between: list[str]):
    assert [text for text in between if not getattr(CONTEXTS, pattern).fullmatch(text)] == []


@pytest.mark.parametrize(
    ("pattern", "text"), [("owned", "和"), ("owned", "的竞争对手"), ("made", "平台和"), ("serves", "被")]
)
def test_what_ties_no_two_entities(pattern: str, text: str):
    assert getattr(CONTEXTS, pattern).fullmatch(text) is None


@pytest.mark.parametrize(
    ("pattern", "behind", "other"),
    [
        ("reports", "2020年官方数据显示", "数据库"),
        ("reports", "预计", "计划"),
        ("helping", "的帮助下", "帮助"),
        ("partner", "达成战略合作", "的战略"),
        ("invests", "等领投", "投资"),
        ("venue", "上，", "上线"),
        ("venue", "应用商店", "应用"),
    ],
)
def test_what_stands_behind_an_entity(pattern: str, behind: str, other: str):
    assert getattr(CONTEXTS, pattern).match(behind)
    assert getattr(CONTEXTS, pattern).match(other) is None


def test_what_stands_before_an_entity():
    assert CONTEXTS.own.search("通过公司的")
    assert CONTEXTS.own.search("通过公司开发的") is None
    assert {"和", "联合"} <= set(CONTEXTS.joining)


def test_a_role_without_words_is_never_met(tmp_path):
    (tmp_path / "entity_contexts.tsv").write_text("word\troles\texample\n和\twith\t\n", encoding="utf-8")
    contexts = EntityContexts.load(tmp_path)
    assert contexts.invests.match("领投") is None
    assert contexts.owned.fullmatch("的")


def test_every_word_stands_in_its_example():
    rows = lexicon.read(lexicon.FOLDER / "entity_contexts.tsv", ("word", "roles", "example"))
    assert [row["word"] for row in rows if row["word"] not in row["example"]] == ["软体"]
