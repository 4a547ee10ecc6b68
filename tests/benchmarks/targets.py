"""What is measured against a target: as a table, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, its value, and the target: at least where ``larger``, else at most."""

    what: str
    value: float
    target: float
    larger: bool

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.value >= self.target if self.larger else self.value <= self.target

    def __str__(self) -> str:
        bound = "at least" if self.larger else "at most"
        factor = self.target / self.value if self.larger else self.value / self.target
        said = "met" if self.met else f"missed by a factor of {factor:.1f}"
        return f"{self.what:<58}{self.value:8.3f}   {bound} {self.target:<5g} {said}"


def report(rows: Iterable[Row], kept: Path) -> None:
    """Print each row as soon as it is measured, and write all of them to ``kept``."""
    measured = []
    for row in rows:
        measured.append(row)
        print(row, flush=True)
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps([row._asdict() for row in measured], indent=2), encoding="utf-8")
