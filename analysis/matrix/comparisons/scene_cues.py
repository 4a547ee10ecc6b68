"""The words beside products that tell which part each has in a sentence that may compare them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analysis import lexicon

CUE_COLUMNS = ("word", "roles", "example")
NO_MARK = "[^,，。;；:：]"


@dataclass(frozen=True)
class SceneCues:
    """What a sentence says of the parts of its products.

    ``heading`` is a heading at its beginning (价格：, 价格方面，), ``owned`` what ties a product to the firm
    before it (旗下的), ``examples`` what makes products before it only examples, ``theirs`` what is only
    theirs (的员工), and ``one_by_one`` what goes through two of them (，一个偏管理，另一个偏协作).
    ``passive`` are words before what does it, ``handled`` before what it is done to.
    """

    heading: re.Pattern[str]
    owned: re.Pattern[str]
    examples: re.Pattern[str]
    theirs: re.Pattern[str]
    one_by_one: re.Pattern[str]
    passive: tuple[str, ...]
    handled: tuple[str, ...]

    @classmethod
    def load(cls, lexicons: Path = lexicon.FOLDER) -> Self:
        """Reads scene_cues; raises ``LexiconError``."""
        rows = lexicon.read(lexicons / "scene_cues.tsv", CUE_COLUMNS)
        heading, owned, examples, theirs, each, other = (
            lexicon.pattern_of(rows, role)
            for role in ("heading", "owned", "examples", "theirs", "each", "other")
        )
        passive, handled = (
            tuple(row["word"] for row in rows if role in lexicon.values(row["roles"]))
            for role in ("passive", "handled")
        )
        return cls(
            re.compile(
                rf"\s*(?:\d{{1,2}}[.、]\s*)?(?:{NO_MARK}{{1,12}}[:：]|{NO_MARK}{{1,10}}{heading}[,，])"
            ),
            re.compile(f"{owned}?的?"),
            re.compile(rf"[”’」』》\s]*{examples}"),
            re.compile(f"的?{theirs}"),
            re.compile(rf"[,，]\s*一(?P<thing>{each})[^,，。;；]{{1,16}}[,，;；]\s*{other}?一(?P=thing)"),
            passive,
            handled,
        )
