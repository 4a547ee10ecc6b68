"""Articles as a reader sees them: as written, without what cleaning took out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from analysis.reading.tables import divider
from analysis.storage.store import Store

if TYPE_CHECKING:
    import numpy as np

Gap = tuple[int, int]


@dataclass(frozen=True)
class Source:
    """An article to quote from: ``text`` as decoded, ``body`` as in the table ``texts``.

    ``gaps`` are the removed spans in order, none overlapping another.
    """

    title: str
    published: str | None
    text: str
    body: str
    gaps: tuple[Gap, ...]

    def shown(self, start: int, end: int) -> str:
        """What stands from ``start`` to ``end``, in the original script, without gaps.

        A character reference is the character it stands for. Cells of a table are divided by bars.
        """
        shown, place = "", start
        for opening, closing in self._gaps(start, end):
            shown += self._decoded(place, max(place, opening))
            place = max(place, min(closing, end))
            if start < closing <= end:
                shown += divider(self.text[opening:closing])
        return shown + self._decoded(place, end)

    def written(self, start: int, end: int) -> str:
        """What stands from ``start`` to ``end``, nothing left out."""
        return self.text[start:end]

    def _gaps(self, start: int, end: int) -> Iterable[Gap]:
        first = bisect_right(self.gaps, start, key=itemgetter(1))
        last = bisect_right(self.gaps, end, key=itemgetter(0))
        return self.gaps[first:last]

    def _decoded(self, start: int, end: int) -> str:
        """What stands there; its last character may be what is left of a character reference."""
        written = self.written(start, end)
        if written.endswith("&"):
            return written[:-1] + self.body[end - 1]
        return written


def sources(store: Store, articles: Iterable[str]) -> dict[str, Source]:
    """Those of ``articles`` that the store holds, by name."""
    found = store.query(
        """
        SELECT article, title, published, text, body, opening, closing
        FROM texts JOIN titled USING (article) LEFT JOIN (
            SELECT article, list(start ORDER BY start, "end") AS opening,
                   list("end" ORDER BY start, "end") AS closing
            FROM removed GROUP BY article
        ) USING (article)
        """,
        articles=sorted(set(articles)),
    )
    complete = found.astype(object).where(found.notna(), None)
    return {
        article: Source(title, published, text, body, _paired(opening, closing))
        for article, title, published, text, body, opening, closing in complete.itertuples(
            index=False, name=None
        )
    }


def _paired(opening: np.ndarray | None, closing: np.ndarray | None) -> tuple[Gap, ...]:
    """Gaps by where they open and close; None where there are none."""
    if opening is None or closing is None:
        return ()
    return tuple(zip(opening.tolist(), closing.tolist(), strict=True))
