"""What a speaker has before him: the reader's note, and the sentences behind the chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.charts.dates import format_date
from analysis.strings.labels import Labels

MOST = 20
"""Sentences quoted in the notes of a slide."""


def speaker_notes(note: str, sentences: pd.DataFrame, labels: Labels, cut: bool = False) -> str:
    """The note, then the first of the sentences (as of ``frames.quotes.quotes``) and how many more.

    Where they are ``cut``, being only the first of those behind the chart, they are not counted.
    """
    parts = [note.strip()] if note.strip() else []
    if len(sentences):
        parts.append(
            labels("slides.notes.first") if cut else labels("slides.notes.sentences", n=len(sentences))
        )
        parts += _quoted(sentences.head(MOST), labels)
    if cut:
        parts.append(labels("slides.notes.rest"))
    elif len(sentences) > MOST:
        parts.append(labels("slides.notes.more", n=len(sentences) - MOST))
    return "\n".join(parts)


def _quoted(sentences: pd.DataFrame, labels: Labels) -> Iterator[str]:
    for row in sentences.itertuples():
        yield f"{sentence(row)}\n— {source(row, labels)}"


def sentence(row: Any) -> str:
    """A quote's sentence in one line."""
    return " ".join(f"{row.before}{row.hit}{row.after}".split())


def source(row: Any, labels: Labels) -> str:
    """The title of a quote's article and when that was published."""
    known = isinstance(row.published, str)
    published = format_date(row.published, labels.language) if known else labels("article.undated")
    return f"{row.title} · {published}"
