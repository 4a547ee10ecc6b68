"""What an article says of itself: title, author, source, the site it stands on, date of publication."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from analysis.document import Span

Field = Literal["title", "author", "source", "site", "published"]
FIELDS: tuple[Field, ...] = get_args(Field)


class Fact(NamedTuple):
    """A statement about the article: its field, its words, where they stand and in what kind of place.

    ``basis`` is byline, front matter, heading, metadata or page.
    """

    field: Field
    value: str
    span: Span
    basis: str
