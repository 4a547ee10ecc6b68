"""A text as the lines of a page: which are prose of its article, and which the page prints around it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Self

from analysis.document import Span
from analysis.reading.boilerplate_patterns import MENU_WORDS, Part, Patterns
from analysis.reading.extent import extent
from analysis.reading.lines import lines_of

_PROSE_WITHOUT_STOP = 60
_MOST_WORTH = 200
_HEADING_COST, _PRINTED_COST = 60, 5
"""What lines take from the worth of the run of lines that is the article, against one for each character of
prose: the heading of a list, and a printed line, times the square of how many stand together.
"""

_BELOW_A_HEADING = 3
"""By how much less prose is worth below such a heading, where it may be of other articles and comments."""

FRAMED = 3
"""Printed lines above or below the article from which on a whole page was copied, not only its article."""


@dataclass(frozen=True)
class PrintedPage:
    """The lines of a text and what they are.

    ``parts`` are what each line consists of, if it is printed; ``headings`` the lines that head a list that
    is no part of the article, with their kinds (``tail``, ``comments``); ``prose`` the lines of prose of the
    article, ``last_prose`` the last of the text or -1.
    """

    text: str
    lines: list[Span]
    parts: list[list[Part]]
    headings: dict[int, str]
    prose: list[int]
    last_prose: int

    @classmethod
    def read(cls, text: str, patterns: Patterns) -> Self:
        """The page with a text that is folded and has no markup."""
        lines = list(lines_of(text))
        parts = [patterns.parts(text, line) for line in lines]
        kinds = (patterns.heading(text, line) for line in lines)
        headings = {at: kind for at, kind in enumerate(kinds) if kind}
        worth = list(_worth(text, lines, parts, headings))
        prose = [at for at, line in enumerate(worth) if line > 0]
        article = extent(worth)
        inside = [at for at in prose if at in article]
        page = cls(text, lines, parts, headings, inside, max(prose, default=-1))
        for at in (*page.head, *page.foot):
            parts[at] = parts[at] or patterns.menu_words(text, lines[at])
        for at in page.foot:
            parts[at] = parts[at] or patterns.whole("frame", text, lines[at])
        return page

    @property
    def head(self) -> range:
        """The lines before the first prose."""
        return range(self.prose[0]) if self.prose else range(0)

    @property
    def foot(self) -> range:
        """The lines behind the last prose."""
        return range(self.prose[-1] + 1, len(self.lines)) if self.prose else range(0)

    def words(self, at: int) -> str:
        """A line without its white space."""
        return "".join(self.text[slice(*self.lines[at])].split())

    def is_framed(self, zone: range) -> bool:
        """Whether so many lines of the head or the foot are printed that the whole page was copied."""
        printed = [at for at in zone if self.parts[at]]
        if len(printed) < FRAMED:
            return False
        return self._begins_with_menu(zone) or any(closes(self.parts[at]) for at in printed)

    def _begins_with_menu(self, zone: range) -> bool:
        first = list(takewhile(lambda at: self.parts[at], zone if zone.start == 0 else ()))
        return sum(len(self.parts[at]) for at in first) >= MENU_WORDS


def closes(parts: Sequence[Part]) -> bool:
    """Whether a line is so surely printed by the page that nothing of the article stands beyond it."""
    return any_is("line", parts) or len(parts) >= MENU_WORDS


def any_is(kind: str, parts: Iterable[Part]) -> bool:
    """Whether one of the parts is of a kind."""
    return any(part.kind == kind for part in parts)


def _worth(
    text: str, lines: Sequence[Span], parts: Sequence[Sequence[Part]], headings: Collection[int]
) -> Iterator[int]:
    """What each line adds to the article."""
    together, share = 0, 1
    for at, line in enumerate(lines):
        together = together + 1 if parts[at] else 0
        if at in headings:
            share = _BELOW_A_HEADING
            yield -_HEADING_COST
        elif together:
            yield -_PRINTED_COST * (2 * together - 1)
        else:
            yield min(line.end - line.start, _MOST_WORTH) // share if _is_prose(text, line) else 0


def _is_prose(text: str, line: Span) -> bool:
    stop = text.find("。", *line) >= 0
    return stop or (line.end - line.start >= _PROSE_WITHOUT_STOP and text.find("，", *line) >= 0)
