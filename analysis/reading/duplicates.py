"""Passages that stand in a text twice: the later copy is the one too many."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import numpy as np

from analysis.document import Span
from analysis.reading import characters
from analysis.reading.lines import ENDS, lines_of

_SHORTEST_LINE = 30
"""Characters from which a line that stands twice is a copy; shorter ones repeat in tables and lists."""

_SHORTEST_PASSAGE = 100
_SEED = _SHORTEST_PASSAGE // 2
"""Any repeated passage holds a whole seed of half its length that begins at a multiple of that length."""

_MULTIPLIER = 0x9E3779B1
"""Knuth's (The Art of Computer Programming 3, 6.4): 2**32 over the golden ratio, made odd."""

_ROOM = 256
"""Slots for each seed in the table of hashes: one position in as many is looked up in vain."""

_CHANCE = 10
"""Characters by which two copies may agree by chance before their first or after their last sentence."""

_LONGEST_LABEL = 8
_LABEL = re.compile(rf"[^\S{ENDS}]*[^。！？{ENDS}]{{0,{_LONGEST_LABEL}}}?[^\S{ENDS}]*(?=[{ENDS}]|$)")
"""What may stand in a line before the words of a lead, read backwards: 摘要:, 【导读】."""

_LEADS = 30
"""Lines at the top of a text among which a lead stands that was put together from several lines."""

_SHORTEST_ECHO = 8
"""Characters from which a line is a copy that says the same as the line before it."""

_INDENT = 40
"""Characters of white space that may stand at the ends of a line."""

_CUT_SHORT = re.compile(r"[^\S\r\n]*(?:…+|\.{2,6}|\[(?:…|\.\.\.)\])?[^\S\r\n]*(?=[\r\n]|$)")
"""What may stand between the words of a lead that was cut short and the end of its line."""

_DOTS = re.compile(r"(?:…+|\.{3,6}|\[(?:…|\.\.\.)\])$")
_LINE_OF_DOTS = re.compile(rf"[….\]]\s*(?:[{ENDS}]|$)")
_CLOSED = re.compile(r"[。！？!?”」』）)：:]\s*$")

_SPACE = re.compile(r"\s+")
_BOUNDARY = re.compile(r"[。！？!?…][”’」』）)]*\s*|\s*[\r\n]\s*")


def duplicates(text: str) -> list[Span]:
    """Later copies in ``text``, in order: passages of 100 characters or more, whole lines of 30 or more.

    White space counts for nothing. A passage may begin and end anywhere (a page pasted twice from the
    middle of a sentence on), but what merely happens to stand before or after both copies is not part
    of it. Where the first copy is a line cut short (a lead that the page repeats in full), it is the one
    too many.
    """
    passages = _apart((*_repeated_passages(text), *_leads_cut_short(text)))
    lines = _repeated_lines(text, passages)
    return sorted((*passages, *lines))


def _apart(passages: Iterable[Span]) -> list[Span]:
    """Passages in order, those that overlap made into one."""
    found: list[Span] = []
    for passage in sorted(passages):
        if found and passage.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, passage.end))
        else:
            found.append(passage)
    return found


def _repeated_passages(text: str) -> Iterator[Span]:
    """Copies of 100 characters or more, or the originals that were cut short."""
    copies = list(_copies("".join(text.split())))
    if not copies:
        return
    places = _Places(text)
    for start, end, apart in copies:
        original, copy = places.span(start - apart, end - apart), places.span(start, end)
        yield _cut_short(text, original, copy) or _to_sentences(text, *copy)


