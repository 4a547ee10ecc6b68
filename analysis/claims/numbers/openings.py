"""Where a number may begin, so that it is sought nowhere else."""

from __future__ import annotations

import re

from analysis.claims.numbers.values import DIGITS, SCALES

HAN_DIGITS = "".join(DIGITS)
HAN_SCALES = "".join(SCALES)
MEASURES = (
    *("岁", "倍", "人", "名", "家", "天", "周", "年", "个月", "分钟", "小时", "GB", "G"),
    *("次", "个", "米", "款", "台", "间", "所"),
)
"""What the lower end of a range may have behind it, if the upper one has it too: 3天到5天."""

_WEAK = "多余来上数点半"
"""Characters that begin a number only before certain others."""
_BEHIND_WEAK = f"{HAN_DIGITS}{HAN_SCALES}天周月年倍家名位个小"
_FIRST = rf"[\d几{HAN_DIGITS}{HAN_SCALES}{_WEAK}]"
OPENING = re.compile(rf"{_FIRST}(?:(?<![{_WEAK}])|(?=[{_BEHIND_WEAK}]))")
"""Where a number may begin."""
_GOES_ON = rf"\d{HAN_DIGITS}{HAN_SCALES}{_WEAK}几分%元{''.join(each[0] for each in MEASURES)}至到 ~—–-"
"""Characters of which one stands behind the first Han digit of a number that has more to it."""


def opening(behind: str, before: str) -> re.Pattern[str]:
    """Where a number may begin that is more than one Han digit alone.

    Such a digit only opens one before the characters ``behind`` or after those of ``before``.
    """
    return re.compile(
        rf"{_FIRST}(?<!\d\d)(?:(?<![{_WEAK}{HAN_DIGITS}])|(?<=[{_WEAK}])(?=[{_BEHIND_WEAK}])"
        rf"|(?<=[{HAN_DIGITS}])(?=[{re.escape(behind)}{_GOES_ON}])"
        rf"|(?<=[{re.escape(before)}][{HAN_DIGITS}]))"
    )
