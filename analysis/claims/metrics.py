"""Figures as claims: every quantity of an article with whom it is about, as of when, and how it is said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from analysis.claims import prose_figures, table_figures
from analysis.claims.dates.dates import DateExpression
from analysis.claims.modality import Modalities
from analysis.claims.quantities.qualifiers import BOUNDS
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.quantities.series import dealt
from analysis.claims.subjects.subjects import Discourse, Subjects
from analysis.claims.table_figures import CellFigure
from analysis.claims.wordlist import WordList, with_roles
from analysis.document import Document, Span
from analysis.schema import Event, Mention, Metric, Modality

ITS_DATE = re.compile(f"的{BOUNDS}[ ]?")
"""Between a date and the figure that it makes its own: 相比2020年的21亿元."""
DATES = 8
"""Dates on either side of a figure that may be its own."""
BEFORE_A_CLAUSE = ",，;；"
"""One of them stands before 同期 where it dates a clause; elsewhere the clause compares with it."""
REACH = 200
"""Characters between a date and 同期 behind it, and between that and a figure."""
DateCue = Literal["comparing", "beginning", "bounding", "now", "same"]


class Said(NamedTuple):
    """What is said of a quantity: whom it is about, through which product, as of when and how it is put."""

    subject: str | None
    via: str | None
    as_of: str | None
    modality: Modality


@dataclass(frozen=True)
class Metrics:
    """The stage: what quantities are, whom they are about, and the words of plan and doubt."""

    quantities: Quantities
    subjects: Subjects
    modalities: Modalities
    dates: WordList[DateCue]

    @classmethod
    def load(cls, lexicons: Path) -> Metrics:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        return cls(
            Quantities.load(lexicons),
            Subjects.load(lexicons),
            Modalities.load(lexicons),
            with_roles(lexicons / "date_cues.tsv", get_args(DateCue)),
        )

    def __call__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        events: Sequence[Event],
        dates: Sequence[Sequence[DateExpression]],
    ) -> list[Metric]:
        """One row a figure, in order.

        ``mentions`` and ``events`` are the same document's, in order, ``dates`` those of every sentence.
        """
        discourse = self.subjects(document, mentions)
        cells = list(table_figures.find(document, mentions, events, self.quantities))
        figures = prose_figures.find(document, mentions, dates, self.quantities)
        in_cells = {place for one in cells for place in range(one.quantity.start, one.quantity.surface_end)}
        rows = [_in_table(document, one, discourse) for one in cells]
        starts = [one.start for one in mentions]
        for place, quantity in figures:
            if quantity.start not in in_cells:
                named = bisect_left(starts, quantity.start) > bisect_left(starts, quantity.clause.start)
                sentence = document.sentences[place]
                owner = discourse.owner(place, quantity)
                as_of = self._as_of(document.body, sentence, quantity, events)
                modality = self.modalities(document.body, sentence, quantity, has_subject=named)
                rows.append(_row(document, sentence, quantity, Said(*owner, as_of, modality)))
        return sorted(rows, key=lambda row: row.start)

    def _as_of(self, body: str, sentence: Span, quantity: Quantity, events: Sequence[Event]) -> str | None:
        """The date named last before the figure in its sentence, or one behind it that bounds it (截至…).

        A date the figure is compared with (较去年同期) or counted from (2019年以来) is passed over.
        """
        place = bisect_left(events, quantity.start, key=lambda one: one.start)
        around = events[max(0, place - DATES) : place + DATES]
        near = [one for one in around if sentence.start <= one.start < sentence.end and one.iso]
        own = dealt(body, quantity.turn, near) if quantity.turn else None
        if own:
            return own.iso
        nearest = [one for one in near if one.end <= quantity.start][-1:]
        if nearest and ITS_DATE.fullmatch(body, nearest[0].end, quantity.start):
            return nearest[0].iso
        holding = {None, "bounding"}
        before = [one for one in near if one.end <= quantity.start and self._date_cue(body, one) in holding]
        if before:
            between = self.dates.every(body[before[-1].end : quantity.start])
            return None if any(hit.value == "now" for hit in between) else before[-1].iso
        behind = [one for one in near if one.start >= quantity.surface_end]
        bounding = next((one.iso for one in behind if self._date_cue(body, one) == "bounding"), None)
        return bounding or self._same_date(body, sentence.start, quantity.start, around)

    def _same_date(self, body: str, opening: int, end: int, dates: Sequence[Event]) -> str | None:
        """The date last named before a sentence, if between its ``opening`` and ``end`` it says 同期."""
        start = max(opening, end - REACH)
        same = [start + one.start for one in self.dates.every(body[start:end]) if one.value == "same"]
        if not any(place == opening or body[place - 1] in BEFORE_A_CLAUSE for place in same):
            return None
        named = [one for one in dates if opening - REACH <= one.end <= opening and one.iso]
        holding = [one for one in named if self._date_cue(body, one) in {None, "bounding"}]
        return holding[-1].iso if holding else None

    def _date_cue(self, body: str, date: Event) -> DateCue | None:
        """What a word beside a date says of it."""
        before = self.dates.behind(body, date.start - body[: date.start].endswith(" "))
        after = self.dates.at(body, date.end)
        if after and after.value == "beginning":
            return "beginning"
        return before.value if before and before.value != "beginning" else None


def _in_table(document: Document, figure: CellFigure, discourse: Discourse) -> Metric:
    place, table = (_sentence(document, start) for start in (figure.quantity.start, figure.table))
    subject = figure.subject or discourse.introducing(table)
    said = Said(subject, None, figure.as_of, "asserted")
    return _row(document, document.sentences[place], figure.quantity, said)


def _sentence(document: Document, start: int) -> int:
    return bisect_right(document.sentences, start, key=lambda one: one.start) - 1


def _row(document: Document, sentence: Span, quantity: Quantity, said: Said) -> Metric:
    return Metric(
        article=document.article,
        start=quantity.start,
        end=quantity.end,
        surface=document.text[quantity.start : quantity.surface_end],
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        kind=quantity.kind,
        qualifier=quantity.qualifier,
        subject=said.subject,
        via=said.via,
        period=quantity.period,
        as_of=said.as_of,
        modality=said.modality,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        rule=quantity.rule,
    )
