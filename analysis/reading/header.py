"""The title of an article, and what it says of its author, its source and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from analysis import lexicon
from analysis.document import Span
from analysis.reading.facts import Fact, Field
from analysis.reading.lines import LINE, lines_of
from analysis.reading.removal import Cut
from analysis.reading.script import fold
from analysis.reading.written_dates import iso_date

_LONGEST_TITLE = 80
_SENTENCE_LIKE = re.compile(r"。|[，,；;、]$")
_SITE = re.compile(r"[-_|｜–—·].{0,20}")
_PUBLICATIONS: tuple[Field, Field] = ("source", "site")
_LABEL = re.compile(r"^(?:作者|来源|文|出处|发布时间|发布于|时间)\s*[:：/]\s*|^@")
_NAME = r"(?P<name>[^\s，,。；;：:、“”！？!?()（）的]{2,12}?)(?P<id>[(（](?i:id)[:：]\s*[\w-]+[)）])?"
_TOLD = (
    re.compile(rf"告诉{_NAME}(?:记者)?(?=[，,。：:”]|$)", re.MULTILINE),
    re.compile(rf"[对向]{_NAME}(?:记者)?(?:表示|透露|坦言|介绍)"),
)


class Header(NamedTuple):
    """What an article says of itself; ``None`` where it does not say."""

    title: Span | None
    author: str | None
    source: str | None
    published: str | None
    published_basis: str | None


@dataclass(frozen=True)
class HeaderReading:
    """Reads the header; knows the words that are told things without being a publication, and those that
    stand for a name that is not given.
    """

    addressees: frozenset[str]
    no_names: frozenset[str]

    @classmethod
    def load(cls, lexicons: Path) -> Self:
        """The stage with its lexicons from a folder; raises ``LexiconError``."""
        files = ("addressees.tsv", "no_names.tsv")
        return cls(
            *(frozenset(row["word"] for row in lexicon.read(lexicons / file, ("word",))) for file in files)
        )

    def __call__(self, written: str, text: str, facts: Sequence[Fact]) -> Header:
        """The header of an article.

        ``written`` is its source without markup, ``text`` what cleaning left of it, folded; ``facts`` are
        in order of trust.
        """
        stated = next(
            (fact.span for fact in facts if fact.field == "title" and fact.basis != "metadata"), None
        )
        dated = [
            (date, fact.basis)
            for fact in _of(facts, "published")
            if (date := iso_date(_words(written, fact)))
        ]
        published, basis = dated[0] if dated else (None, None)
        sources, sites = (self._names(written, facts, field) for field in _PUBLICATIONS)
        return Header(
            title=stated or _first_line(text),
            author=next(self._names(written, facts, "author"), None),
            source=next(sources, None) or self._told(written, text) or next(sites, None),
            published=published,
            published_basis=basis,
        )

    def _names(self, written: str, facts: Sequence[Fact], field: Field) -> Iterator[str]:
        for fact in _of(facts, field):
            name = _LABEL.sub("", _words(written, fact)).strip()
            if name and "://" not in name and fold(name).lower() not in self.no_names:
                yield name

    def _told(self, written: str, text: str) -> str | None:
        """The publication that speakers are quoted as telling: 告诉X记者, 对X表示.

        Only a name that is told things at least twice, alone of all names, and stands nowhere else: so
        does a publication name itself; a person or company is spoken of too.
        """
        told = [found for pattern in _TOLD for found in pattern.finditer(text)]
        told = [found for found in told if found["name"] not in self.addressees]
        names = {found["name"] for found in told}
        if len(names) != 1 or not 2 <= len(told) == text.count(told[0]["name"]):
            return None
        longest = max(told, key=lambda found: len(found["name"] + (found["id"] or "")))
        return written[longest.start("name") : longest.end("id" if longest["id"] else "name")]


def repeated_titles(text: str, title: Span) -> Iterator[Cut]:
    """Lines of ``text`` that say the title again, the site's name after it or not."""
    words = _packed(text[title.start : title.end])
    for line in LINE.finditer(text):
        if not words.startswith(line[0].lstrip()[:1]) or line.start() <= title.start < line.end():
            continue
        again = _packed(line[0])
        if again == words or (again.startswith(words) and _SITE.fullmatch(again, len(words))):
            yield Cut(*line.span(), "repeated_title")


def _first_line(text: str) -> Span | None:
    """The first line, where it is short, does not read as a sentence and more follows."""
    lines = lines_of(text)
    line, following = next(lines, None), next(lines, None)
    if line is None or following is None:
        return None
    words = text[line.start : line.end]
    return None if len(words) > _LONGEST_TITLE or _SENTENCE_LIKE.search(words) else line


def _of(facts: Sequence[Fact], field: Field) -> Iterator[Fact]:
    return (fact for fact in facts if fact.field == field)


def _words(written: str, fact: Fact) -> str:
    """The words of a fact in its own script; those of metadata stand inside a tag."""
    words = fact.value if fact.basis == "metadata" else written[fact.span.start : fact.span.end]
    return " ".join(words.split())


def _packed(words: str) -> str:
    return "".join(words.split())
