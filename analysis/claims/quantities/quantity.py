"""The record of a quantity, made of a number, of a place in a ranking or of a word that is a figure."""

from __future__ import annotations

from typing import NamedTuple

from analysis.claims.numbers.numerals import Numeral
from analysis.claims.quantities.figure_words import FigureWord
from analysis.claims.quantities.ranks import Rank
from analysis.claims.wordlist import Hit
from analysis.document import Span
from analysis.schema import Kind, Qualifier


class Turn(NamedTuple):
    """The place of a quantity in a series (3亿、1亿和2000万): ``place`` from 0, ``start`` is the series'.

    ``total`` says how many there are, ``alike`` whether all of them count the same.
    """

    start: int
    place: int
    total: int
    alike: bool


class Counted(NamedTuple):
    """What a number counts, how it is bounded, the rule that says so, and where the words of it end."""

    end: int
    unit: str | None
    kind: Kind
    period: str | None
    qualifier: Qualifier
    rule: str


class Quantity(NamedTuple):
    """A quantity in a text: ``start``, ``end`` are the number's; with its unit it ends at ``surface_end``.

    ``clause`` is the clause it stands in, ``turn`` its place in a series of quantities, if it is in one.
    """

    start: int
    end: int
    surface_end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: Kind
    qualifier: Qualifier
    period: str | None
    rule: str
    clause: Span
    turn: Turn | None = None


def moved(quantity: Quantity, offset: int) -> Quantity:
    """The same quantity in a text before which ``offset`` characters were put."""
    turn, clause = quantity.turn, quantity.clause
    return quantity._replace(
        start=quantity.start + offset,
        end=quantity.end + offset,
        surface_end=quantity.surface_end + offset,
        clause=Span(clause.start + offset, clause.end + offset),
        turn=turn and turn._replace(start=turn.start + offset),
    )


def of_rank(rank: Rank, clause: Span) -> Quantity:
    """A place in a ranking as a quantity."""
    numeral = Numeral(rank.start, rank.end, rank.place)
    return of_numeral(numeral, Counted(rank.end, "rank", "rank", None, "exact", "rank"), clause)


def of_word(hit: Hit[FigureWord], clause: Span) -> Quantity:
    """A word that is a figure as a quantity."""
    figure = hit.value
    numeral = Numeral(hit.start, hit.end, figure.value, figure.low, figure.high)
    counted = Counted(hit.end, figure.unit, figure.kind, None, figure.qualifier, "figure_word")
    return of_numeral(numeral, counted, clause)


def of_numeral(numeral: Numeral, counted: Counted, clause: Span) -> Quantity:
    """A number, with what it counts, as a quantity."""
    return Quantity(
        start=numeral.start,
        end=numeral.end,
        surface_end=counted.end,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
        unit=counted.unit,
        kind=counted.kind,
        qualifier=counted.qualifier,
        period=counted.period,
        rule=counted.rule,
        clause=clause,
    )
