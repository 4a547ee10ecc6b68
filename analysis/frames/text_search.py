"""Typed text: at how many places of the bodies it stands, and the first of them in context."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from analysis.frames import shared
from analysis.frames.selection import Selection
from analysis.frames.terms import WIDTH, Side
from analysis.frames.terms import concordance as lines
from analysis.reading.script import fold
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd


class Found(NamedTuple):
    """In how many places, and in how many articles, a text stands; and the first places.

    ``spans``: [article, start, end], by article and place.
    """

    places: int
    articles: int
    spans: pd.DataFrame


def find(store: Store, selection: Selection, text: str, n: int) -> Found:
    """Where ``text`` stands in the bodies of the chosen articles: how often, and the first ``n`` places.

    Traditional and Simplified characters find each other, and so do upper and lower case.
    """
    wanted = fold(text.strip())
    counted = store.query(
        """
        WITH counted AS (
            SELECT article, len(regexp_extract_all(body, regexp_escape($text), 0, 'i')) AS places
            FROM texts WHERE $text <> '' AND regexp_matches(body, regexp_escape($text), 'i')
        )
        SELECT article, places, (sum(places) OVER ())::BIGINT AS every, count(*) OVER () AS having
        FROM counted ORDER BY article LIMIT $n
        """,
        {"text": wanted, "n": n},
        selection.articles,
    )
    first = counted[counted["places"].cumsum() - counted["places"] < n]
    spans = _spans(store, tuple(first["article"]), wanted).head(n)
    if first.empty:
        return Found(0, 0, spans)
    return Found(int(counted["every"].iloc[0]), int(counted["having"].iloc[0]), spans)


def concordance(store: Store, selection: Selection, text: str, sort: Side, n: int) -> pd.DataFrame:
    """Keyword in context for the first ``n`` places of typed text, as of ``terms.concordance``."""
    found: Found = shared.read(find, store, store.version, selection, text, n)
    return lines(store, found.spans, sort, WIDTH)


def _spans(store: Store, articles: tuple[str, ...], wanted: str) -> pd.DataFrame:
    """Every place of a text that is not empty in the bodies of ``articles``."""
    import pandas as pd

    bodies = store.query("SELECT article, body FROM texts ORDER BY article", articles=articles)
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    found = [
        (article, *match.span())
        for article, body in bodies.itertuples(index=False, name=None)
        for match in pattern.finditer(body)
    ]
    return pd.DataFrame(found, columns=["article", "start", "end"])