def _copies(packed: str) -> Iterator[tuple[int, int, int]]:
    """Where a copy begins and ends, and how far behind its original; ``packed`` has no white space.

    Every aligned seed is remembered, and looked up where it may stand again.
    """
    seeds: dict[str, int] = {}
    free, seed_end = 0, _SEED
    for position in _where_seeds_may_stand(packed):
        if position < free:
            continue
        while seed_end <= position:
            seeds.setdefault(packed[seed_end - _SEED : seed_end], seed_end - _SEED)
            seed_end += _SEED
        first = seeds.get(packed[position : position + _SEED])
        if first is None:
            continue
        start, end = _extended(packed, first, position, free)
        if end - start >= _SHORTEST_PASSAGE:
            yield start, end, position - first
            free = end
            seed_end = max(seed_end, -(-end // _SEED) * _SEED)


def _where_seeds_may_stand(packed: str) -> list[int]:
    """Positions in order, every one of an aligned seed or a copy of it, and a few by chance.

    They are told by a hash of the characters with which a seed begins, made for all positions at once.
    """
    if len(packed) < _SHORTEST_PASSAGE:
        return []
    hashes = characters.codes(packed)
    for length in (1, 2, 4, 8):
        hashes = hashes[:-length] * np.uint32(pow(_MULTIPLIER, length, 1 << 32)) + hashes[length:]
    bits = (len(packed) // _SEED * _ROOM).bit_length()
    slots = (hashes * np.uint32(_MULTIPLIER)) >> np.uint32(32 - bits)
    taken = np.zeros(1 << bits, dtype=bool)
    taken[slots[::_SEED]] = True
    return np.flatnonzero(taken.take(slots)).tolist()


class _Places:
    """Where the characters of a text stand that are not white space, by their numbers."""

    def __init__(self, text: str) -> None:
        self._gaps, self._widths = list[int](), [0]
        for gap in _SPACE.finditer(text):
            self._gaps.append(gap.start() - self._widths[-1])
            self._widths.append(self._widths[-1] + gap.end() - gap.start())

    def span(self, start: int, end: int) -> Span:
        """From the character ``start`` up to the character ``end``, without white space behind it."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, number: int) -> int:
        return number + self._widths[bisect_right(self._gaps, number)]


def _extended(packed: str, first: int, second: int, free: int) -> tuple[int, int]:
    """The copy around ``second`` as far as it agrees with the text around ``first`` without reaching it."""
    apart = second - first
    back, furthest = 0, min(first, second - free, apart - _SEED)
    while back < furthest and packed[first - back - 1] == packed[second - back - 1]:
        back += 1
    on, longest = _SEED, min(apart - back, len(packed) - second)
    while on < longest and packed[first + on] == packed[second + on]:
        on += 1
    return second - back, second + on


def _cut_short(text: str, first: Span, second: Span) -> Span | None:
    """The whole line of the first copy, if it breaks off where the second goes on."""
    rest = _CUT_SHORT.match(text, first.end)
    breaks_off = rest is not None and not _CLOSED.search(text, first.start, first.end)
    if rest is None or not breaks_off or _CUT_SHORT.match(text, second.end):
        return None
    label = _LABEL.match(text[max(0, first.start - _INDENT) : first.start][::-1])
    return Span(first.start - label.end(), rest.end()) if label else None


def _leads_cut_short(text: str) -> Iterator[Span]:
    """Lines of 30 characters or more that end in dots where another line goes on."""
    if not _LINE_OF_DOTS.search(text):
        return
    lines = [(line, "".join(text[line.start : line.end].split())) for line in lines_of(text)]
    whole = {words[:_SHORTEST_LINE]: words for _, words in lines if not _DOTS.search(words)}
    rest = "".join(words for _, words in lines if not _DOTS.search(words))
    for number, (line, words) in enumerate(lines):
        dots = _DOTS.search(words)
        if dots is None or dots.start() < _SHORTEST_LINE:
            continue
        lead = words[: dots.start()]
        goes_on = whole.get(words[:_SHORTEST_LINE], "").startswith(lead)
        if goes_on or (number < _LEADS and lead[_LONGEST_LABEL:] in rest):
            yield line


def _to_sentences(text: str, start: int, end: int) -> Span:
    """The copy without the few characters of another sentence at its ends."""
    before = _BOUNDARY.search(text, start, min(start + _CHANCE, end))
    if before and not _at_line_end(text[max(0, start - _INDENT) : start][::-1]):
        start = before.end()
    after = [found.end() for found in _BOUNDARY.finditer(text, max(start, end - _CHANCE), end)]
    if after and not _at_line_end(text[end : end + _INDENT]):
        end = after[-1]
    return Span(start, start + len(text[start:end].rstrip()))


def _at_line_end(rest: str) -> bool:
    """Whether nothing but space stands between here and the end of the line or text."""
    return not rest.strip() or "\n" in rest[: len(rest) - len(rest.lstrip())]


def _repeated_lines(text: str, passages: list[Span]) -> Iterator[Span]:
    """Lines that stand twice, outside the passages."""
    seen: set[str] = set()
    before = ""
    remaining = iter((*passages, Span(len(text), len(text))))
    passage = next(remaining)
    for line in lines_of(text):
        while passage.end <= line.start < len(text):
            passage = next(remaining)
        words = "".join(text[line.start : line.end].split())
        echo, before = words == before and len(words) >= _SHORTEST_ECHO, words
        if not echo and len(words) < _SHORTEST_LINE:
            continue
        if (echo or words in seen) and line.end <= passage.start:
            yield line
        seen.add(words)
