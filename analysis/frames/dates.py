"""Partial dates and intervals as calendar days, so that they can be drawn and ordered."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

PARTIAL = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
)


class Interval(NamedTuple):
    """The days an expression may mean: the first and the last of them."""

    first: date
    last: date

    @property
    def middle(self) -> date:
        """The day halfway, the earlier of two."""
        return self.first + (self.last - self.first) // 2


def interval(iso: str) -> Interval | None:
    """The days of an ISO date, partial date or interval; None for what is no date.

    ``2019``, ``2019-03``, ``2019-Q1``, ``2019-H2``, ``2019-03-03`` or two of them as ``a/b``.
    """
    first, _, last = iso.partition("/")
    opening, closing = _partial(first), _partial(last or first)
    if opening is None or closing is None or closing.last < opening.first:
        return None
    return Interval(opening.first, closing.last)


def _partial(iso: str) -> Interval | None:
    match = PARTIAL.fullmatch(iso)
    if match is None:
        return None
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    first, last = _months(part)
    try:
        opening = date(part["year"], first, part.get("day", 1))
        return Interval(opening, opening if "day" in part else _month_end(part["year"], last))
    except ValueError:
        return None


def _months(part: dict[str, int]) -> tuple[int, int]:
    """First and last month of a year, half, quarter or month."""
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        if name in part:
            return (part[name] - 1) * length + 1, part[name] * length
    return 1, 12


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def dated(isos: pd.Series[str]) -> pd.DataFrame:
    """Dates as timestamps, on the index of ``isos``: [date_start, date_end, date], ``date`` the middle.

    All three are missing where there is no date.
    """
    import pandas as pd

    days = [interval(iso) if isinstance(iso, str) else None for iso in isos]
    parts = {
        "date_start": [each and each.first for each in days],
        "date_end": [each and each.last for each in days],
        "date": [each and each.middle for each in days],
    }
    stamps = {name: np.array(dates, "datetime64[us]") for name, dates in parts.items()}
    return pd.DataFrame(stamps, index=isos.index)
