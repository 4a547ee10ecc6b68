"""Lines that a page prints around an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Self

from analysis.reading.boilerplate_patterns import Part, Patterns
from analysis.reading.extent import likeness
from analysis.reading.facts import Fact
from analysis.reading.lines import lines_of
from analysis.reading.printed_page import FRAMED, PrintedPage, any_is, closes
from analysis.reading.removal import Cut, blank, in_order
from analysis.reading.written_dates import DATE, iso_date

_BELOW_THE_TITLE = 3
"""Lines between the title and the first prose in which a byline may stand without naming itself."""

_LONGEST_TAIL = 0.3
"""Share of the text that a closing list of other articles can be where nothing else of a page is left."""

_SHORTEST_TITLE, _SHORT_TITLE, _LONGEST_TITLE = 6, 10, 80
_TITLE_LIKENESS, _SHORT_TITLE_LIKENESS, _FIRST_LINE_LIKENESS = 0.3, 0.5, 0.1
_WORDS_FOR_TITLE = 3000
_TRAIL = ">"
_DATE = re.compile(DATE)


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
        page = PrintedPage.read(blank(text, cuts), self.patterns)
        going = self._going(page)
        article = range(_title(page, going), _tail(page))
        for at, (line, parts) in enumerate(zip(page.lines, going, strict=True)):
            if parts:
                cuts.append(Cut(*line, max(parts, key=lambda part: part.length).pattern.reason))
            elif at not in article:
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

    def _going(self, page: PrintedPage) -> list[list[Part]]:
        """The parts of each line that goes; an empty list for one that stays, as all prose does."""
        going = [_by_itself(page, at) if parts else [] for at, parts in enumerate(page.parts)]
        for zone in (page.head, page.foot):
            if page.is_framed(zone):
                for at in zone:
                    going[at] = page.parts[at]
        self._add_edges(page, going)
        title = next((at for at, found in enumerate(going) if not found), len(page.lines))
        first = page.prose[0] if page.prose else len(page.lines)
        for at in range(title + 1, min(title + 1 + _BELOW_THE_TITLE, first)):
            if going[at] or _is_in_a_timeline(page, at):
                continue
            dated = page.parts[at] if any(part.pattern.reason == "byline" for part in page.parts[at]) else []
            going[at] = dated or self.patterns.whole("below", page.text, page.lines[at])
        return going

    def _add_edges(self, page: PrintedPage, going: list[list[Part]]) -> None:
        """Adds what goes above the first prose, and below the last line that stays."""
        framed = page.is_framed(page.head)
        for at in page.head or range(len(page.lines)):
            if framed or not _is_in_a_timeline(page, at):
                going[at] = going[at] or self.patterns.whole("top", page.text, page.lines[at])
            if not going[at] and not page.prose:
                break
        for at in reversed(range(len(page.lines))):
            going[at] = going[at] or self.patterns.whole("bottom", page.text, page.lines[at])
            if not going[at]:
                break


def _by_itself(page: PrintedPage, at: int) -> list[Part]:
    """The parts of a printed line, if they or those of the lines beside it are enough for it to go."""
    found = page.parts[at]
    if _goes_anywhere(found):
        return found
    around = [page.parts[place] for place in (at - 1, at + 1) if 0 <= place < len(page.lines)]
    beside = [others for others in around if _goes_anywhere(others)]
    inside = bool(page.prose) and page.prose[0] <= at <= page.prose[-1]
    dated = not inside and _is_byline(found) and any(map(_is_byline, beside))
    return found if dated or (beside and any_is("near", found)) else []


def _is_in_a_timeline(page: PrintedPage, at: int) -> bool:
    """Whether a line begins with a date and one near it, no prose, with another, as no two bylines do."""
    near = (
        place for place in range(at - 2, at + 3) if 0 <= place < len(page.lines) and place not in page.prose
    )
    dates = {
        place: iso_date(found[0]) for place in near if (found := _DATE.match(page.text, *page.lines[place]))
    }
    return at in dates and len(set(dates.values())) > 1


def _title(page: PrintedPage, going: Sequence[Sequence[Part]]) -> int:
    """The line with which the article of a page copied as a whole begins; 0 where none is sure.

    That is the first line that stands there twice, or in the trail to the page, or of which the prose speaks.
    """
    if not page.is_framed(page.head):
        return 0
    words = [page.words(at) for at in page.head]
    times = Counter(words)
    trails = "".join(line for line in words if _TRAIL in line)[:_WORDS_FOR_TITLE]
    prose = page.text[page.lines[page.prose[0]].start :][:_WORDS_FOR_TITLE]
    printed = 0
    for at, line in enumerate(words):
        printed += bool(going[at]) and not _is_byline(going[at])
        if going[at] or _TRAIL in line or len(line) > _LONGEST_TITLE:
            continue
        again = len(line) >= _SHORTEST_TITLE and (times[line] > 1 or line in trails)
        if again or likeness(line, prose) >= _least_likeness(at, line):
            return at if printed >= FRAMED else 0
    return 0


def _least_likeness(at: int, title: str) -> float:
    """How like the prose a title must be: a short one more than a long one, the first line of all hardly."""
    if at == 0:
        return _FIRST_LINE_LIKENESS
    return _TITLE_LIKENESS if len(title) >= _SHORT_TITLE else _SHORT_TITLE_LIKENESS


def _tail(page: PrintedPage) -> int:
    """The line from which on nothing is the article: other articles, comments, the foot of the page."""
    lengths = list(accumulate(line.end - line.start for line in page.lines))
    for at, heading in page.headings.items():
        last = at > page.last_prose and lengths[at] >= lengths[-1] * (1 - _LONGEST_TAIL)
        if (heading == "comments" and lengths[at] * 2 > lengths[-1]) or (heading == "tail" and last):
            return min(at, _foot(page))
    return _foot(page)


def _foot(page: PrintedPage) -> int:
    """The line below the article with which the foot of a page begins that was copied as a whole."""
    if not page.is_framed(page.foot):
        return len(page.lines)
    return next(at for at in page.foot if at in page.headings or closes(page.parts[at]))


def _goes_anywhere(parts: Sequence[Part]) -> bool:
    return any_is("line", parts) or any_is("caption", parts)


def _is_byline(parts: Iterable[Part]) -> bool:
    """Whether a line consists of nothing but a date, a name or other parts of a byline."""
    found = list(parts)
    return bool(found) and all(part.pattern.reason == "byline" for part in found)
