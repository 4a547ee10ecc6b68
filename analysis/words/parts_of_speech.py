"""Parts of speech as readers choose them: groups of the segmenter's tags."""

from __future__ import annotations

from pathlib import Path

from analysis import lexicon

COLUMNS = ("tag", "group", "example")

GROUPS = ("noun", "name", "verb", "adjective", "adverb", "idiom", "latin", "grammatical")
"""The groups, those that say most of what an article is about first."""


def tags(groups: tuple[str, ...], lexicons: Path = lexicon.FOLDER) -> tuple[str, ...] | None:
    """The tags of some groups, sorted; None, which is all of them, for no group.

    Raises ``LexiconError`` for a list that cannot be read.
    """
    if not groups:
        return None
    rows = lexicon.read(lexicons / "parts_of_speech.tsv", COLUMNS)
    return tuple(sorted(row["tag"] for row in rows if row["group"] in groups))
