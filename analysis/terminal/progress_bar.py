"""How far a command is, on a terminal."""

from __future__ import annotations

import time
from typing import IO


class Bar:
    """A progress bar on a terminal, shown for what takes longer than a second."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream, self.began, self.shown = stream, time.monotonic(), False

    def __call__(self, done: int, of: int) -> None:
        """Say that ``done`` of ``of`` files are done."""
        if not self.stream.isatty() or not (self.shown or time.monotonic() - self.began > 1):
            return
        self.shown = True
        filled = "█" * (30 * done // of)
        self.stream.write(f"\r{filled:░<30} {done}/{of}" + ("\n" if done == of else ""))
        self.stream.flush()
