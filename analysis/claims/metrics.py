"""Figures as claims: every quantity of an article with whom it is about, as of when, and how it is said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from analysis import lexicon
from analysis.claims import dates, table_figures
from analysis.claims.numerals import narrow
from analysis.claims.quantities import Quantities
from analysis.claims.quantity import Quantity
from analysis.claims.series import dealt
from analysis.claims.subjects import Owner, Subjects
from analysis.claims.table_figures import CellFigure
from analysis.claims.wordlist import Entry, WordList
from analysis.document import Document, Span
from analysis.schema import Event, Mention, Metric, Modality

NUMERAL_HINT = re.compile("[0-9零一二两三四五六七八九十百千万亿几半数翻]")
CLOSED = re.compile(
    r"《[^《》]*》|https?://[!-~]+|(?:%[0-9A-Fa-f]{2}){2,}|[Ii][Dd]:[!-~]+"
    r"|\[[0-9]{1,3}\]|\((?:单位[::])?[十百千万亿]+[\u4e00-\u9fff]{0,2}\)"
)
"""Where no figure stands: titles of works, addresses, ids, notes ([12]), units of a table ((万元))."""

MODALITY_REACH = 120
"""Characters on either side of a figure in which a word may say how it is put."""
DATES = 8
"""Dates on either side of a figure that may be its own."""
DateCue = Literal["comparing", "beginning", "bounding"]


@dataclass(frozen=True)
class ModalityCue:
    """A word that makes a figure planned, counterfactual or disputed, and on which side of it it stands."""

    word: str
    modality: Modality
    before: bool
    behind: bool


@dataclass(frozen=True)
class Metrics:
    """The stage: what quantities are, whom they are about, and the words of plan and doubt."""

    quantities: Quantities
    subjects: Subjects
    modality: tuple[ModalityCue, ...]
    dates: WordList[DateCue]

    @classmethod
    def load(cls, lexicons: Path) -> Metrics:
        """Read the lexicon files of figures in that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "modality_cues.tsv", ("word", "modality", "place", "example"))
        cues = tuple(
            ModalityCue(
                row["word"],
                cast(Modality, row["modality"]),
                before=row["place"] != "behind",
                behind=row["place"] != "before",
            )
            for row in rows
        )
        dated = lexicon.read(lexicons / "date_cues.tsv", ("word", "role", "example"))
        return cls(
            Quantities.load(lexicons),
            Subjects.load(lexicons),
            cues,
            WordList(Entry(row["word"], cast(DateCue, row["role"])) for row in dated),
        )

    def __call__(
        self, document: Document, mentions: Sequence[Mention], events: Sequence[Event]
    ) -> list[Metric]:
        """One row a figure, in order. ``mentions`` and ``events`` are the same document's, in order."""
        in_tables = list(table_figures.find(document, mentions, events, self.quantities))
        in_prose = self._in_prose(document, mentions, events, [one.quantity for one in in_tables])
        return sorted([*self._in_tables(document, in_tables), *in_prose], key=lambda row: row.start)

    def _in_tables(self, document: Document, figures: Sequence[CellFigure]) -> Iterator[Metric]:
        for quantity, subject, as_of in figures:
            place = bisect_right(document.sentences, quantity.start, key=lambda one: one.start) - 1
            yield self._row(document, document.sentences[place], quantity, Owner(subject, None), as_of)

    def _in_prose(
        self,
        document: Document,
        mentions: Sequence[Mention],
        events: Sequence[Event],
        taken: Sequence[Quantity],
    ) -> Iterator[Metric]:
        discourse = self.subjects(document, mentions)
        starts = {place for one in taken for place in range(one.start, one.surface_end)}
        for place, sentence in enumerate(document.sentences):
            for quantity in self._quantities(document, sentence, mentions):
                if quantity.start not in starts:
                    as_of = self._as_of(document.body, sentence, quantity, events)
                    yield self._row(document, sentence, quantity, discourse.owner(place, quantity), as_of)

    def _quantities(
        self, document: Document, sentence: Span, mentions: Sequence[Mention]
    ) -> Iterator[Quantity]:
        """The quantities of a sentence, their offsets the article's."""
        text = narrow(document.body[sentence.start : sentence.end])
        if not NUMERAL_HINT.search(text):
            return
        first, last = (bisect_left(mentions, place, key=lambda one: one.start) for place in sentence)
        names = [Span(one.start - sentence.start, one.end - sentence.start) for one in mentions[first:last]]
        taken = [Span(*match.span()) for match in CLOSED.finditer(text)]
        taken += [Span(one.start, one.end) for one in dates.find(text)]
        for quantity in self.quantities(text, names, taken):
            yield replace(
                quantity,
                start=quantity.start + sentence.start,
                end=quantity.end + sentence.start,
                surface_end=quantity.surface_end + sentence.start,
                clause=Span(quantity.clause.start + sentence.start, quantity.clause.end + sentence.start),
                turn=quantity.turn and quantity.turn._replace(start=quantity.turn.start + sentence.start),
            )

    def _row(
        self,
        document: Document,
        sentence: Span,
        quantity: Quantity,
        owner: Owner,
        as_of: str | None,
    ) -> Metric:
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
            subject=owner.subject,
            via=owner.via,
            period=quantity.period,
            as_of=as_of,
            modality=self._modality(document.body, sentence, quantity),
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            rule=quantity.rule,
        )

    def _modality(self, body: str, sentence: Span, quantity: Quantity) -> Modality:
        """The first cue that fits: in the sentence before the figure, or behind it in its clause."""
        before = body[max(sentence.start, quantity.start - MODALITY_REACH) : quantity.start]
        behind = body[quantity.surface_end : min(quantity.clause.end, quantity.surface_end + MODALITY_REACH)]
        for cue in self.modality:
            if (cue.before and cue.word in before) or (cue.behind and cue.word in behind):
                return cue.modality
        return "asserted"

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
        holding = {None, "bounding"}
        before = [one for one in near if one.end <= quantity.start and self._date_cue(body, one) in holding]
        if before:
            return before[-1].iso
        behind = [one for one in near if one.start >= quantity.surface_end]
        return next((one.iso for one in behind if self._date_cue(body, one) == "bounding"), None)

    def _date_cue(self, body: str, date: Event) -> DateCue | None:
        """What a word beside a date says of it."""
        before = self.dates.behind(body, date.start - body[: date.start].endswith(" "))
        after = self.dates.at(body, date.end)
        if after and after.value == "beginning":
            return "beginning"
        return before.value if before and before.value != "beginning" else None
