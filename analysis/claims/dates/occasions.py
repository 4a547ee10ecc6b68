"""Meetings that have their year in their name, as a sign of when an article was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from analysis import lexicon

_LONGEST_NAME = 30
"""Characters between the year and the word that ends the name of a meeting."""


@dataclass(frozen=True)
class Occasions:
    """The words of ``lexicons/occasions.tsv`` as one pattern: a word for what is recent, then a meeting."""

    pattern: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path) -> Occasions:
        """The words from a folder of lexicon files; raises ``LexiconError`` for one that is broken."""
        rows = lexicon.read(lexicons / "occasions.tsv", ("word", "role", "example"))
        lately, meeting = (
            lexicon.any_of(row["word"] for row in rows if row["role"] == role)
            for role in ("lately", "meeting")
        )
        return cls(
            re.compile(
                rf"{lately}[^。!?\n]{{0,{_LONGEST_NAME}}}?(?<![0-9.])(?P<year>20\d\d)(?![0-9.])"
                rf"[^,。;!?\n]{{0,{_LONGEST_NAME}}}?{meeting}"
            )
        )

    def year(self, text: str) -> int | None:
        """The year of the first meeting that a narrowed, Simplified text speaks of as recent."""
        found = self.pattern.search(text)
        return int(found["year"]) if found else None
