"""The article files that a build takes, and those it leaves out, each a problem with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.reading import loading
from analysis.schema import Problem


@dataclass(frozen=True)
class Files:
    """Article files with their sizes in bytes, and those left out.

    ``fingerprint`` changes when a file comes, goes, is written again, or is left out for another reason.
    """

    sizes: dict[Path, int]
    problems: tuple[Problem, ...]
    fingerprint: str

    @classmethod
    def among(cls, sources: Sequence[Path]) -> Files:
        """The article files in ``sources``; left out are those with the name, or the text, of another."""
        paths = loading.find(sources)
        namesakes = loading.same_names(paths)
        states = {path: _state(path) for path in paths}
        for error in namesakes:
            del states[error.path]
        copies = loading.repeats({path: size for path, (size, _) in states.items()})
        for error in copies:
            del states[error.path]
        errors = [*namesakes, *copies]
        barren = [problem(source, "no_articles") for source in sources if not loading.find([source])]
        problems = (*(problem(error.path, error.reason, error.detail) for error in errors), *barren)
        content = [(str(path), state) for path, state in states.items()]
        fingerprint = hashlib.sha256(repr((content, problems)).encode(errors="replace")).hexdigest()
        return cls({path: size for path, (size, _) in states.items()}, problems, fingerprint)


def problem(path: Path, reason: str, detail: str | None = None) -> Problem:
    """A problem as a table can hold it: what is not Unicode in the name of a file becomes a question mark."""
    return Problem(_unicode(str(path)), reason, detail and _unicode(detail))


def _unicode(text: str) -> str:
    return text.encode(errors="replace").decode()


def _state(path: Path) -> tuple[int, int]:
    """Size in bytes and time of the last change; of what cannot be looked at, noughts."""
    try:
        state = path.stat()
    except (OSError, UnicodeError):
        return 0, 0
    return state.st_size, state.st_mtime_ns
