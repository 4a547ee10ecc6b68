"""Cutting a body into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.document import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_END = re.compile(
    r"""
    (?: [。！!？…] | \?(?![A-Za-z0-9%&=_]) )
    [。！!？?…]*
    (?P<closers> [”’"'」』）)】》〉］\]]* )
    (?P<goes_on> \s* [，,、；;：:] )?
    """,
    re.VERBOSE,
)
_OPEN_END = (",", "，", "、")
_BRACKETS = frozenset("）)】》〉］]")


def sentences(text: str, body: str) -> tuple[Span, ...]:
    """Sentences of ``body`` in order, each without white space at its ends; together they cover it.

    A sentence ends with its line, and within a line after 。！？!? or …, closing quotes and brackets
    included. It goes on where the mark stands inside brackets (《…？》), where a comma, semicolon or colon
    follows, and in an address (``?id=1``). A line that ends in a comma or 、 goes on in the next line of
    text, unless cleaning took something out between them (``text`` is the article as decoded).
    """
    found: list[Span] = []
    for start, end in _pieces(body):
        if found and _goes_on(text, body, found[-1], start):
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return tuple(found)


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """Sentences as far as they stand in one line."""
    for line in _LINE.finditer(body):
        start = line.start()
        for mark in _END.finditer(body, line.start(), line.end()):
            if _ends(mark, line.end()):
                yield from _trimmed(body, start, mark.end())
                start = mark.end()
        yield from _trimmed(body, start, line.end())


def _ends(mark: re.Match[str], line_end: int) -> bool:
    """Whether a mark ends the sentence: not where a comma follows, nor inside brackets in mid-sentence."""
    inside = mark[0][0] != "。" and not _BRACKETS.isdisjoint(mark["closers"])
    return mark.end() == line_end or not (inside or mark["goes_on"])


def _trimmed(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = body[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _goes_on(text: str, body: str, before: Span, start: int) -> bool:
    return body[before.end - 1] in _OPEN_END and not text[before.end : start].strip()
