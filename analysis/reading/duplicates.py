"""Passages that stand in a text twice: the later copy is the one too many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from analysis.document import Span

_SHORTEST_LINE = 30
"""Characters from which a line that stands twice is a copy; shorter ones repeat in tables and lists."""

_SHORTEST_PASSAGE = 100
_SEED = _SHORTEST_PASSAGE // 2
"""Any repeated passage holds a whole seed of half its length that begins at a multiple of that length."""

_CHANCE = 10
"""Characters by which two copies may agree by chance before their first or after their last sentence."""

_INDENT = 40
"""Characters of white space that may stand at the ends of a line."""

_CUT_SHORT = re.compile(r"[^\S\r\n]*(?:…+|\.{2,6}|\[(?:…|\.\.\.)\])?[^\S\r\n]*(?=[\r\n]|$)")
"""What may stand between the words of a lead that was cut short and the end of its line."""

_DOTS = re.compile(r"(?:…+|\.{3,6}|\[(?:…|\.\.\.)\])$")
_CLOSED = re.compile(r"[。！？!?”」』）)：:]\s*$")

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CHARACTER = re.compile(r"\S")
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
    """Copies found by seeds: every aligned seed is remembered, every position is looked up."""
    found = list(_CHARACTER.finditer(text))
    packed = "".join(character[0] for character in found)
    seeds: dict[str, int] = {}
    position = free = 0
    while position + _SEED <= len(packed):
        if position % _SEED == 0 and position >= _SEED:
            seeds.setdefault(packed[position - _SEED : position], position - _SEED)
        first = seeds.get(packed[position : position + _SEED])
        start, end = (position, position) if first is None else _extended(packed, first, position, free)
        if end - start >= _SHORTEST_PASSAGE:
            apart = position - (first or 0)
            original = Span(found[start - apart].start(), found[end - apart - 1].end())
            copy = Span(found[start].start(), found[end - 1].end())
            yield _cut_short(text, original, copy) or _to_sentences(text, *copy)
            position = free = end
        else:
            position += 1


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
    before = text[max(0, first.start - _INDENT) : first.start][::-1]
    return Span(first.start, rest.end()) if _at_line_end(before) else None


def _leads_cut_short(text: str) -> Iterator[Span]:
    """Lines of 30 characters or more that end in dots where another line goes on."""
    lines = [(line, "".join(line[0].split())) for line in _LINE.finditer(text)]
    whole = {words[:_SHORTEST_LINE]: words for _, words in lines if not _DOTS.search(words)}
    for line, words in lines:
        dots = _DOTS.search(words)
        if dots is None or dots.start() < _SHORTEST_LINE:
            continue
        if whole.get(words[:_SHORTEST_LINE], "").startswith(words[: dots.start()]):
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            yield Span(start, start + len(line[0].strip()))


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
    remaining = iter((*passages, Span(len(text), len(text))))
    passage = next(remaining)
    for line in _LINE.finditer(text):
        while passage.end <= line.start() < len(text):
            passage = next(remaining)
        words = "".join(line[0].split())
        if len(words) >= _SHORTEST_LINE and words in seen and line.end() <= passage.start:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            yield Span(start, start + len(line[0].strip()))
        seen.add(words)
