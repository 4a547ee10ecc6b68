"""What an article says of itself: title, author, source, date of publication."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple, get_args

from analysis.document import Span

Field = Literal["title", "author", "source", "published"]
FIELDS: tuple[Field, ...] = get_args(Field)


class Fact(NamedTuple):
    """A statement about the article: its field, its words, where they stand and in what kind of place.

    ``basis`` is byline, front matter, heading, metadata or page.
    """

    field: Field
    value: str
    span: Span
    basis: str


_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:[-/.年]\s*(?P<month>\d{1,2})(?:\s*[-/.月]\s*(?P<day>\d{1,2}))?)?(?!\d)"
)


def iso_date(words: str) -> str | None:
    """The first date in ``words`` in ISO form, as exact as it is written: day, month or year.

    ``None`` where there is none with a year of four digits, or where it is not in the calendar.
    """
    found = _DATE.search(words)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    try:
        date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(f"{part:02}" for part in (year, month, day) if part)
