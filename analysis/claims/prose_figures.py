"""Figures in sentences: every quantity of an article that stands in no table, with its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.claims import list_figures
from analysis.claims.dates import DateExpression
from analysis.claims.numerals import narrow
from analysis.claims.quantities import Candidates, Quantities
from analysis.claims.quantity import Quantity, moved
from analysis.claims.sentence import Sentence
from analysis.document import Document, Span
from analysis.schema import Mention

CLOSED = re.compile(
    r"《[^《》]*》|https?://[!-~]+|%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})+|I[Dd]:[!-~]+|i[Dd]:[!-~]+"
    r"|\[[0-9]{1,3}\]|\((?:单位[::])?[十百千万亿]+[\u4e00-\u9fff]{0,2}\)"
)
"""Where no figure stands: titles of works, addresses, ids, notes ([12]), units of a table ((万元))."""

PARAGRAPH_REACH = 80
"""Characters before a sentence that may say what it counts."""

NONE = Candidates([], [], [])


def find(
    document: Document,
    mentions: Sequence[Mention],
    dates: Sequence[Sequence[DateExpression]],
    quantities: Quantities,
) -> Iterator[tuple[int, Quantity]]:
    """Quantities with the article's offsets, in order, each with the place of its sentence.

    ``mentions`` are in order, ``dates`` those of every sentence. Only sentences that have a candidate for
    a figure are looked at.
    """
    body = narrow(document.body)
    starts = [one.start for one in mentions]
    heads = list_figures.heads(document, quantities.units)
    closed = _closed(document, mentions, dates)
    candidates = _by_sentence(document.sentences, quantities.candidates(body), closed)
    for place in sorted(candidates.keys() | heads.keys()):
        start, end = document.sentences[place]
        text = body[start:end]
        within = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        names = [Span(one.start - start, one.end - start) for one in within]
        taken = [Span(*match.span()) for match in CLOSED.finditer(text)]
        sentence = Sentence(text, names, _paragraph_before(document.body, start))
        found = quantities.read(candidates.get(place, NONE), sentence, taken)
        if place in heads and not found:
            found = list_figures.under(heads[place], text, quantities)
        for quantity in found:
            yield place, moved(quantity, start)


def _closed(
    document: Document, mentions: Sequence[Mention], dates: Sequence[Sequence[DateExpression]]
) -> bytearray:
    """The places of an article that names and dates take up, marked with 1."""
    closed = bytearray(len(document.body))
    for name in mentions:
        closed[name.start : name.end] = b"\1" * (name.end - name.start)
    for sentence, found in zip(document.sentences, dates, strict=True):
        for one in found:
            start, end = sentence.start + one.start, sentence.start + one.end
            closed[start:end] = b"\1" * (end - start)
    return closed


def _by_sentence(
    sentences: Sequence[Span], candidates: Candidates, closed: bytearray
) -> dict[int, Candidates]:
    """The candidates of each sentence that has any, by its place, with offsets into the sentence.

    Those that touch a place that is ``closed`` are left out.
    """
    starts = [sentence.start for sentence in sentences]
    held: defaultdict[int, tuple[list[Any], ...]] = defaultdict(lambda: ([], [], []))
    kinds: Sequence[Sequence[Any]] = candidates
    for kind, found in enumerate(kinds):
        for one in found:
            place = bisect_right(starts, one.start) - 1
            if place < 0 or one.end > sentences[place].end:
                continue
            if closed.find(1, one.start, one.end) < 0:
                offset = starts[place]
                held[place][kind].append(one._replace(start=one.start - offset, end=one.end - offset))
    return {place: Candidates(*found) for place, found in held.items()}


def _paragraph_before(body: str, start: int) -> str:
    """What stands before a sentence in its paragraph, as far as it matters."""
    return body[max(0, start - PARAGRAPH_REACH) : start].rpartition("\n")[2]
