"""Figures as claims: every quantity of an article with whom it is about, as of when, and how it is said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple, cast

from analysis import lexicon
from analysis.claims import dates, list_figures, table_figures
from analysis.claims.modality import Modalities
from analysis.claims.numerals import narrow
from analysis.claims.quantities import Quantities
from analysis.claims.quantity import Quantity
from analysis.claims.series import dealt
from analysis.claims.subjects import Discourse, Subjects
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

PARAGRAPH_REACH = 80
"""Characters before a sentence that may say what it counts."""
ITS_DATE = re.compile("的(?:大约|约|近|超过|超)?[ ]?")
"""Between a date and the figure that it makes its own: 相比2020年的21亿元."""
DATES = 8
"""Dates on either side of a figure that may be its own."""
DateCue = Literal["comparing", "beginning", "bounding", "now"]


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
        dated = lexicon.read(lexicons / "date_cues.tsv", ("word", "role", "example"))
        return cls(
            Quantities.load(lexicons),
            Subjects.load(lexicons),
            Modalities.load(lexicons),
            WordList(Entry(row["word"], cast(DateCue, row["role"])) for row in dated),
        )

    def __call__(
        self, document: Document, mentions: Sequence[Mention], events: Sequence[Event]
    ) -> list[Metric]:
        """One row a figure, in order. ``mentions`` and ``events`` are the same document's, in order."""
        discourse = self.subjects(document, mentions)
        cells = list(table_figures.find(document, mentions, events, self.quantities))
        in_tables = _in_tables(document, cells, discourse)
        in_prose = self._in_prose(document, mentions, events, discourse, [one.quantity for one in cells])
        return sorted([*in_tables, *in_prose], key=lambda row: row.start)

    def _in_prose(
        self,
        document: Document,
        mentions: Sequence[Mention],
        events: Sequence[Event],
        discourse: Discourse,
        taken: Sequence[Quantity],
    ) -> Iterator[Metric]:
        starts = {place for one in taken for place in range(one.start, one.surface_end)}
        heads = list_figures.heads(document, self.quantities.units)
        for place, sentence in enumerate(document.sentences):
            names = _within(mentions, sentence)
            for quantity in self._quantities(document, sentence, names, heads.get(place)):
                if quantity.start in starts:
                    continue
                owner = discourse.owner(place, quantity)
                as_of = self._as_of(document.body, sentence, quantity, events)
                last = bisect_left(names, quantity.start, key=lambda one: one.start) - 1
                own = last >= 0 and names[last].start >= quantity.clause.start
                modality = self.modalities(document.body, sentence, quantity, has_subject=own)
                yield _row(document, sentence, quantity, Said(*owner, as_of, modality))

    def _quantities(
        self, document: Document, sentence: Span, mentions: Sequence[Mention], head: str | None
    ) -> Iterator[Quantity]:
        """The quantities of a sentence, with the article's offsets; ``head`` is that of the list it is in."""
        text = narrow(document.body[sentence.start : sentence.end])
        if not NUMERAL_HINT.search(text):
            return
        names = [Span(one.start - sentence.start, one.end - sentence.start) for one in mentions]
        taken = [Span(*match.span()) for match in CLOSED.finditer(text)]
        taken += [Span(one.start, one.end) for one in dates.find(text)]
        found = self.quantities(text, names, taken, _paragraph_before(document.body, sentence))
        if head and not found:
            found = list_figures.under(head, document, sentence, self.quantities)
        for quantity in found:
            yield replace(
                quantity,
                start=quantity.start + sentence.start,
                end=quantity.end + sentence.start,
                surface_end=quantity.surface_end + sentence.start,
                clause=Span(quantity.clause.start + sentence.start, quantity.clause.end + sentence.start),
                turn=quantity.turn and quantity.turn._replace(start=quantity.turn.start + sentence.start),
            )

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
        return next((one.iso for one in behind if self._date_cue(body, one) == "bounding"), None)

    def _date_cue(self, body: str, date: Event) -> DateCue | None:
        """What a word beside a date says of it."""
        before = self.dates.behind(body, date.start - body[: date.start].endswith(" "))
        after = self.dates.at(body, date.end)
        if after and after.value == "beginning":
            return "beginning"
        return before.value if before and before.value != "beginning" else None


def _in_tables(document: Document, figures: Sequence[CellFigure], discourse: Discourse) -> Iterator[Metric]:
    for one in figures:
        place, table = (_sentence(document, start) for start in (one.quantity.start, one.table))
        subject = one.subject or discourse.introducing(table)
        yield _row(
            document, document.sentences[place], one.quantity, Said(subject, None, one.as_of, "asserted")
        )


def _sentence(document: Document, start: int) -> int:
    return bisect_right(document.sentences, start, key=lambda one: one.start) - 1


def _paragraph_before(body: str, sentence: Span) -> str:
    """What stands before a sentence in its paragraph, as far as it matters."""
    return body[max(0, sentence.start - PARAGRAPH_REACH) : sentence.start].rpartition("\n")[2]


def _within(mentions: Sequence[Mention], sentence: Span) -> Sequence[Mention]:
    first, last = (bisect_left(mentions, place, key=lambda one: one.start) for place in sentence)
    return mentions[first:last]


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
