"""Cutting a sentence into clauses, the reach of a subject and of a negation."""

from __future__ import annotations

import re

from analysis.document import Span

_CLAUSE = re.compile(r"(?:[^,，;；。!！?？\n【】]|(?<=\d)[,，](?=\d))+")


def clauses(body: str, sentence: Span) -> list[Span]:
    """Clauses of a sentence in order, without their punctuation.

    Commas, semicolons, ends of sentences and the brackets of a list (【】) divide clauses; 、 and colons
    do not, so an enumeration stays whole and what stands before a colon rules what comes after it. The
    comma of a number (1,100万) divides nothing.
    """
    return [Span(match.start(), match.end()) for match in _CLAUSE.finditer(body, *sentence)]


def clause_at(body: str, sentence: Span, position: int) -> Span:
    """The clause of the sentence that holds a position; the sentence itself where none does."""
    for clause in clauses(body, sentence):
        if clause.start <= position < clause.end:
            return clause
    return sentence
