"""Words that tell whether a clause goes on about what the text was about: 月活 does, 市场规模 does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, get_args

from analysis.claims.wordlist import WordList, with_roles

Ownership = Literal["own", "general", "other"]

DATED = re.compile(
    "(?:截至|截止|到)?(?:[0-9]{2,4}年|[0-9]{1,2}[月日]|[底末初])的?"
    "|在?[一两三四五六七八九十几0-9]+(?:年|个月)之?内|目标是?|计划|预计|预期|希望|[将把让使]"
)
"""Dates and plans, which may stand before what is owned too."""
OPENING = re.compile("[^的]{0,6}|(?:公司|平台|产品|其|它|我们)的[\u4e00-\u9fff]{0,4}")
"""What may stand before what is owned, without numbers, signs and Latin letters: 在线平均月流失率."""
NO_HAN = re.compile("[^\u4e00-\u9fff]+的?")


@dataclass(frozen=True)
class TopicWords:
    """Words that tell whether a clause goes on about what was spoken of."""

    words: WordList[Ownership]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """Read ``topic_words.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        return cls(with_roles(lexicons / "topic_words.tsv", get_args(Ownership)))

    def is_general(self, clause: str) -> bool:
        """Whether a clause, up to its figure, speaks of what no single entity has: 中国有3亿用户."""
        return any(hit.value != "own" for hit in self.words.every(clause))

    def has_other_subject(self, clause: str) -> bool:
        """Whether a clause, up to its figure, is about something else: 市场规模达到30亿元."""
        return any(hit.value == "other" for hit in self.words.every(clause))

    def names_owned(self, clause: str) -> bool:
        """Whether something that an entity has is named in a clause: 单场会议规模为100人."""
        return any(hit.value == "own" for hit in self.words.every(clause))

    def is_owned(self, clause: str) -> bool:
        """Whether a clause, up to the end of its figure, begins with what an entity has: 月活达到3亿."""
        hits = list(self.words.every(clause))
        hit = next((hit for hit in hits if hit.value == "own"), None)
        if hit is None or any(hit.value != "own" for hit in hits):
            return False
        before = NO_HAN.sub("", DATED.sub("", clause[: hit.start]))
        return OPENING.fullmatch(before) is not None
