"""Cutting a body into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.document import Span
from analysis.reading.lines import ENDS

_MARKS = "。！!？?…"
_QUOTES = "”’\"'」』"
_BRACKETS = r"）)】》〉］\]"
_END = re.compile(
    rf"""
    [{_MARKS}{ENDS}]
    (?: (?<= [{ENDS}] )
    | (?<! [{_MARKS}]. )
      (?P<mark>
        (?<= 。 ) [{_MARKS}]*+ [{_QUOTES}{_BRACKETS}]*+
      | (?<! 。 ) (?<! \?(?=[A-Za-z0-9%&=_]) ) [{_MARKS}]*+ [{_QUOTES}]*+ (?! [{_BRACKETS}] )
      )
      (?! [^\S{ENDS}]* [，,、；;：:] )
    )
    \s*+
    """,
    re.VERBOSE | re.DOTALL,
)
"""What ends a sentence, and the white space behind it."""

_OPEN_END = (",", "，", "、")


def sentences(text: str, body: str) -> tuple[Span, ...]:
    """Sentences of ``body`` in order, each without white space at its ends; together they cover it.

    A sentence ends with its line, and within a line after 。！？!? or …, closing quotes and brackets
    included. It goes on where the mark stands inside brackets (《…？》), where a comma, semicolon or colon
    follows, and in an address (``?id=1``). A line that ends in a comma or 、 goes on in the next line of
    text, unless cleaning took something out between them (``text`` is the article as decoded).
    """
    found: list[Span] = []
    for start, end in _pieces(body):
        goes_on = found and body[found[-1].end - 1] in _OPEN_END
        if goes_on and not text[found[-1].end : start].strip():
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return tuple(found)


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """Sentences as far as they stand in one line."""
    start = len(body) - len(body.lstrip())
    for end in _END.finditer(body, start):
        marked = end.end("mark")
        yield start, _rstripped(body, start, end.start()) if marked < 0 else marked
        start = end.end()
    if start < len(body):
        yield start, _rstripped(body, start, len(body))


def _rstripped(body: str, start: int, end: int) -> int:
    """Where the words from ``start`` on end that have only white space behind them up to ``end``."""
    return start + len(body[start:end].rstrip())
