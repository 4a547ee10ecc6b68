"""Traditional and Simplified: folding one to the other without moving a character, and telling them apart."""

from __future__ import annotations

import re
import sys
from functools import cache

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

from analysis import lexicon
from analysis.reading import characters
from analysis.schema import Script

_HAN = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
"""Han characters of the basic plane, where all of Big5 and GB 2312 lies."""

_ONE_SCRIPT = 0.9
"""Share of the telling characters from which a text counts as written in one script."""

_TRADITIONAL_ONLY, _SIMPLIFIED_ONLY = 1, 2


def fold(text: str) -> str:
    """``text`` in Simplified characters, as long as before, so that offsets hold in both.

    Characters are mapped one by one (OpenCC's table for Simplified, which knows the variants of Taiwan
    and Hong Kong); the few whose form depends on the word they stand in follow ``lexicons/script.tsv``.
    Wordings are not changed: 軟體 becomes 软体, not 软件.
    """
    if text.isascii():
        return text
    written, folded = _words()
    simplified = characters.written(_simplified().take(characters.codes(text)))
    return written.sub(lambda match: folded[match[0]], simplified)


def script_of(text: str) -> Script:
    """The script of ``text``, by the characters that only one of the two scripts uses.

    Nine in ten of them decide it, otherwise the text is ``mixed``. Without any it is ``hans``: folding
    would change nothing in it.
    """
    told = _telling().take(characters.codes(text))
    traditional = np.count_nonzero(told == _TRADITIONAL_ONLY)
    simplified = np.count_nonzero(told == _SIMPLIFIED_ONLY)
    if traditional <= (traditional + simplified) * (1 - _ONE_SCRIPT):
        return "hans"
    return "hant" if simplified <= (traditional + simplified) * (1 - _ONE_SCRIPT) else "mixed"


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = lexicon.read(lexicon.FOLDER / "script.tsv", ("written", "folded", "example"))
    folded = {row["written"]: row["folded"] for row in rows}
    longest_first = sorted(folded, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), folded


@cache
def _simplified() -> characters.Codes:
    """The table for every character that needs no look at its neighbours."""
    told_by_word = {ord(character) for written in _words()[1] for character in written}
    return characters.table({code: new for code, new in _changes("t2s").items() if code not in told_by_word})


@cache
def _telling() -> NDArray[np.uint8]:
    """For every code point whether it is of one script only, and of which.

    A character of one script that the other's own character set (GB 2312, Big5) has too tells nothing:
    后 and 里 are words in both.
    """
    telling = np.zeros(sys.maxunicode + 1, np.uint8)
    telling[[code for code in _changes("s2t") if not _encodable(chr(code), "big5")]] = _SIMPLIFIED_ONLY
    telling[[code for code in _changes("t2s") if not _encodable(chr(code), "gb2312")]] = _TRADITIONAL_ONLY
    return telling


@cache
def _changes(conversion: str) -> dict[int, str]:
    """Every Han character that an OpenCC conversion changes when it stands alone."""
    converted = OpenCC(conversion).convert("\n".join(_HAN)).split("\n")
    return {ord(old): new for old, new in zip(_HAN, converted, strict=True) if new != old and len(new) == 1}


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
