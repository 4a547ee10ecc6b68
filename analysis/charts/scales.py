"""Scales: from a value to its place on an axis and back, by logarithm where values lie far apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10

FAR_APART = 50
"""Ratio of the largest to the smallest value from which an axis is logarithmic."""


@dataclass(frozen=True)
class Scale:
    """An axis from ``first`` to ``last``, in values; ``log`` says whether it is logarithmic."""

    first: float
    last: float
    log: bool

    def share(self, value: float) -> float:
        """How far along the axis a value lies: 0 at its beginning, 1 at its end."""
        first, last = self._inner(self.first), self._inner(self.last)
        return (self._inner(value) - first) / (last - first)

    def value(self, share: float) -> float:
        """The value that lies so far along the axis."""
        first, last = self._inner(self.first), self._inner(self.last)
        inner = first + share * (last - first)
        return float(10**inner) if self.log else inner

    def position(self, value: float) -> float:
        """Where Plotly puts a note beside ``value``: its exponent where the axis is logarithmic."""
        return self._inner(value)

    @property
    def range(self) -> list[float]:
        """The ends as Plotly takes them: exponents where the axis is logarithmic."""
        return [self._inner(self.first), self._inner(self.last)]

    @property
    def type(self) -> str:
        """Plotly's name for the kind of axis."""
        return "log" if self.log else "linear"

    def longer(self, before: float, after: float) -> Scale:
        """The same scale with room, as shares of its length, before its first and after its last value."""
        return Scale(self.value(-before), self.value(1 + after), self.log)

    def _inner(self, value: float) -> float:
        return log10(value) if self.log else value


def fitting(values: Iterable[float]) -> Scale:
    """From nought to the largest value; where values lie far apart from the smallest, by logarithm."""
    known = list(values)
    largest, smallest = max(known, default=1.0), min(known, default=1.0)
    if smallest > 0 and largest / smallest >= FAR_APART:
        return Scale(smallest, largest, log=True)
    return Scale(min(0.0, smallest), largest if largest > min(0.0, smallest) else 1.0, log=False)
