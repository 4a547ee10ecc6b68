"""Words that compare: where they stand in a sentence and whom they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Span
from analysis.words.gazetteer import Gazetteer, Match

CUE_COLUMNS = ("cue", "kinds")
DIRECTED = frozenset({"subject", "object"})
JUDGED = {"good": "subject", "bad": "object"}
TURNED = {"subject": "object", "object": "subject"}
AMOUNTS = "graded_end"
NO_MARKERS = frozenset({"none", "degree", "comparative", "surplus"})
"""Kinds of words that say nothing alone, only beside others."""

BURDEN_WITHIN = 3
COMPARED = {"graded": "compared"}
SURPASSED = {"graded": "close"}
AMOUNT_COLUMNS = ("word", "roles", "example")
NUMBER = r"[\d.一二两三四五六七八九十几数百千半]+"

DEGREE_WITHIN = 1
"""Characters between a word of degree and the word that it grades (更加的稳定)."""


class Cue(NamedTuple):
    """Whom a comparing word favours and what it needs; see comparison_cues."""

    favours: str
    needs: str


class Entry(NamedTuple):
    """What the lexicon says of a word: its cues alone, its kinds, and its cue once it is graded."""

    alone: tuple[Cue, ...]
    kinds: frozenset[str]
    graded: Cue | None


class Marker(NamedTuple):
    """A comparing word in a sentence."""

    start: int
    end: int
    cue: Cue


@dataclass(frozen=True)
class ComparisonCues:
    """Finds comparing words; ``by_so_much`` is how much one is ahead of another (便宜两成, 慢了3秒)."""

    cues: Gazetteer[Entry]
    by_so_much: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads comparison_cues and amount_words; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "comparison_cues.tsv", CUE_COLUMNS)
        amounts = lexicon.read(lexicons / "amount_words.tsv", AMOUNT_COLUMNS)
        bound, unit = (lexicon.pattern_of(amounts, role) for role in ("bound", "unit"))
        return cls(
            Gazetteer({row["cue"]: _entry(lexicon.values(row["kinds"])) for row in rows}),
            re.compile(f"了?{bound}?{NUMBER}{unit}"),
        )

    def __call__(self, body: str, sentence: Span) -> list[Marker]:
        """Markers of a sentence in order; a word graded by another is one marker with it (更丰富, 强得多)."""
        start = sentence.start
        text = body[start : sentence.end]
        found = self.cues.find(text)
        markers = [*_graded(found), *self._ahead(text, found)]
        within = {place for marker in markers for place in range(marker.start, marker.end)}
        for match in found:
            if match.start not in within:
                markers += [Marker(match.start, match.end, cue) for cue in match.value.alone]
        markers.sort(key=itemgetter(0))
        return [Marker(start + marker.start, start + marker.end, marker.cue) for marker in markers]

    def _ahead(self, text: str, found: Sequence[Match[Entry]]) -> Iterator[Marker]:
        """Praise and blame with the amount behind it; not of amounts themselves, which grow (收入高20%)."""
        for match in found:
            cue = match.value.graded
            if cue and cue.needs != AMOUNTS:
                amount = self.by_so_much.match(text, match.end)
                if amount:
                    yield Marker(match.start, amount.end(), _regraded(cue, SURPASSED))


def _graded(found: Sequence[Match[Entry]]) -> Iterator[Marker]:
    """A word of degree with the praise or blame right behind it, and praise or blame with its surplus.

    Of what is a burden the less is the better: 成本更低.
    """
    burdens = [match.end for match in found if _is(match, "burden")]
    for first, second in pairwise(found):
        if not (first.value.graded or second.value.graded):
            continue
        gap = second.start - first.end
        cue = None
        if gap <= DEGREE_WITHIN and _is(first, "comparative"):
            cue = _judgement(second, COMPARED)
        elif gap <= DEGREE_WITHIN and _is(first, "degree"):
            cue = _judgement(second, {})
        if cue is None and gap == 0 and _is(second, "surplus"):
            cue = _judgement(first, SURPASSED)
        if cue and cue.needs == AMOUNTS and any(0 <= first.start - end <= BURDEN_WITHIN for end in burdens):
            cue = cue._replace(favours=TURNED[cue.favours])
        if cue:
            yield Marker(first.start, second.end, cue)


def _entry(kinds: Sequence[str]) -> Entry:
    cues = tuple(Cue(*kind.split(":")) for kind in kinds)
    graded = (Cue(JUDGED[cue.favours], cue.needs) for cue in cues if cue.favours in JUDGED)
    alone = tuple(cue for cue in cues if cue.favours not in NO_MARKERS)
    return Entry(alone, frozenset(cue.favours for cue in cues), next(graded, None))


def _is(match: Match[Entry], kind: str) -> bool:
    return kind in match.value.kinds


def _judgement(match: Match[Entry], needs: Mapping[str, str]) -> Cue | None:
    """What praise or blame says once it is graded; None for what is neither."""
    return _regraded(match.value.graded, needs) if match.value.graded else None


def _regraded(cue: Cue, needs: Mapping[str, str]) -> Cue:
    """A cue with the needs that the grading changes."""
    return cue._replace(needs=needs.get(cue.needs, cue.needs))
