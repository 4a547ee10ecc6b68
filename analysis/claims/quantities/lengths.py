"""Lengths of time that measure something (用了三天), told from places in time (过去两年, 三年后, 有一天)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis import lexicon
from analysis.claims.numbers.numerals import Numeral
from analysis.claims.wordlist import Entry, WordList

AFTER = 8
"""Characters behind a length of time that tell a place in time."""
PRICED = re.compile("[约仅只]?[¥$]?[0-9][0-9,.]*[万亿]?(?:元|美元|块)")
"""The price of a term behind it: 3个月88元."""
STRETCH = re.compile("年(?:[。！!？?」”\n]|$)|.[ ]?(?:当中|期间|中|里|间)")
"""Behind 的, a length that is one in time: 服务业的十年, 去年的三个月里."""
OPENS = re.compile("[,，。;；:：]?")
MEANWHILE = re.compile("[ ]?(?:当中|期间|中|里|间)[,，]")
"""Behind a length that opens its clause: 五年中，."""
READING_REACH = 16
TO_LENGTH = re.compile("(?:全文|本文|时间|时长|预计|大约|约|需要|只需|仅需|需|为|[:： ])*")
NAMED = re.compile("(?:的)?时间|之?内|以内")
SERIES = ("下一个", "上一个")

Measures = Literal["always", "bounded", "never"]
"""Whether a number with a unit measures: be it bounded or not, only if something bounds it, or never."""


@dataclass(frozen=True)
class Lengths:
    """Words beside a length that make it a place in time, and words before 一年 that make it a length."""

    before: WordList[None]
    behind: WordList[None]
    telling: WordList[None]
    reading: WordList[None]

    @classmethod
    def load(cls, lexicons: Path) -> Lengths:
        """Read ``relative_times.tsv`` from that folder; raises ``LexiconError`` for a broken one."""
        rows = lexicon.read(lexicons / "relative_times.tsv", ("word", "place", "example"))
        places = [(row["word"], row["place"]) for row in rows]
        return cls(
            before=_words(word for word, place in places if place in {"before", "either"}),
            behind=_words(word for word, place in places if place in {"behind", "either"}),
            telling=_words(word for word, place in places if place == "length"),
            reading=_words(word for word, place in places if place == "reading"),
        )

    def measures(self, text: str, numeral: Numeral, end: int) -> Measures:
        """Whether the number with its unit, which ends at ``end``, is a length of time.

        一年 is one only where it is bounded or told: 近一年 is a length, 有一年 is not.
        """
        after = text[end : end + AFTER].lstrip(" ")
        if self._is_other(text, numeral, end, after):
            return "never"
        if NAMED.match(after) or text.endswith("时间", 0, end):
            return "never" if text.endswith(SERIES, 0, numeral.start) else "always"
        if self.behind.at(after, 0):
            return "never"
        told = self.telling.behind(text, numeral.start)
        if text[numeral.start : numeral.end] in {"一", "一两"}:
            return "always" if told else "bounded"
        before = self.before.behind(text, numeral.start)
        if before and told and told.start < before.start:
            return "always"
        return "always" if before is None or self._lasts(text, before.start, end) else "never"

    def _is_other(self, text: str, numeral: Numeral, end: int, after: str) -> bool:
        """Whether it is the term of a price, a time to read, a period (每1小时) or a stretch in time."""
        priced = PRICED.match(after) is not None
        period = numeral.value == 1 and text.endswith("每", 0, numeral.start)
        stretch = text.endswith("的", 0, numeral.start) and STRETCH.match(text, end - 1)
        opens = OPENS.fullmatch(text[max(0, numeral.start - 1) : numeral.start]) and MEANWHILE.match(
            text, end
        )
        return priced or period or bool(stretch or opens) or self._is_reading_time(text, numeral, after)

    def _lasts(self, text: str, place: int, end: int) -> bool:
        """Whether a word right before a place says that something lasts: 长达近三年, 维持了近三年.

        What is done to something of the last years does not: 分析了近三年的数据; the length ends at ``end``.
        """
        hit = self.telling.behind(text, place)
        if hit is None or hit.end - hit.start > 1:
            return hit is not None
        return text[hit.start : hit.end] == "了" and not text.startswith("的", end)

    def _is_reading_time(self, text: str, numeral: Numeral, after: str) -> bool:
        """Whether the length is what an article says of itself: 阅读约需3分钟, 5分钟读完."""
        before = text[max(0, numeral.start - READING_REACH) : numeral.start]
        return self.reading.at(after, 0) is not None or (
            any(TO_LENGTH.fullmatch(before, hit.end) for hit in self.reading.every(before))
        )


def _words(words: Iterable[str]) -> WordList[None]:
    return WordList(Entry(word, None) for word in words)
