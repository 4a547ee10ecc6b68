"""What a web page says of its article where no reader looks: in its head and in its scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

from analysis.document import Span
from analysis.reading.facts import Fact, Field
from analysis.reading.script import fold
from analysis.reading.tags import Tag, attributes

_LINKED_DATA = "application/ld+json"
_ASSIGNED_DATE = re.compile(
    r"\b(?:publish_?time|publish_?date|pub_?time|pub_?date|datePublished|createTime)[\"']?\s*[:=]\s*"
    r"[\"'](?P<date>20\d\d-\d\d-\d\d)",
    re.IGNORECASE,
)
_ASSIGNED_SECONDS = re.compile(r"\bct\s*=\s*[\"'](?P<seconds>1\d{9})[\"']")
_CHINA = timezone(timedelta(hours=8))


def metadata(text: str, tags: Sequence[Tag], fields: Mapping[str, Field]) -> Iterator[Fact]:
    """Facts in order of trust: meta elements, linked data, ``<time datetime>``, variables of scripts.

    ``fields`` are the names of ``lexicons/metadata.tsv``. What cannot be read is passed over.
    """
    scripts = [(tag, text[raw.start : raw.end]) for tag, raw in pairwise(tags) if tag.name == "script"]
    yield from _meta(text, tags, fields)
    for tag, code in scripts:
        if attributes(text, tag).get("type", "").lower() == _LINKED_DATA:
            yield from _linked_data(code, Span(tag.start, tag.end), fields)
    for tag in tags:
        if tag.name == "time" and (date := attributes(text, tag).get("datetime")):
            yield Fact("published", date, Span(tag.start, tag.end), "metadata")
    for tag, code in scripts:
        yield from _assigned(code, Span(tag.start, tag.end))


def _meta(text: str, tags: Sequence[Tag], fields: Mapping[str, Field]) -> Iterator[Fact]:
    for tag in tags:
        if tag.name != "meta":
            continue
        given = attributes(text, tag)
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        field = fields.get(fold(name.lower()))
        if field and given.get("content"):
            yield Fact(field, given["content"], Span(tag.start, tag.end), "metadata")


def _linked_data(code: str, span: Span, fields: Mapping[str, Field]) -> Iterator[Fact]:
    try:
        described = list(_described(json.loads(code)))
    except (ValueError, RecursionError):
        return
    for thing in described:
        for name, value in thing.items():
            field = fields.get(str(name).lower())
            if field and (words := _name(value)):
                yield Fact(field, words, span, "metadata")


def _described(value: Any) -> Iterator[dict[str, Any]]:
    """The articles in linked data: whatever has a headline or a date of publication."""
    if isinstance(value, dict):
        if "headline" in value or "datePublished" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _described(part)


def _name(value: Any) -> str | None:
    """A text, or the name of what is described in its place; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _assigned(code: str, span: Span) -> Iterator[Fact]:
    if found := _ASSIGNED_DATE.search(code):
        yield Fact("published", found["date"], span, "metadata")
    if found := _ASSIGNED_SECONDS.search(code):
        moment = datetime.fromtimestamp(int(found["seconds"]), UTC).astimezone(_CHINA)
        yield Fact("published", moment.date().isoformat(), span, "metadata")
