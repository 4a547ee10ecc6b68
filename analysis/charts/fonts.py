"""The font of every chart, Noto Sans SC: where it is, how wide text is in it, how text breaks into lines."""

from __future__ import annotations

import base64
import io
from bisect import bisect_right
from functools import lru_cache
from html import escape
from pathlib import Path

import pylopdf_fonts_zh_cn
from PIL import ImageFont

FAMILY = "Noto Sans SC"
STACK = f"{FAMILY}, Microsoft YaHei, PingFang SC, sans-serif"
"""Families in order; those after the first serve programs that ignore a font embedded in an image."""

SIZE = 14
"""Size of all text but titles, in pixels on a page and in points on a slide."""

LINE = 1.3
"""Distance between lines, in sizes of the text."""

HOVER_WIDTH = 360
"""Widest line of a hover box, in pixels."""

NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’…,.;:?!)]}%％·—–-~～")
NOT_LAST = frozenset("（《「『【〈“‘([{¥￥$")
"""Characters that begin no line and that end none (the rules of Chinese line breaking, GB/T 15834)."""


def path() -> Path:
    """The font's file (OpenType with CFF outlines)."""
    return pylopdf_fonts_zh_cn.sans_path()


@lru_cache(maxsize=64)
def at_size(size: int) -> ImageFont.FreeTypeFont:
    """The font opened at ``size`` pixels, for measuring and for drawing with Pillow."""
    return ImageFont.truetype(path(), size)


@lru_cache(maxsize=8192)
def width(text: str, size: float = SIZE) -> float:
    """Width of one line of text in pixels."""
    return float(at_size(100).getlength(text)) * size / 100


def widest(texts: list[str], size: float = SIZE) -> float:
    """Width of the widest of some lines of text in pixels; 0 for none."""
    return max((width(text, size) for text in texts), default=0.0)


def wrap(text: str, room: float, size: float = SIZE) -> list[str]:
    """Lines of ``text`` no wider than ``room`` pixels, nothing left out.

    Chinese breaks between any two characters except before closing and after opening punctuation;
    Latin words and numbers are kept whole unless one alone is wider than the room.
    """
    lines, line = [], ""
    for piece in _pieces(text, room, size):
        if line and width((line + piece).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def balanced(text: str, room: float) -> list[str]:
    """Lines as of ``wrap``, and as many, but of about the same width: no last line of one word."""
    lines = wrap(text, room)
    narrower = room
    while len(lines) > 1 and narrower > room / 2:
        narrower -= SIZE / 2
        tried = wrap(text, narrower)
        if len(tried) > len(lines) or widest(tried) > room:
            break
        lines = tried
    return lines


@lru_cache(maxsize=8192)
def wrapped(text: str, room: float) -> str:
    """``text`` broken into lines as the markup of a figure."""
    return "<br>".join(markup(line) for line in wrap(text, room))


def hover(text: str) -> str:
    """``text`` as the markup of a hover box, its own line breaks kept and long lines broken."""
    return "<br>".join(wrapped(line, HOVER_WIDTH) for line in text.split("\n"))


def shortened(text: str, room: float) -> str:
    """The beginning of ``text`` that fits ``room`` pixels, with an ellipsis where something is left out."""
    text = " ".join(text.split())
    if width(text) <= room:
        return text
    kept = bisect_right(range(1, len(text)), room, key=lambda n: width(text[:n] + "…"))
    return text[:kept].rstrip("，、；：,;: ") + "…"


def markup(text: str) -> str:
    """``text`` as the markup of a figure: shown as written, never read as a tag."""
    return escape(text, quote=False)


def two_coloured(first: str, second: str, colour: str) -> str:
    """Two texts in one line as markup, the second in ``colour``."""
    return markup(first) + (f'<span style="color:{colour}">{markup(second)}</span>' if second else "")


@lru_cache(maxsize=32)
def face(characters: frozenset[str]) -> str:
    """A CSS ``@font-face`` rule that carries the font for these characters only (WOFF, a few kB)."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, notdef_outline=True, layout_features=["kern"])
    with TTFont(path(), lazy=True) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(characters)))
        subsetter.subset(font)
        font.flavor = "woff"
        file = io.BytesIO()
        font.save(file)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return f"@font-face{{font-family:'{FAMILY}';src:url(data:font/woff;base64,{data}) format('woff')}}"


def _pieces(text: str, room: float, size: float) -> list[str]:
    """What must stay on one line: a Latin word, or a character with the punctuation bound to it."""
    pieces: list[str] = []
    for character in " ".join(text.split()):
        bound = bool(pieces) and (
            character in NOT_FIRST or pieces[-1][-1] in NOT_LAST or _same_word(pieces[-1][-1], character)
        )
        if bound and width(pieces[-1] + character, size) <= room:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _same_word(before: str, after: str) -> bool:
    narrow = before.isascii() and after.isascii()
    return narrow and not before.isspace()
