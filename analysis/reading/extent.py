"""Where the article begins and ends among the lines of a page that was copied as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")


def extent(worth: Sequence[int]) -> range:
    """The lines of the article: the run of lines with the highest sum of their worth, the longest of equals.

    ``worth`` is positive for a line of prose, negative for one that a page prints around its article, zero
    for others. After Pasternack and Roth, "Extracting article text from the web with maximum subsequence
    segmentation", WWW 2009. Where no line is worth anything, all lines are the article.
    """
    best, most = range(len(worth)), 0
    start, total = 0, 0
    for at, line in enumerate(worth):
        total += line
        if total < 0:
            start, total = at + 1, 0
        elif total > most or (total == most > 0 and start == best.start):
            best, most = range(start, at + 1), total
    return best


def likeness(words: str, text: str) -> float:
    """The share of the pairs of neighbouring letters in ``words`` that stand in ``text`` too, 0 to 1."""
    pairs = {word[at : at + 2] for word in _WORD.findall(words) for at in range(len(word) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
