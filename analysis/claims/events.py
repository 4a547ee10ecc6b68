"""Dated events: every expression that names a calendar date, with the sentence that says what happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import lexicon
from analysis.claims.dates import spans, years
from analysis.claims.dates.anchors import years_passed
from analysis.claims.dates.context import Dated, PlacedDate
from analysis.claims.dates.dates import DateExpression
from analysis.claims.dates.directions import Directions
from analysis.claims.dates.occasions import Occasions
from analysis.claims.numbers.numerals import narrow
from analysis.document import Document, Span
from analysis.schema import Event, Mention

REACH = 200
"""Characters within which a sentence goes on about one date."""

SEMICOLONS = "；;"
"""Between them a sentence says things of their own, each with its own names and dates."""


@dataclass(frozen=True)
class Events:
    """The stage, with the words that tell on which side of the article's own time a date lies.

    ``report_cues`` say that something was made known, ``occasions`` are meetings named by their year.
    """

    directions: Directions
    occasions: Occasions
    report_cues: tuple[str, ...]

    @classmethod
    def load(cls, lexicons: Path) -> Events:
        """The stage with its lexicons from a folder; raises ``LexiconError`` for a broken one."""
        cues = lexicon.read(lexicons / "report_cues.tsv", ("word", "example"))
        return cls(Directions.load(lexicons), Occasions.load(lexicons), tuple(row["word"] for row in cues))

    def __call__(
        self, document: Document, mentions: Sequence[Mention], dates: Sequence[Sequence[DateExpression]]
    ) -> list[Event]:
        """One row a dated expression, in order; a lunar date beside a solar one is the same event.

        ``mentions`` are in order, ``dates`` those of every sentence. ``iso`` is null where no evidence in
        the article tells the year.
        """
        body = narrow(document.body)
        found = self._find(document, body, dates)
        placed = [one for _, one in found]
        sentences = {one.expression.start: sentence for sentence, one in found}
        passed, meeting = list(years_passed(body)), self.occasions.year(body)
        dated = years.resolve(placed, document.published, passed, meeting)
        return [
            _row(document, one, sentences[one.expression.start], mentions)
            for place, one in enumerate(dated)
            if not (place and spans.same_place(dated[place - 1].expression, one.expression))
        ]

    def _find(
        self, document: Document, body: str, dates: Sequence[Sequence[DateExpression]]
    ) -> list[tuple[Span, PlacedDate]]:
        """Expressions with article offsets, their sentence and their paragraph."""
        found: list[tuple[Span, PlacedDate]] = []
        paragraph = end = 0
        for sentence, expressions in zip(document.sentences, dates, strict=True):
            paragraph += "\n" in body[end : sentence.start]
            end = sentence.end
            if expressions:
                text = body[sentence.start : sentence.end]
                placed = self._placed(text, expressions, sentence.start, paragraph)
                found += [(sentence, one) for one in placed]
        return found

    def _placed(
        self, text: str, expressions: Sequence[DateExpression], offset: int, paragraph: int
    ) -> list[PlacedDate]:
        """The expressions in the text of a sentence that begins at ``offset``."""
        placed: list[PlacedDate] = []
        year_behind = len(text) + REACH
        for expression in reversed(expressions):
            direction = self.directions.of(text, expression.start, expression.end)
            near = year_behind - expression.end <= REACH
            reports = near and any(cue in text[expression.end : year_behind] for cue in self.report_cues)
            year_behind = expression.start if expression.year else year_behind
            placed.append(PlacedDate(_moved(expression, offset), paragraph, direction, reports))
        return placed[::-1]


def _moved(expression: DateExpression, offset: int) -> DateExpression:
    return expression._replace(start=expression.start + offset, end=expression.end + offset)


def _entities(body: str, sentence: Span, start: int, mentions: Sequence[Mention]) -> list[str]:
    """Names in the part of a sentence, between semicolons, that holds ``start``; else in all around it."""
    sentence = Span(max(sentence.start, start - REACH), min(sentence.end, start + REACH))
    opening = max(sentence.start, *(body.rfind(mark, sentence.start, start) + 1 for mark in SEMICOLONS))
    closings = (body.find(mark, start, sentence.end) for mark in SEMICOLONS)
    closing = min((place for place in closings if place >= 0), default=sentence.end)
    named = _named(mentions, Span(opening, closing)) or _named(mentions, sentence)
    return list(dict.fromkeys(named))


def _named(mentions: Sequence[Mention], span: Span) -> list[str]:
    first, last = (bisect_left(mentions, place, key=lambda one: one.start) for place in span)
    return [one.entity for one in mentions[first:last]]


def _row(document: Document, dated: Dated, sentence: Span, mentions: Sequence[Mention]) -> Event:
    start, end = dated.expression.start, dated.expression.end
    return Event(
        article=document.article,
        start=start,
        end=end,
        surface=document.text[start:end],
        iso=dated.iso,
        precision=dated.precision,
        inferred=dated.inferred,
        basis=dated.basis,
        entities=_entities(document.body, sentence, start, mentions),
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        rule=dated.expression.rule,
    )
