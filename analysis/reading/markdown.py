"""Finding the marks of Markdown in a text: what is not shown, and what its front matter says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from analysis.document import Span
from analysis.reading.facts import Fact, Field
from analysis.reading.front_matter import front_matter
from analysis.reading.removal import Cut, without

_LINKS = re.compile(
    r"""
    (?P<image> !\[ [^\[\]\n]{0,300} \] \( [^()\n]{0,2000} \) )
    | \[ (?P<words> [^\[\]\n]{1,300} )
      (?P<target> \]\( (?: https?: | mailto: | [/\#.] ) [^()\s]{0,2000} (?: \s+ "[^"\n]{0,300}" )? \) )
    """,
    re.VERBOSE,
)
_WHOLE_LINES = re.compile(
    r"""
    ^ [ \t]*+ (?:
        (?: [-*_] [ \t]*+ ){3,}                                       # a rule
        | ```[^`\n]* | ~~~[^~\n]*                                     # a fence around code
        | (?: \| [ \t]*+ )? :?-{2,}+:? (?: [ \t]*+ \| [ \t]*+ :?-{2,}+:? )*+ (?: [ \t]*+ \| )?  # in a table
        | \[ [^\[\]\n]{1,100} \]: [ \t]++ \S++                       # where a link leads
    ) [ \t]*+ \r? $
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINE_STARTS = re.compile(r"^[ \t]*+(?:#{1,6}[ \t]+|(?:>[ \t]?)+(?:#{1,6}[ \t]+)?|[-*+][ \t]+)", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}#[ \t]+(?P<words>[^\r\n]*)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|~~|(?<![A-Za-z0-9_])__(?=\S)|(?<=\S)__(?![A-Za-z0-9_])|`")


def read_markdown(text: str, fields: Mapping[str, Field]) -> tuple[list[Cut], list[Fact]]:
    """Cuts for the front matter and for every mark of a Markdown file, and facts in order of trust.

    ``fields`` are the names of ``lexicons/metadata.tsv``. The words of links, headings, lists and quotes
    stay, as does the code between fences. The title is that of the front matter, where it stands as a
    heading if it does, or the first heading of the first level.
    """
    front = front_matter(text, fields)
    start = front.span.end if front else 0
    facts = front.facts if front else []
    cuts = [Cut(*mark.span(), "markup") for mark in _WHOLE_LINES.finditer(text, start)]
    for marks in (_LINE_STARTS, _EMPHASIS):
        cuts += [Cut(*mark.span(), "markup", " ") for mark in marks.finditer(text, start)]
    title = _title(text, start, facts)
    if front:
        cuts += without(Cut(*front.span, "byline"), title and title.span)
    return cuts, [*([title] if title else []), *facts]


def links(text: str) -> Iterator[Cut]:
    """Cuts for images, and for what surrounds the words of links, wherever Markdown was pasted."""
    if "](" not in text:
        return
    for found in _LINKS.finditer(text):
        if found["image"]:
            yield Cut(*found.span(), "markup", " ")
        else:
            yield Cut(found.start(), found.start("words"), "markup", " ")
            yield Cut(*found.span("target"), "markup", " ")


def _title(text: str, start: int, front: list[Fact]) -> Fact | None:
    headings = [
        Fact("title", words, Span(found.start("words"), found.start("words") + len(words)), "heading")
        for found in _HEADING.finditer(text, start)
        if (words := found["words"].rstrip(" \t#"))
    ]
    stated = next((fact for fact in front if fact.field == "title"), None)
    if stated:
        return next((heading for heading in headings if heading.value == stated.value), stated)
    return headings[0] if headings else None
