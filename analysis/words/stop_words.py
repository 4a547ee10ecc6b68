"""Words that say little of what an article is about."""

from __future__ import annotations

from pathlib import Path

from analysis import lexicon

STOP_WORD_COLUMNS = ("word", "class")


def stop_words(lexicons: Path = lexicon.FOLDER) -> frozenset[str]:
    """The default list of words that say little of what an article is about; raises ``LexiconError``."""
    return frozenset(row["word"] for row in lexicon.read(lexicons / "stop_words.tsv", STOP_WORD_COLUMNS))
