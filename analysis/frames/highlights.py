"""What was found in one article, place by place, and its text cut where anything begins or ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd

Layer = Literal["mention", "metric", "event", "feature"]
LAYERS: tuple[Layer, ...] = get_args(Layer)


class Passage(NamedTuple):
    """A stretch of text within which nothing begins or ends.

    ``marks`` are the rows of ``highlights`` that cover it; ``target`` is true within the sentence asked for.
    """

    start: int
    end: int
    removed: bool
    target: bool
    marks: tuple[int, ...]


def highlights(store: Store, article: str) -> pd.DataFrame:
    """Everything found in ``article``: [start, end, layer, what, detail, rule], in order of place.

    ``layer`` is one of ``LAYERS``. ``what`` and ``detail`` are the entity and its type for a mention, the
    subject and the kind for a metric, the date and whether it was inferred for an event, the
    feature and the product for a feature.
    """
    return store.query(
        """
        SELECT start, "end", 'mention' AS layer, entity AS what, entity_type AS detail, rule
        FROM mentions WHERE article = $article
        UNION ALL
        SELECT start, "end", 'metric', subject, kind, rule FROM metrics WHERE article = $article
        UNION ALL
        SELECT start, "end", 'event', iso, CASE WHEN inferred THEN 'inferred' ELSE 'stated' END, rule
        FROM events WHERE article = $article
        UNION ALL
        SELECT mention_start, mention_end, 'feature', feature, product, rule
        FROM evidence WHERE article = $article
        ORDER BY ALL
        """,
        {"article": article},
    )


def text(store: Store, article: str) -> str:
    """The article as decoded; empty where the store does not hold it."""
    found = store.query("SELECT text FROM texts WHERE article = $article", {"article": article})
    return "" if found.empty else str(found["text"].item())


def sentence_at(store: Store, article: str, place: int) -> tuple[int, int] | None:
    """The sentence that holds the character ``place``, half-open; None where none does."""
    found = store.query(
        """
        SELECT start, "end" FROM sentences
        WHERE article = $article AND start <= $place AND "end" > $place
        """,
        {"article": article, "place": place},
    )
    return (int(found["start"].iloc[0]), int(found["end"].iloc[0])) if len(found) else None


def passages(
    length: int, found: pd.DataFrame, removed: pd.DataFrame, target: tuple[int, int] | None
) -> list[Passage]:
    """A text of ``length`` characters as passages, in order and without gaps.

    ``found`` has start and end, as ``highlights`` gives them; ``removed`` has start and end; ``target`` is
    the sentence asked for.
    """
    spans = list(zip(found["start"], found["end"], strict=True))
    taken_out = list(zip(removed["start"], removed["end"], strict=True))
    wanted = [target] if target else []
    edges = sorted({0, length, *(edge for span in (*spans, *taken_out, *wanted) for edge in span)})
    marks = _covering(edges, spans)
    gone = _covering(edges, taken_out)
    asked = _covering(edges, wanted)
    return [
        Passage(start, end, bool(gone[start]), bool(asked[start]), tuple(marks[start]))
        for start, end in pairwise(edges)
    ]


def _covering(edges: list[int], spans: list[tuple[int, int]]) -> dict[int, list[int]]:
    """For each edge the numbers of the spans that cover what follows it."""
    place = {edge: number for number, edge in enumerate(edges)}
    covering: dict[int, list[int]] = {edge: [] for edge in edges}
    for number, (start, end) in enumerate(spans):
        for edge in edges[place[start] : place[end]]:
            covering[edge].append(number)
    return covering
