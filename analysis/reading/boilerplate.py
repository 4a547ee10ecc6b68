"""Lines that a page prints around an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from typing import NamedTuple, Self

from analysis.document import Span
from analysis.reading.boilerplate_patterns import MENU_WORDS, Part, Patterns
from analysis.reading.extent import extent, likeness
from analysis.reading.facts import Fact
from analysis.reading.lines import lines_of
from analysis.reading.removal import Cut, blank, in_order

_PROSE_WITHOUT_STOP = 60
_MOST_WORTH = 200
_HEADING_COST, _PRINTED_COST = 60, 5
"""What lines take from the worth of the run of lines that is the article, against one for each character of
prose: the heading of a list, and a printed line, times the square of how many stand together.
"""

_FRAMED = 3
"""Printed lines above or below the article from which on a whole page was copied, not only its article."""

_BELOW_THE_TITLE = 3
"""Lines between the title and the first prose in which a byline may stand without naming itself."""

_LONGEST_TAIL = 0.3
"""Share of the text that a closing list of other articles can be where nothing else of a page is left."""

_TITLE_CHARS = range(6, 81)
_SHORT_TITLE = 10
_TITLE_LIKENESS, _SHORT_TITLE_LIKENESS = 0.3, 0.5
_WORDS_FOR_TITLE = 3000
_TRAIL = ">"


class Page(NamedTuple):
    """The lines of a text, the parts each consists of, which head a list that is no part of the article
    (``tail`` or ``comments``), and which are prose of the article.
    """

    text: str
    lines: list[Span]
    parts: list[list[Part]]
    headings: dict[int, str]
    prose: list[int]

    @property
    def head(self) -> range:
        """The lines before the first prose."""
        return range(self.prose[0]) if self.prose else range(0)

    @property
    def foot(self) -> range:
        """The lines behind the last prose."""
        return range(self.prose[-1] + 1, len(self.lines)) if self.prose else range(0)


@dataclass(frozen=True)
class Boilerplate:
    """Finds what patterns describe in a text without markup."""

    patterns: Patterns

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The stage with its patterns from a folder of lexicon files; raises ``LexiconError``."""
        return cls(Patterns.load(lexicons))

    def __call__(self, text: str) -> tuple[list[Cut], list[Fact]]:
        """Cuts in order, and what the lines cut say of the article.

        ``text`` is folded and its markup blank. A line goes as a whole, when nothing is left of it beside
        the patterns and separators or when it stands outside the article of a page copied as a whole; or
        it stays but for its end.
        """
        opening = self._opening(text)
        cuts = [Cut(*part.found.span(), part.pattern.reason) for part in opening]
        page = self._page(blank(text, cuts))
        going = self._going(page)
        before, after = self._above(page, going), self._tail(page)
        for at, (line, parts) in enumerate(zip(page.lines, going, strict=True)):
            if parts:
                cuts.append(Cut(*line, max(parts, key=lambda part: part.length).pattern.reason))
            elif at < before or at >= after:
                cuts.append(Cut(*line, "boilerplate"))
            elif end := self.patterns.at_end(page.text, line):
                cuts.append(Cut(*end.found.span(), end.pattern.reason))
        stated = [fact for parts in (*going, opening) for part in parts for fact in part.facts()]
        return in_order(cuts), stated

    def _opening(self, text: str) -> list[Part]:
        """The part that begins the text."""
        first = next(lines_of(text), None)
        part = first and self.patterns.at_start(text, first)
        return [part] if part else []

    def _page(self, text: str) -> Page:
        lines = list(lines_of(text))
        parts = [self.patterns.parts(text, line) for line in lines]
        kinds = (self.patterns.heading(text, line) for line in lines)
        headings = {at: kind for at, kind in enumerate(kinds) if kind}
        worth = list(_worth(text, lines, parts, headings))
        page = Page(text, lines, parts, headings, [at for at in extent(worth) if worth[at] > 0])
        for at in (*page.head, *page.foot):
            parts[at] = parts[at] or self.patterns.menu_words(text, lines[at])
        for at in page.foot:
            parts[at] = parts[at] or self.patterns.whole("frame", text, lines[at])
        return page

    def _going(self, page: Page) -> list[list[Part]]:
        """The parts of each line that goes; an empty list for one that stays, as all prose does."""
        going = [self._by_itself(page, at) for at in range(len(page.lines))]
        for zone in (page.head, page.foot):
            if _is_framed(page, zone):
                for at in zone:
                    going[at] = page.parts[at]
        self._add_edges(page, going)
        title = next((at for at, found in enumerate(going) if not found), len(page.lines))
        first = page.prose[0] if page.prose else len(page.lines)
        for at in range(title + 1, min(title + 1 + _BELOW_THE_TITLE, first)):
            dated = page.parts[at] if any(part.pattern.reason == "byline" for part in page.parts[at]) else []
            going[at] = going[at] or dated or self.patterns.whole("below", page.text, page.lines[at])
        return going

    def _by_itself(self, page: Page, at: int) -> list[Part]:
        """The parts of a line if they are enough, or those of the lines beside it."""
        found = page.parts[at]
        if not found or _is_printed(found):
            return found
        around = [page.parts[place] for place in (at - 1, at + 1) if 0 <= place < len(page.lines)]
        beside = [others for others in around if _is_printed(others)]
        inside = bool(page.prose) and page.prose[0] <= at <= page.prose[-1]
        dated = not inside and _is_byline(found) and any(map(_is_byline, beside))
        return found if dated or (beside and _any_is("near", found)) else []

    def _add_edges(self, page: Page, going: list[list[Part]]) -> None:
        """Adds what goes above the first prose, and below the last line that stays."""
        for at in page.head or range(len(page.lines)):
            going[at] = going[at] or self.patterns.whole("top", page.text, page.lines[at])
            if not going[at] and not page.prose:
                break
        for at in reversed(range(len(page.lines))):
            going[at] = going[at] or self.patterns.whole("bottom", page.text, page.lines[at])
            if not going[at]:
                break

    def _above(self, page: Page, going: Sequence[Sequence[Part]]) -> int:
        """Where the article begins on a page copied as a whole: at its title.

        That is the first line that stands there twice, or in the way to the page, or of which the prose
        speaks.
        """
        if sum(1 for at in page.head if going[at]) < _FRAMED:
            return 0
        words = ["".join(page.text[slice(*line)].split()) for line in page.lines[: page.prose[0]]]
        times = Counter(words)
        trails = "".join(line for line in words if _TRAIL in line)[:_WORDS_FOR_TITLE]
        prose = page.text[page.lines[page.prose[0]].start :][:_WORDS_FOR_TITLE]
        printed = 0
        for at in page.head:
            printed += bool(going[at])
            if going[at] or _TRAIL in words[at] or len(words[at]) not in _TITLE_CHARS:
                continue
            if times[words[at]] > 1 or words[at] in trails or _speaks_of(prose, words[at]):
                return at if printed >= _FRAMED else 0
        return 0

    def _tail(self, page: Page) -> int:
        """The line from which on nothing is the article: other articles, comments, the foot of the page."""
        lengths = list(accumulate(line.end - line.start for line in page.lines))
        framed = _is_framed(page, page.foot)
        for at in range(len(page.lines)):
            heading = page.headings.get(at)
            if heading == "comments" and lengths[at] * 2 > lengths[-1]:
                return at
            if page.prose and at not in page.foot:
                continue
            if framed and (heading or _closes(page.parts[at])):
                return at
            if heading == "tail" and lengths[at] >= lengths[-1] * (1 - _LONGEST_TAIL):
                return at
        return len(page.lines)


