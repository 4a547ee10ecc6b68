"""Figures in sentences: every quantity of an article that stands in no table, with its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from analysis.claims import list_figures
from analysis.claims.dates.dates import DateExpression
from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.candidates import Candidates
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Quantity, moved
from analysis.claims.sentence import Sentence
from analysis.document import Document, Span
from analysis.reading.clause_spans import Placed
from analysis.schema import Mention

CLOSED = re.compile(
    r"《[^《》\n]*》|https?://[!-~]+|%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})+|I[Dd]:[!-~]+|i[Dd]:[!-~]+"
    r"|\[[0-9]{1,3}\]|\((?:单位[::])?[十百千万亿]+[\u4e00-\u9fff]{0,2}\)"
)
"""Where no figure stands: titles of works, addresses, ids, notes ([12]), units of a table ((万元))."""

MINUS = "-−"
BEFORE_A_RATE = re.compile(r"[^\s0-9A-Za-z%~—–−-] ?$")
"""What stands before the minus of a rate (同比-5%); behind a number it is a range."""

BEFORE_A_LOSS = re.compile("(?:利润|净额|净流入|现金流|收益)[约为是达]{0,2}$")
"""What stands before the minus of a sum of money; elsewhere it may be a dash (标准版-9800元)."""
LONGEST_BEFORE = 6
"""Characters of what stands before a minus."""

PARAGRAPH_REACH = 80
"""Characters before a sentence that may say what it counts."""


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
    closed = _closed(document.sentences, body, mentions, dates)
    candidates = quantities.candidates(body).outside(closed, len(body)).by_sentence(document.sentences)
    for place in sorted(candidates.keys() | heads.keys()):
        start, end = document.sentences[place]
        text = body[start:end]
        within = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        names = [Span(one.start - start, one.end - start) for one in within]
        sentence = Sentence(text, names, _paragraph_before(document.body, start))
        found = quantities.read(candidates.get(place, Candidates()), sentence)
        if place in heads and not found:
            found = list_figures.under(heads[place], text, quantities)
        for quantity in found:
            yield place, moved(_signed(text, quantity), start)


def _signed(text: str, quantity: Quantity) -> Quantity:
    """A quantity with the minus before it, which is a part of it where what is counted can be negative."""
    minus = quantity.start - 1
    if minus < 1 or text[minus] not in MINUS or quantity.value is None:
        return quantity
    before = {"growth": BEFORE_A_RATE, "money": BEFORE_A_LOSS}.get(quantity.kind)
    if before is None or not before.search(text, max(0, minus - LONGEST_BEFORE), minus):
        return quantity
    return quantity._replace(start=minus, value=-quantity.value)


def _closed(
    sentences: Sequence[Span],
    body: str,
    mentions: Sequence[Mention],
    dates: Sequence[Sequence[DateExpression]],
) -> Iterator[Placed]:
    """What no figure is a part of: names, dates, and whatever is ``CLOSED``."""
    yield from mentions
    yield from (Span(*match.span()) for match in CLOSED.finditer(body))
    for sentence, found in zip(sentences, dates, strict=True):
        yield from (Span(sentence.start + one.start, sentence.start + one.end) for one in found)


def _paragraph_before(body: str, start: int) -> str:
    """What stands before a sentence in its paragraph, as far as it matters."""
    return body[max(0, start - PARAGRAPH_REACH) : start].rpartition("\n")[2]
