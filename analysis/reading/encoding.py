"""Which encoding a file of Chinese text is in, told from its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis import lexicon
from analysis.reading.script import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
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
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_MOST_CONTROL = 0.01
"""Share of control characters that a scraped page may carry along; a picture or archive has far more."""

_PLAUSIBLE = 0.3
"""Least share of frequent characters: Chinese text has over 0.6, a wrong reading under 0.2."""

_MOST_DAMAGED = 0.1
"""Share of the characters outside ASCII that may be unreadable in a text that was cut or patched."""

_SAMPLE = 20_000
"""Characters that are enough to judge a reading by."""

_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


class Decoded(NamedTuple):
    """A text and the name of its encoding.

    ``unreadable`` counts the places where bytes did not fit it, each one U+FFFD in the text; the first
    of them is ``first_unreadable``, in bytes from the start of the file.
    """

    text: str
    encoding: str
    unreadable: int = 0
    first_unreadable: int | None = None


def decode(data: bytes) -> Decoded | None:
    """The text of ``data``; ``None`` where no encoding fits.

    In order of trust: a byte order mark, UTF-8 that decodes strictly, UTF-16 by where its zero bytes or
    line ends stand, the charset an HTML page declares, and of GB 18030 and Big5 the one whose reading
    has more of the most frequent Chinese characters. Where nothing fits strictly, the same again with a
    few unreadable places. Lone surrogates are unreadable; a byte order mark is not part of the text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data.removeprefix(mark)
            text = _strictly(rest, encoding.removesuffix("-sig"))
            return Decoded(text, encoding) if text is not None else _marked(rest, mark, encoding)
    text = _strictly(data, "utf-8")
    if text is not None and not is_binary(data):
        return Decoded(text, "utf-8")
    candidates = _candidates(data)
    strict = [Decoded(text, name) for name in candidates if (text := _strictly(data, name))]
    damaged = (_damaged(data, name) for name in ["utf-8", *candidates] if not is_binary(data))
    return _most_plausible(strict) or _most_plausible(filter(_is_damaged_text, damaged))


def first_unreadable(data: bytes) -> int:
    """The first byte of ``data`` that is not UTF-8, from 0."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def is_binary(data: bytes) -> bool:
    """Whether ``data``, read byte by byte, holds as many zero or control characters as no text does.

    Never what begins with the byte order mark of UTF-16 or UTF-32, in which zero bytes are common.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return False
    control = len(data) - len(data.translate(None, _CONTROL))
    return control > len(data) * _MOST_CONTROL


def _most_plausible(readings: Iterable[Decoded]) -> Decoded | None:
    """The reading with the largest share of frequent characters; none that no Chinese text has."""
    judged = [(_frequent_share(reading.text), -reading.unreadable, reading) for reading in readings]
    share, _, best = max(judged, key=lambda judgement: judgement[:2], default=(0.0, 0, None))
    return best if best and share >= _PLAUSIBLE and not is_binary(best.text.encode()) else None


def _marked(rest: bytes, mark: bytes, encoding: str) -> Decoded | None:
    """What follows a byte order mark, damaged."""
    reading = _damaged(rest, encoding.removesuffix("-sig"))
    first = len(mark) + (reading.first_unreadable or 0)
    found = reading._replace(encoding=encoding, first_unreadable=first)
    return _most_plausible(filter(_is_damaged_text, [found]))


def _damaged(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return Decoded(text, encoding, text.count(_UNREADABLE), error.start)
    return Decoded(text, encoding)


def _is_damaged_text(reading: Decoded) -> bool:
    beyond_ascii = sum(character > "\x7f" for character in reading.text)
    return reading.unreadable <= max(1, beyond_ascii * _MOST_DAMAGED)


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
