import pytest

from analysis import lexicon
from analysis.claims.quantities.candidates import Candidates, marked, outside
from analysis.claims.quantities.quantities import Quantities
from analysis.document import Span

TEXT = "位列第一。月活过半,有3亿用户。"
FOUND = Quantities.load(lexicon.FOLDER).candidates(TEXT)


def surfaces(candidates: Candidates, text: str) -> list[list[str]]:
    return [[text[one.start : one.end] for one in kind] for kind in candidates]


def test_candidates_of_every_kind_are_told_apart():
    assert surfaces(FOUND, TEXT) == [["3亿"], ["第一"], ["过半"]]


@pytest.mark.parametrize(
    ("closed", "left"),
    [
        ("位列", [["3亿"], ["第一"], ["过半"]]),
        ("列第", [["3亿"], [], ["过半"]]),
        ("有3", [[], ["第一"], ["过半"]]),
        (TEXT, [[], [], []]),
    ],
)
def test_what_touches_something_closed_is_left_out(closed: str, left: list[list[str]]):
    place = TEXT.index(closed)
    spans = [Span(place, place + len(closed))]
    assert surfaces(FOUND.outside(spans, len(TEXT)), TEXT) == left


def test_candidates_have_offsets_into_their_sentence():
    sentences = [Span(0, 5), Span(5, len(TEXT))]
    found = FOUND.by_sentence(sentences)
    assert {
        place: surfaces(candidates, TEXT[slice(*sentences[place])]) for place, candidates in found.items()
    } == {
        0: [[], ["第一"], []],
        1: [["3亿"], [], ["过半"]],
    }


def test_what_is_in_no_sentence_or_across_two_is_left_out():
    assert FOUND.by_sentence([Span(3, 8), Span(8, 10)]) == {}


def test_places_are_marked_where_a_span_covers_them():
    assert list(marked([Span(0, 1), Span(2, 4)], 5)) == [1, 0, 1, 1, 0]
    assert outside(FOUND.numerals, marked([], len(TEXT))) == list(FOUND.numerals)
