"""Numbers as the reader's language writes them: 2亿 and 1000万 in Chinese, 200M and 10M in English."""

from __future__ import annotations

from math import isclose

SCALES: dict[str, tuple[tuple[float, str], ...]] = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "en": ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")),
}
"""Word for each power of ten, largest first."""

SHORTENED_FROM = 10_000
"""Numbers below this are written out."""


def format_number(value: float, language: str) -> str:
    """``value`` in the words of ``language`` (zh or en), with at most two decimals."""
    size = abs(value)
    if round(size, 2) >= SHORTENED_FROM:
        for scale, word in SCALES[language]:
            if round(size / scale, 2) >= 1:
                return _plain(value / scale) + word
    return exact(value) if language == "en" else _plain(value)


def format_range(low: float, high: float, language: str) -> str:
    """A range with an en dash: 3–4, 200万–300万."""
    return f"{format_number(low, language)}–{format_number(high, language)}"


def format_share(share: float) -> str:
    """A share of one (0.42) as a percentage: 42%; a share that is not nought never reads 0%."""
    return "<1%" if 0 < share * 100 < 0.5 else f"{share * 100:.0f}%"


def format_rate(rate: float) -> str:
    """A rate with one decimal; nought is 0, and what is not nought never reads 0.0."""
    if not rate:
        return "0"
    return "<0.1" if rate < 0.05 else f"{rate:.1f}"


def exact(value: float) -> str:
    """``value`` with all its digits, thousands apart: 1,300 or 99.5."""
    return f"{round(value):,}" if isclose(value, round(value), abs_tol=1e-9) else f"{value:,.10g}"


def _plain(value: float) -> str:
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".")
