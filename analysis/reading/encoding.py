"""Which encoding a file of Chinese text is in, told from its bytes."""

from __future__ import annotations

import codecs
import re
from functools import cache

from analysis import lexicon
from analysis.reading.script import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE)
_CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01
"""Share of control characters that a scraped page may carry along; a picture or archive has far more."""

_PLAUSIBLE = 0.3
"""Least share of frequent characters: Chinese text has over 0.6, a wrong reading under 0.2."""

_SAMPLE = 20_000
"""Characters that are enough to judge a reading by."""


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of ``data`` and the name of its encoding; ``None`` where no encoding fits.

    In order of trust: a byte order mark, UTF-8 that decodes strictly, UTF-16 by where its zero bytes or
    line ends stand, the charset an HTML page declares, and of GB 18030 and Big5 the one whose reading
    has more of the most frequent Chinese characters. Decoding is strict and lone surrogates are refused;
    a byte order mark is not part of the text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data.removeprefix(mark), encoding.removesuffix("-sig"))
            return None if text is None else (text, encoding)
    text = _strictly(data, "utf-8")
    if text is not None and "\0" not in text:
        return text, "utf-8"
    readings = {encoding: _strictly(data, encoding) for encoding in _candidates(data)}
    judged = [(_frequent_share(text), encoding, text) for encoding, text in readings.items() if text]
    if not judged:
        return None
    share, encoding, text = max(judged, key=lambda reading: reading[0])
    return (text, encoding) if share >= _PLAUSIBLE and "\0" not in text else None


def is_binary(data: bytes) -> bool:
    """Whether ``data``, read byte by byte, holds zero or control characters as no text does.

    Never what begins with the byte order mark of UTF-16, in which zero bytes are common.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    text = data.decode("latin-1")
    return "\0" in text or len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROL


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _candidates(data: bytes) -> list[str]:
    declared = _DECLARED.search(data[:4096])
    if declared:
        return [_CHINESE.get(declared[1].decode("ascii").lower(), "gb18030"), "gb18030", "big5hkscs"]
    return ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"]


def _frequent_share(text: str) -> float:
    """Share of the most frequent Chinese characters among those outside ASCII, 0 to 1."""
    beyond_ascii = [character for character in fold(text[:_SAMPLE]) if character > "\x7f"]
    frequent = _frequent()
    return sum(character in frequent for character in beyond_ascii) / max(1, len(beyond_ascii))


@cache
def _frequent() -> frozenset[str]:
    rows = lexicon.read(lexicon.FOLDER / "frequent_characters.tsv", ("character",))
    return frozenset(row["character"] for row in rows)
