"""Figures in a list whose first line says what they count: 月活排名如下：, then 钉钉：1.96亿."""

from __future__ import annotations

import re

from analysis.claims.numbers.numerals import narrow
from analysis.claims.quantities.quantities import Quantities
from analysis.claims.quantities.quantity import Quantity
from analysis.claims.quantities.units import Units
from analysis.claims.sentence import Sentence
from analysis.document import Document, Span

LONGEST_LIST = 20
"""Lines of a list that its first line rules."""
LONGEST_ITEM = 40
"""Characters of an item that is nothing but a name and a figure."""
INTRODUCING = (":", "：", "如下", "如下表", "排名", "排行", "排行榜", "一览")
ITEM = re.compile(
    r"(?P<label>[^0-9:：]*|[0-9]{1,2}[.、)][^0-9:：]*)(?:[:：|\t]| +|[—–-]+)[ ]*(?P<figure>[^:：]+)"
)
NO_LABEL = re.compile("[,，;；。!！?？]")


def heads(document: Document, units: Units) -> dict[int, str]:
    """For the items of a list, by the place of their sentence, the word that says what they count."""
    found: dict[int, str] = {}
    head, left = None, 0
    body = document.body
    for place, (start, end) in enumerate(document.sentences):
        if body.endswith(INTRODUCING, start, end):
            head, left = _last_head(narrow(body[max(start, end - LONGEST_ITEM) : end]), units), LONGEST_LIST
        elif head and left and end - start <= LONGEST_ITEM and "\n" in _gap(document, place):
            found[place] = head
            left -= 1
        else:
            head = None
    return found


def under(head: str, text: str, quantities: Quantities) -> list[Quantity]:
    """The figure of an item, read as if the head stood right before it.

    ``text`` is the item, a narrowed sentence; offsets are those in it.
    """
    item = ITEM.fullmatch(text)
    if item is None or NO_LABEL.search(item["label"]):
        return []
    offset = item.start("figure") - len(head)
    return [
        one._replace(
            start=one.start + offset,
            end=one.end + offset,
            surface_end=one.surface_end + offset,
            clause=Span(0, len(text)),
            rule=f"{one.rule}_in_list",
        )
        for one in quantities(Sentence(head + item["figure"]))
        if one.start >= len(head)
    ][:1]


def _last_head(text: str, units: Units) -> str | None:
    hits = [hit for hit in units.words.every(text) if hit.value.role in {"head", "noun"} and hit.value.unit]
    return text[hits[-1].start : hits[-1].end] if hits else None


def _gap(document: Document, place: int) -> str:
    return document.body[document.sentences[place - 1].end : document.sentences[place].start]
