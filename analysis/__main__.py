"""``python -m analysis``: the command line, which Ctrl+C ends at any moment with a word and 130."""

from __future__ import annotations

import sys

STOPPED = 130
"""What a program ends with that Ctrl+C has stopped: 128 and the number of the signal."""

INTERRUPTED = "Query interrupted"
"""What DuckDB says with a ``RuntimeError`` when Ctrl+C meets it at work."""


def run() -> int:
    """Run the command line; returns the exit code."""
    try:
        from analysis.terminal.command_line import main

        return main()
    except KeyboardInterrupt:
        pass
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
    print("stopped", file=sys.stderr)
    return STOPPED


if __name__ == "__main__":
    sys.exit(run())
