import io

import pytest

from analysis.terminal import progress_bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "seconds", "drawn"), [(Terminal, 2, True), (Terminal, 0.5, False), (io.StringIO, 2, False)]
)
def test_the_bar_is_for_terminals_and_for_what_takes_long(monkeypatch, stream, seconds, drawn):
    clock = iter([0.0, seconds, seconds])
    monkeypatch.setattr(progress_bar.time, "monotonic", lambda: next(clock))
    shown = stream()
    bar = progress_bar.Bar(shown)
    bar(1, 2)
    bar(2, 2)
    assert bool(shown.getvalue()) == drawn
    if drawn:
        assert shown.getvalue() == "\r" + "█" * 15 + "░" * 15 + " 1/2" + "\r" + "█" * 30 + " 2/2\n"
