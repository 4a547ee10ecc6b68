"""Quotes: what stands around a span, in the article's own script. Every chart's evidence is this frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from analysis.store import Store

if TYPE_CHECKING:
    import pandas as pd

WINDOW = 60
"""Characters shown on either side of a span that lies in no sentence."""


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


class Source(NamedTuple):
    """What a quote takes from its article."""

    title: str
    published: str | None
    text: str


def quotes(store: Store, spans: pd.DataFrame) -> pd.DataFrame:
    """The quotes of ``spans`` [article, start, end], in their order, repeated spans once.

    Columns are the fields of ``Quote``. A span over several sentences is quoted with all of them; one
    outside any sentence with ``WINDOW`` characters on either side. Spans of articles that the store
    does not hold are left out.
    """
    import pandas as pd

    wanted = spans[["article", "start", "end"]].drop_duplicates()
    sources = texts(store, wanted["article"])
    sentences = _sentences(store, wanted)
    found = [
        _quote(sources[span[0]], span, sentences.get(span))
        for span in wanted.itertuples(index=False, name=None)
        if span[0] in sources
    ]
    return pd.DataFrame(found, columns=list(Quote._fields))


def texts(store: Store, articles: pd.Series[str]) -> dict[str, Source]:
    """Title, date and text of the articles that the store holds, by name."""
    found = store.query(
        """
        SELECT article, title, published, text FROM texts JOIN titled USING (article)
        WHERE article IN (SELECT name FROM listed($articles))
        """,
        {"articles": articles.drop_duplicates().tolist()},
    )
    complete = found.astype(object).where(found.notna(), None)
    return {row[0]: Source(*row[1:]) for row in complete.itertuples(index=False, name=None)}


def _quote(source: Source, span: Place, sentence: tuple[int, int] | None) -> Quote:
    article, start, end = span
    text = source.text
    opening, closing = sentence or (max(0, start - WINDOW), min(len(text), end + WINDOW))
    around = (text[opening:start], text[start:end], text[end:closing])
    return Quote(article, source.title, source.published, start, end, *around, opening, closing)


def _sentences(store: Store, spans: pd.DataFrame) -> dict[Place, tuple[int, int]]:
    """Where the sentence of each span's first character begins, and that of its last character ends."""
    found = store.query(
        """
        WITH spans AS (
            SELECT unnest($articles::VARCHAR[]) AS article, unnest($starts::INTEGER[]) AS start,
                   unnest($ends::INTEGER[]) AS "end"
        )
        SELECT spans.article, spans.start, spans."end",
               CASE WHEN spans.start < opening."end" THEN opening.start END AS first,
               CASE WHEN spans."end" <= closing."end" THEN closing."end" END AS last
        FROM spans
        ASOF LEFT JOIN sentences opening
            ON spans.article = opening.article AND spans.start >= opening.start
        ASOF LEFT JOIN sentences closing
            ON spans.article = closing.article AND spans."end" > closing.start
        """,
        {
            "articles": spans["article"].tolist(),
            "starts": spans["start"].tolist(),
            "ends": spans["end"].tolist(),
        },
    )
    return {
        (article, start, end): (int(first), int(last))
        for article, start, end, first, last in found.dropna().itertuples(index=False, name=None)
    }
