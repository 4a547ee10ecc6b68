"""The value of a number as it is written: 3万4000, 二百五十, 1,100万."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "亿": 10**8, "兆": 10**12}
LATIN_SCALES = {"k": "千", "w": "万"}

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""A number in digits, as a pattern: 1,100 or 3.5."""

_PARTS = re.compile(rf"{ARABIC}|.")


def read(surface: str) -> float:
    """The value of a plain number: ``"3万4000"``, ``"二十万亿"``, ``"1,100万"``, ``"三点五亿"``.

    Raises ``ValueError`` for anything else.
    """
    if surface in DIGITS:
        return float(DIGITS[surface])
    try:
        return float(surface) if surface.isdecimal() else float(_read(_parts(surface)))
    except InvalidOperation:
        raise ValueError(surface) from None


def _parts(surface: str) -> list[str]:
    """Digits in one piece, everything else character by character, Latin scales made Han."""
    parts = _PARTS.findall(surface.replace(" ", ""))
    return [LATIN_SCALES.get(part.lower(), part) for part in parts]


def _read(parts: list[str]) -> Decimal:
    """Split at the greatest scale (the last one of its size): left times scale plus right."""
    scales = [SCALES.get(part, 0) for part in parts]
    greatest = max(scales, default=0)
    if not greatest:
        return _digits(parts)
    place = len(scales) - 1 - scales[::-1].index(greatest)
    left = _read(parts[:place]) if place else Decimal(1)
    right = parts[place + 1 :]
    if not right:
        return left * greatest
    if len(right) == 1 and right[0] in DIGITS and greatest > 10:
        return left * greatest + Decimal(DIGITS[right[0]] * greatest) / 10
    return left * greatest + _read(right)


def _digits(parts: list[str]) -> Decimal:
    if len(parts) == 1 and parts[0][:1].isdecimal():
        return Decimal(parts[0].replace(",", ""))
    if not parts:
        raise ValueError("no digits")
    if "点" in parts:
        point = parts.index("点")
        return Decimal(f"{_run(parts[:point])}.{_run(parts[point + 1 :])}")
    return Decimal(_run(parts))


def _run(parts: list[str]) -> str:
    if not DIGITS.keys() >= set(parts):
        raise ValueError("".join(parts))
    return "".join(str(DIGITS[part]) for part in parts)
