"""Number formats under which Excel shows a value as a figure shows it, so that labels follow edited data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal


def _digits(number: int) -> Callable[[float], str]:
    return lambda value: f"{_rounded(value, number):,f}"


def _share(value: float) -> str:
    return "<1%" if 0 < value < 0.005 else f"{_rounded(value * 100, 0):f}%"


def _rate(value: float) -> str:
    if value == 0:
        return "0"
    return "<0.1" if value < 0.05 else f"{_rounded(value, 1):,f}"


def _rounded(value: float, digits: int) -> Decimal:
    """As Excel rounds: by the decimals that are shown, halves away from nought."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


FORMATS: dict[str, Callable[[float], str]] = {
    "#,##0": _digits(0),
    '[=0]0%;[<0.005]"<1%";0%': _share,
    '[=0]0;[<0.05]"<0.1";#,##0.0': _rate,
    **{f"#,##0.{'0' * digits}": _digits(digits) for digits in range(1, 6)},
}
"""Format codes of Excel, and what each makes of a number."""


def common_format(values: Sequence[float], texts: Sequence[str]) -> str | None:
    """The format under which every value reads as its text; None where there is none."""
    pairs = list(zip(values, texts, strict=True))
    every = (code for code, shown in FORMATS.items() if all(shown(value) == text for value, text in pairs))
    return next(every, None)
