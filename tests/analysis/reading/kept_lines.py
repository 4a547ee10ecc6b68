"""What the boilerplate rules leave of a text, and a line of prose to stand around what they take."""

from __future__ import annotations

from analysis import lexicon
from analysis.reading.boilerplate import Boilerplate
from analysis.reading.removal import blank
from analysis.reading.script import fold

PROSE = "钉钉和企业微信都有几千万用户,谁更好用要看公司是什么样的。"
BOILERPLATE = Boilerplate.load(lexicon.FOLDER)


def left(text: str) -> list[str]:
    """The lines of ``text`` that stay, without white space at their ends."""
    cuts, _ = BOILERPLATE(fold(text))
    return [line.strip() for line in blank(text, cuts).splitlines() if line.strip()]
