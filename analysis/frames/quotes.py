"""Quotes: what stands around a span, in the article's own script. Every chart's evidence is this frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from analysis.frames.sources import Source, sources
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

WINDOW = 60
"""Characters shown on either side of a span that lies in no sentence."""


SPAN = ["article", "start", "end"]
SENTENCE = ["sentence_start", "sentence_end"]
"""Columns of a span, and those of the sentence around it where that is known."""

Place = tuple[str, int, int]
"""An article and a span of it."""


class Quote(NamedTuple):
    """A span with the sentence around it: ``before + hit + after`` is that sentence as written."""

    article: str
    title: str
    published: str | None
    start: int
    end: int
    before: str
    hit: str
    after: str
    sentence_start: int
    sentence_end: int


def quotes(store: Store, spans: pd.DataFrame) -> pd.DataFrame:
    """The quotes of ``spans`` [article, start, end], in their order, repeated spans once.

    Columns are the fields of ``Quote``. The sentence is that of the columns ``SENTENCE`` where ``spans`` has
    them; else it is looked up. A span over several sentences is quoted with all of them; one outside any
    sentence, as it was written, with ``WINDOW`` characters on either side. Spans of articles that the store
    does not hold are left out.
    """
    import pandas as pd

    wanted = spans[SPAN].drop_duplicates()
    held = sources(store, wanted["article"])
    sentences = _known(spans) if {*SENTENCE} <= {*spans} else _looked_up(store, wanted)
    found = [
        _quote(held[span[0]], span, sentences.get(span))
        for span in wanted.itertuples(index=False, name=None)
        if span[0] in held
    ]
    return pd.DataFrame(found, columns=list(Quote._fields))


def quotes_at(store: Store, columns: tuple[str, ...], rows: tuple[Place, ...]) -> pd.DataFrame:
    """The quotes of spans given as ``rows``, as of ``quotes``; what they are asked by can be a key."""
    import pandas as pd

    return quotes(store, pd.DataFrame(rows, columns=columns))


def _quote(source: Source, span: Place, sentence: tuple[int, int] | None) -> Quote:
    article, start, end = span
    cut = source.shown if sentence else source.written
    opening, closing = sentence or (max(0, start - WINDOW), min(len(source.text), end + WINDOW))
    around = (cut(opening, start), cut(start, end), cut(end, closing))
    return Quote(article, source.title, source.published, start, end, *around, opening, closing)


def _known(spans: pd.DataFrame) -> dict[Place, tuple[int, int]]:
    """The sentence of each span, as ``spans`` has it."""
    placed = spans[[*SPAN, *SENTENCE]].itertuples(index=False, name=None)
    return {(article, start, end): (first, last) for article, start, end, first, last in placed}


def _looked_up(store: Store, spans: pd.DataFrame) -> dict[Place, tuple[int, int]]:
    """Where the sentence of each span's first character begins, and that of its last character ends."""
    found = store.query(
        """
        SELECT spans.article, spans.start, spans."end",
               CASE WHEN spans.start < opening."end" THEN opening.start END AS first,
               CASE WHEN spans."end" <= closing."end" THEN closing."end" END AS last
        FROM spans
        ASOF LEFT JOIN sentences opening
            ON spans.article = opening.article AND spans.start >= opening.start
        ASOF LEFT JOIN sentences closing
            ON spans.article = closing.article AND spans."end" > closing.start
        """,
        articles=sorted(set(spans["article"])),
        spans=spans.astype({"article": str, "start": int, "end": int}),
    )
    return {
        (article, start, end): (int(first), int(last))
        for article, start, end, first, last in found.dropna().itertuples(index=False, name=None)
    }
