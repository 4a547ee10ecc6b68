"""Places in a ranking (位列第一, 排名第二, 排行榜前三, TOP 3), not those in a series (第一批, 前三季度)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from analysis import lexicon
from analysis.claims.numbers import values
from analysis.claims.wordlist import Entry, WordList

_PLACE = "[一二三四五六七八九十]{1,3}|[0-9]{1,3}"
_SERIES = "0-9季个年天次月章期周轮批步代点阶款家届方线手时版节部集种条件项任号页只台中小医课级几十百千万亿分%"
REACH = 12
"""Characters before a place in which its cue stands."""

_MARK = re.compile("第|前[0-9一二三四五六七八九十]|TOP|Top|top|NO|No")
"""What a place in a ranking begins with."""
_HOW_LONG = "[0-9一二两三四五六七八九十多数几]{1,3}"
_LIGHT = " 了在到的为"
_RANK = re.compile(
    rf"第[ ]?(?P<ordinal>{_PLACE})(?:名|位|大|(?![{_SERIES}]))"
    rf"|前(?P<top>{_PLACE})(?:名|位|强|大|(?![{_SERIES}]))"
    r"|(?<![A-Za-z])(?:TOP|Top|top|NO\.|No\.)[ ]?(?P<latin>[0-9]{1,3})(?![0-9.])"
)


class Rank(NamedTuple):
    """A place in a ranking; for the first few (前三) the last of them."""

    start: int
    end: int
    place: float


@dataclass(frozen=True)
class Ranks:
    """``cues`` are the words right before a place that make it one in a ranking; so does ``for_long``."""

    cues: WordList[None]
    for_long: re.Pattern[str]

    @classmethod
    def load(cls, lexicons: Path) -> Ranks:
        """Read ``rank_cues.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "rank_cues.tsv", ("word", "roles", "example"))
        lasting, length = (lexicon.pattern_of(rows, role) for role in ("lasting", "length"))
        return cls(
            WordList(Entry(row["word"], None) for row in rows if row["roles"] == "beside"),
            re.compile(f"{lasting}{_HOW_LONG}{length}$"),
        )

    def find(self, text: str) -> Iterator[Rank]:
        """Places in a narrowed, Simplified text, in order."""
        for mark in _MARK.finditer(text):
            match = _RANK.match(text, mark.start())
            if match is None:
                continue
            whole = match["latin"] or (match["top"] and match[0].endswith(("强", "大")))
            if whole or self._is_cued(text[max(0, match.start() - REACH) : match.start()]):
                place = match["ordinal"] or match["top"] or match["latin"]
                yield Rank(*match.span(), values.read(place))

    def _is_cued(self, before: str) -> bool:
        bare = before.rstrip(_LIGHT)
        return bool(self.for_long.search(bare)) or any(
            self.cues.behind(text, len(text)) for text in (before, bare)
        )
