"""Quantities in a series, and what is dealt out to them in order: A和B的月活分别为3亿和1亿."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from analysis.claims.quantities.kinds import Kinds
from analysis.claims.quantities.qualifiers import BOUNDS
from analysis.claims.quantities.quantity import Quantity, Turn
from analysis.claims.quantities.units import Unit, Units
from analysis.claims.wordlist import Hit
from analysis.reading.clause_spans import Placed

JOIN = re.compile("[ ]?(?:和|与|及|以及|跟|、)[ ]?")
JOINED_NUMBERS = re.compile(rf"[ ]?(?:和|与|及|以及|、)[ ]?{BOUNDS}[ ]?(?:[¥$￥]|US\$)?")
DEALT = re.compile("分别|各自|依次")
DEALT_REACH = 60
"""Characters between what is dealt out and the series, where 分别 says so."""
PLAIN_REACH = 20
"""The same where nothing says so."""
PARTED = re.compile("[,，;；。:：]")
LONGEST_HEADS = 60
NO_OTHER_UNIT = {"head", "repeated", "shared", "noun"}

Row = TypeVar("Row", bound=Placed)


def in_series(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a sentence, in order, each that is one of a series with its turn."""
    found: list[Quantity] = []
    for series in _series(text, quantities):
        if len(series) == 1:
            found += series
            continue
        alike = len({(one.unit, one.kind) for one in series}) == 1
        for place, one in enumerate(series):
            found.append(one._replace(turn=Turn(series[0].start, place, len(series), alike)))
    return found


def dealt(text: str, turn: Turn, rows: Sequence[Row]) -> Row | None:
    """The one of ``rows`` that a quantity of a series gets, if as many as these stand joined before it.

    ``rows`` are in order of their places in the text.
    """
    chain: list[Row] = []
    for one in rows:
        if one.end > turn.start:
            break
        joined = chain and JOIN.fullmatch(text, chain[-1].end, one.start)
        chain = [*chain, one] if joined else [one]
    if len(chain) < turn.total:
        return _far(text, turn, rows)
    if len(chain) > turn.total:
        return None
    between = text[chain[-1].end : turn.start]
    if DEALT.search(between[-DEALT_REACH:]) and len(between) <= DEALT_REACH:
        return chain[turn.place]
    plain = turn.alike and len(between) <= PLAIN_REACH and not PARTED.search(between)
    return chain[turn.place] if plain else None


def _far(text: str, turn: Turn, rows: Sequence[Row]) -> Row | None:
    """The one of the last rows before a series that they are dealt out to though they do not stand joined."""
    last = [one for one in rows if one.end <= turn.start][-turn.total :]
    if len(last) != turn.total or turn.start - last[0].start > DEALT_REACH:
        return None
    if len({text[one.start : one.end] for one in last}) < turn.total:
        return None
    return last[turn.place] if DEALT.search(text, last[-1].end, turn.start) else None


def with_own_heads(text: str, quantities: Sequence[Quantity], units: Units, kinds: Kinds) -> list[Quantity]:
    """Quantities in series with what each counts, where that stands joined before them: DAU和MAU分别为."""
    found = list(quantities)
    for place, one in enumerate(quantities):
        if one.turn is None or one.rule not in NO_OTHER_UNIT:
            continue
        heads = _heads(text, one.turn, units)
        if heads:
            head = heads[one.turn.place]
            period = kinds.periods.last_in(text, max(0, head.start - 1), head.end)
            found[place] = one._replace(
                unit=head.value.unit,
                kind=head.value.kind,
                period=period.value.period if period else None,
            )
    return found


def _series(text: str, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    series: list[Quantity] = []
    for one in quantities:
        if series and not JOINED_NUMBERS.fullmatch(text, series[-1].surface_end, one.start):
            yield series
            series = []
        series.append(one)
    if series:
        yield series


def _heads(text: str, turn: Turn, units: Units) -> list[Hit[Unit]]:
    """The words of units that are dealt out to a series, none if they are not as many."""
    before = text[max(0, turn.start - LONGEST_HEADS) : turn.start]
    dealing = DEALT.search(before)
    if dealing is None:
        return []
    end = turn.start - len(before) + dealing.start()
    start = max((mark.end() for mark in PARTED.finditer(text, turn.start - len(before), end)), default=0)
    ends = [*(join.start() for join in JOIN.finditer(text, start, end)), end][-turn.total :]
    heads = [units.words.behind(text, place) for place in ends]
    found = [head for head in heads if head and head.value.unit and head.value.role in {"noun", "head"}]
    return found if len(found) == turn.total else []