def _worth(
    text: str, lines: Sequence[Span], parts: Sequence[Sequence[Part]], headings: Collection[int]
) -> Iterator[int]:
    """What each line adds to the article."""
    together = 0
    for at, line in enumerate(lines):
        together = together + 1 if parts[at] else 0
        if at in headings:
            yield -_HEADING_COST
        elif together:
            yield -_PRINTED_COST * (2 * together - 1)
        else:
            yield min(line.end - line.start, _MOST_WORTH) if _is_prose(text, line) else 0


def _is_prose(text: str, line: Span) -> bool:
    words = text[slice(*line)]
    return "。" in words or (len(words) >= _PROSE_WITHOUT_STOP and "，" in words)


def _speaks_of(prose: str, title: str) -> bool:
    least = _TITLE_LIKENESS if len(title) >= _SHORT_TITLE else _SHORT_TITLE_LIKENESS
    return likeness(title, prose) >= least


def _is_framed(page: Page, zone: range) -> bool:
    """Whether so many lines before or after the prose are printed that the whole page was copied."""
    printed = [at for at in zone if page.parts[at]]
    if len(printed) < _FRAMED:
        return False
    return _begins_with_menu(page, zone) or any(_closes(page.parts[at]) for at in printed)


def _begins_with_menu(page: Page, zone: range) -> bool:
    """Whether the text begins with the words of a menu."""
    first = list(takewhile(lambda at: page.parts[at], zone if zone.start == 0 else ()))
    return sum(len(page.parts[at]) for at in first) >= MENU_WORDS


def _closes(parts: Sequence[Part]) -> bool:
    """Whether a line is so surely printed by the page that nothing of the article stands beyond it."""
    return _any_is("line", parts) or len(parts) >= MENU_WORDS


def _is_printed(parts: Sequence[Part]) -> bool:
    return _any_is("line", parts) or _any_is("caption", parts)


def _is_byline(parts: Iterable[Part]) -> bool:
    """Whether a line consists of nothing but a date, a name or other parts of a byline."""
    found = list(parts)
    return bool(found) and all(part.pattern.reason == "byline" for part in found)


def _any_is(kind: str, parts: Iterable[Part]) -> bool:
    return any(part.kind == kind for part in parts)
