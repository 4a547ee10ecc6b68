"""What cleaning takes out of an article: passages with a reason, and the text without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from analysis.document import Span
from analysis.schema import Reason


class Cut(NamedTuple):
    """A passage to take out, half-open.

    ``fill`` is what stands in its place: a line end where text before and after it belongs to different
    lines, a space where the line goes on.
    """

    start: int
    end: int
    reason: Reason
    fill: Literal["\n", " "] = "\n"


def blank(text: str, cuts: Iterable[Cut]) -> str:
    """``text``, as long as before, with every cut filled. Cuts are in order and do not overlap."""
    pieces: list[str] = []
    position = 0
    for cut in cuts:
        pieces += text[position : cut.start], cut.fill * (cut.end - cut.start)
        position = cut.end
    return "".join((*pieces, text[position:]))


def in_order(cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts sorted, without overlap: of two that overlap the earlier stays whole, the longer first."""
    ordered: list[Cut] = []
    position = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        start = max(cut.start, position)
        if start < cut.end:
            ordered.append(cut if start == cut.start else cut._replace(start=start))
            position = cut.end
    return ordered


def joined(cuts: Iterable[Cut]) -> list[Cut]:
    """Cuts in order, those that touch and have one reason made into one."""
    runs: list[Cut] = []
    for cut in in_order(cuts):
        if runs and runs[-1].end == cut.start and runs[-1].reason == cut.reason:
            runs[-1] = runs[-1]._replace(end=cut.end)
        else:
            runs.append(cut)
    return runs


def without(cut: Cut, kept: Span | None) -> Iterator[Cut]:
    """What is left of a cut when a span is kept: up to two cuts."""
    if kept is None or kept.end <= cut.start or cut.end <= kept.start:
        yield cut
        return
    if cut.start < kept.start:
        yield cut._replace(end=kept.start)
    if kept.end < cut.end:
        yield cut._replace(start=kept.end)
