"""Finding HTML tags, comments and character references in a text, wherever they stand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from analysis.reading.removal import Cut


class Element(NamedTuple):
    """What ``lexicons/elements.tsv`` says of an element."""

    layout: Literal["block", "inline"]
    content: Literal["nested", "empty", "raw"]
    text: Literal["kept", "boilerplate", "markup"]

    @property
    def fill(self) -> Literal["\n", " "]:
        """What stands in the place of its tags."""
        return "\n" if self.layout == "block" else " "


class Tag(NamedTuple):
    """A tag, half-open; ``name`` in lower case, ``""`` for a comment, declaration or raw content."""

    start: int
    end: int
    name: str
    closing: bool


_MARKUP = re.compile(
    r"""
    (?P<comment> <!-- )
    | <!doctype [^<>]*+ > | <\?xml [^<>]*+ > | <!\[CDATA\[ | \]\]>
    | < (?P<closing> /? ) (?P<name> [a-z][a-z0-9]* ) (?= \s* /? > | \s+ [a-z_:@"'] )
      (?: (?: [^"'<>]++ | "[^"<]*+" | '[^'<]*+' )*+ > | [^<>]*+ > )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REFERENCE = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")


def tags(text: str, elements: Mapping[str, Element]) -> Iterator[Tag]:
    """Tags of known elements, comments, declarations and the content of scripts and styles, in order.

    Anything else in angle brackets is text, as is a comment or script that is never closed.
    """
    if "<" not in text and "]]>" not in text:
        return
    position = 0
    never_closed: set[str] = set()
    while found := _MARKUP.search(text, position):
        position = found.end()
        name = (found["name"] or "").lower()
        if name and name not in elements:
            continue
        if not found["comment"]:
            yield Tag(found.start(), position, name, closing=bool(found["closing"]))
        closing = _closing(found, name, elements)
        if closing is None or closing.pattern in never_closed:
            continue
        if (end := closing.search(text, position)) is None:
            never_closed.add(closing.pattern)
            continue
        yield Tag(found.start() if found["comment"] else position, end.end(), "", closing=False)
        position = end.end()


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """Attributes of a tag that have a value: lower-case name to value as shown."""
    pairs = _ATTRIBUTE.findall(text[tag.start : tag.end])
    return {name.lower(): html.unescape("".join(values)) for name, *values in pairs}


def references(text: str) -> tuple[str, list[Cut]]:
    """``text`` with the first character of each character reference (``&amp;``) as what it stands for.

    Also the cuts for the rest of each. The text stays as long as it was.
    """
    pieces: list[str] = []
    cuts: list[Cut] = []
    position = 0
    for found in _REFERENCE.finditer(text):
        shown = html.unescape(html.unescape(found[0]))
        if len(shown) != 1:
            continue
        start = found.start() + (not shown.isspace())
        pieces += (
            text[position : found.start()],
            " " if shown.isspace() else shown,
            text[found.start() + 1 : found.end()],
        )
        cuts.append(Cut(start, found.end(), "markup", " "))
        position = found.end()
    return "".join((*pieces, text[position:])), cuts


def _closing(found: re.Match[str], name: str, elements: Mapping[str, Element]) -> re.Pattern[str] | None:
    """What ends the comment or raw content that begins here; ``None`` for any other markup."""
    if found["comment"]:
        return re.compile("-->")
    if name and elements[name].content == "raw" and not found["closing"]:
        return re.compile(rf"(?=</{name}[\s>])", re.IGNORECASE)
    return None
