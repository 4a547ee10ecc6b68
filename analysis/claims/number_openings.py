"""Where a number may begin, so that it is sought nowhere else."""

from __future__ import annotations

import re

_HAN_DIGITS = "零〇一二两三四五六七八九"
_HAN_SCALES = "十百千万亿兆"
_WEAK = "多余来上数点半"
"""Characters that begin a number only before certain others."""
_BEHIND_WEAK = f"{_HAN_DIGITS}{_HAN_SCALES}天周月年倍家名位个小"
_FIRST = rf"[\d几{_HAN_DIGITS}{_HAN_SCALES}{_WEAK}]"
OPENING = re.compile(rf"{_FIRST}(?:(?<![{_WEAK}])|(?=[{_BEHIND_WEAK}]))")
"""Where a number may begin."""
_GOES_ON = rf"\d{_HAN_DIGITS}{_HAN_SCALES}{_WEAK}几分%元岁倍人名家天周年个小GB次米款台间所至到 ~—–-"
"""Characters of which one stands behind the first Han digit of a number that has more to it."""


def opening(behind: str, before: str) -> re.Pattern[str]:
    """Where a number may begin that is more than one Han digit alone.

    Such a digit only opens one before the characters ``behind`` or after those of ``before``.
    """
    return re.compile(
        rf"{_FIRST}(?<!\d\d)(?:(?<![{_WEAK}{_HAN_DIGITS}])|(?<=[{_WEAK}])(?=[{_BEHIND_WEAK}])"
        rf"|(?<=[{_HAN_DIGITS}])(?=[{re.escape(behind)}{_GOES_ON}])"
        rf"|(?<=[{re.escape(before)}][{_HAN_DIGITS}]))"
    )
