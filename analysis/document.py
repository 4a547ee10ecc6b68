"""The two records that the flow is about: the article as read, and the same made ready to search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from analysis.schema import Script


class Span(NamedTuple):
    """Half-open offsets into the article as decoded."""

    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A file as read: ``text`` is decoded and otherwise untouched, line ends included."""

    name: str
    path: str
    text: str
    encoding: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """An article that stages can search without knowing how it was cleaned or in which script it is.

    ``body`` is as long as ``text``, folded to Simplified character by character, and blank where
    cleaning took something out; so a match in ``body`` has its offsets in ``text``. ``sentences``
    cover the body in order without overlapping, each without white space at its ends.
    """

    article: str
    text: str
    body: str
    script: Script
    title: Span | None
    published: str | None
    sentences: tuple[Span, ...]
