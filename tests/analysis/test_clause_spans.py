import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.clause_spans import clause_at, clauses
from analysis.document import Span


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("钉钉来了，支持审批。", ["钉钉来了", "支持审批"]),
        ("审批、考勤和日志；直播!", ["审批、考勤和日志", "直播"]),
        ("用户1,100万,组织2亿", ["用户1,100万", "组织2亿"]),
        ("收入:电话、短信", ["收入:电话、短信"]),
        ("【考勤】、【审批】", ["考勤", "、", "审批"]),
        ("", []),
    ],
)
def test_clauses_are_what_stands_between_marks(sentence: str, parts: list[str]):
    found = clauses(sentence, Span(0, len(sentence)))
    assert [sentence[clause.start : clause.end] for clause in found] == parts


@given(st.text(alphabet="钉1,，、。；【】 \n"))
def test_clauses_are_in_order_and_inside(sentence: str):
    whole = Span(0, len(sentence))
    found = clauses(sentence, whole)
    edges = [edge for clause in found for edge in clause]
    assert edges == sorted(edges)
    assert all(clause.start < clause.end <= len(sentence) for clause in found)
    for position in range(len(sentence)):
        clause = clause_at(sentence, whole, position)
        assert clause.start <= position < clause.end


def test_only_the_sentence_is_looked_at():
    assert clauses("钉钉。支持审批，", Span(3, 8)) == [Span(3, 7)]
    assert clause_at("钉钉，审批", Span(0, 5), 2) == Span(0, 5)
