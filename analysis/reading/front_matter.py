"""The lines at the top of a Markdown file that say what it is: ``title: …`` between two rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.document import Span
from analysis.reading.facts import Fact, Field
from analysis.reading.script import fold

_FENCED = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_ENTRY = re.compile(
    r"^(?P<indent>[ \t]*)(?P<name>[\w:. -]{1,40}?)[ \t]*[:：=][ \t]*"
    r"[\"'“]?(?P<value>[^\r\n]*?)[\"'”]?[ \t]*\r?$",
    re.MULTILINE,
)


class FrontMatter(NamedTuple):
    """Where front matter stands and what it says."""

    span: Span
    facts: list[Fact]


def front_matter(text: str, fields: Mapping[str, Field]) -> FrontMatter | None:
    """Front matter between two lines of ``---`` (YAML) or ``+++`` (TOML); ``None`` where there is none.

    ``fields`` are the names of ``lexicons/metadata.tsv``.
    """
    found = _FENCED.match(text)
    return FrontMatter(Span(*found.span()), list(_facts(text, found.end(), fields))) if found else None


def _facts(text: str, end: int, fields: Mapping[str, Field]) -> Iterator[Fact]:
    """Facts; of a value in the lines below its name (``author:``, then ``  name: …``) the first line."""
    above: Field | None = None
    for entry in _ENTRY.finditer(text, 0, end):
        own = fields.get(fold(entry["name"].strip(" -").lower()))
        field = above if entry["indent"] and above else own
        above = own if not entry["value"] else None
        if field and entry["value"]:
            yield Fact(field, entry["value"], Span(*entry.span("value")), "front matter")
