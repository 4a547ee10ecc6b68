"""Places in a ranking, words and numbers made quantities."""

from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.figure_words import FigureWord
from analysis.claims.quantities.quantity import Counted, Turn, moved, of_numeral, of_rank, of_word
from analysis.claims.quantities.ranks import Rank
from analysis.claims.wordlist import Hit
from analysis.document import Span

CLAUSE = Span(0, 9)


def test_a_place_in_a_ranking():
    found = of_rank(Rank(2, 4, 3), CLAUSE)
    assert (found.start, found.surface_end, found.value, found.unit, found.kind) == (2, 4, 3, "rank", "rank")


def test_a_word_that_is_a_figure():
    found = of_word(Hit(2, 4, FigureWord(50, None, None, "percent", "share", "over")), CLAUSE)
    assert (found.end, found.value, found.unit, found.qualifier) == (4, 50, "percent", "over")


def test_a_number_with_what_it_counts():
    counted = Counted(7, "users", "user_count", "day", "about", "head")
    found = of_numeral(Numeral(2, 4, 30000000), counted, CLAUSE)
    assert (found.start, found.end, found.surface_end, found.clause) == (2, 4, 7, CLAUSE)
    assert (found.value, found.period, found.rule, found.turn) == (30000000, "day", "head", None)


def test_a_quantity_moves_with_its_text():
    found = of_rank(Rank(2, 4, 3), CLAUSE)._replace(turn=Turn(2, 0, 2, alike=True))
    there = moved(found, 10)
    assert (there.start, there.end, there.surface_end, there.clause) == (12, 14, 14, Span(10, 19))
    assert there.turn == Turn(12, 0, 2, alike=True)
    assert moved(of_rank(Rank(2, 4, 3), CLAUSE), 1).turn is None
