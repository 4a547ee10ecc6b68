import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.document import Span
from analysis.reading.clause_spans import LONGEST_SENTENCE, by_sentence, clause_at, clauses


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


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        ([], [[], []]),
        ([Span(0, 2), Span(3, 5), Span(6, 8)], [[Span(0, 2), Span(3, 5)], [Span(6, 8)]]),
        ([Span(4, 7), Span(9, 10)], [[], [Span(9, 10)]]),
        ([Span(5, 6), Span(11, 12)], [[], []]),
    ],
)
def test_rows_are_held_by_the_sentence_they_are_wholly_inside(rows: list[Span], held: list[list[Span]]):
    assert by_sentence([Span(0, 5), Span(6, 11)], rows) == held


def test_what_is_too_long_for_a_sentence_holds_nothing():
    assert by_sentence([Span(0, LONGEST_SENTENCE + 1)], [Span(0, 5)]) == [[]]
