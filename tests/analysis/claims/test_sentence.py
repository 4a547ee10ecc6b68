"""What is known of a sentence in which figures are read."""

import pytest

from analysis.claims.sentence import Sentence
from analysis.document import Span


@pytest.mark.parametrize(
    ("place", "clause"), [(0, (0, 4)), (3, (0, 4)), (4, (0, 4)), (5, (5, 14)), (9, (5, 14))]
)
def test_the_clause_that_holds_a_place(place: int, clause: tuple[int, int]):
    assert Sentence("钉钉很好，飞书有1,100万").clause(place) == clause


def test_places_that_names_cover():
    assert Sentence("钉钉和飞书", [Span(0, 2), Span(3, 5)]).covered == {0: 2, 1: 2, 3: 5, 4: 5}
    assert Sentence("无名").covered == {}
