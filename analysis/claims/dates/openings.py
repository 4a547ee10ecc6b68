"""Where an expression of time may begin, so that its forms are tried nowhere else."""

from __future__ import annotations

import re

from analysis.claims.dates.patterns import CAPITALS, PATTERNS

BEGINNINGS = {
    "0123456789": (
        r"(?<![0-9]{2})(?:[0-9]{0,3}[ ]?[年月日季财/~—–至到-]|[0-9]{3}[ ]?[QH,、和与及.]|[0-9][.、]"
        rf"|[ ]?[Q、和与及]|[0-9]?(?:st|nd|rd|th)?[ ][{CAPITALS}])"
    ),
    "一二三四五六七八九十": "[一二三四五六七八九十]{0,2}[ ]?[月季~—–至到、和及与-]|[九八零〇].{2}年",
    "今去明前本同当次翌昨": r"[年月]|[天日]?[ ]?\(|(?<=前)[0-9一二两三四五六七八九十]",
    "第": "[一二三四1-4](?:[年季]|[ ]?[~—–至到、和及与-])",
    "上下": "半年|个?月",
    "民": "国",
    "年": "[初底末]",
    "首": "季",
    "农": "历",
    "正冬腊": "月",
    "大": "年",
    "除": "夕",
    "Q": "[1-4]",
    "F": "Y",
    CAPITALS: "an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec",
}
"""What follows the first character of an expression, by that character."""

BEGINNING = re.compile(
    f"[{''.join(BEGINNINGS)}]"
    f"(?={'|'.join(f'(?<=[{first}])(?:{behind})' for first, behind in BEGINNINGS.items())})"
)
"""Where an expression may begin."""

FORMS = {
    character: [(name, form) for name, form in PATTERNS.items() if character in form.openings]
    for characters in BEGINNINGS
    for character in characters
}
"""The forms that begin with a character, each with its name."""
