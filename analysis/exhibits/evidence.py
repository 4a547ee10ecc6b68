"""The sentences behind one mark of another exhibit, as an exhibit."""

from __future__ import annotations

from typing import ClassVar

from analysis.charts.chart import Chart
from analysis.charts.quotes import quote_lines
from analysis.exhibits.concordance import Concordance
from analysis.exhibits.exhibit import Exhibit, noted
from analysis.exhibits.features import Comparisons, Matrix
from analysis.exhibits.method import Method, Opening
from analysis.exhibits.metrics import Figures, KindCounts, Rivals
from analysis.exhibits.overview import Articles, Headlines, Shares
from analysis.exhibits.products import Aliases, Dispersion, Mentions, Pairs
from analysis.exhibits.terms import Cloud, Frequent, Own
from analysis.exhibits.timeline import EventList, Lanes
from analysis.exhibits.view import View
from analysis.findings import Finding

Clickable = (
    Shares
    | Mentions
    | Dispersion
    | Pairs
    | Aliases
    | Frequent
    | Cloud
    | Own
    | Headlines
    | Figures
    | Rivals
    | KindCounts
    | Lanes
    | Matrix
)


QUOTED = 500
"""Sentences that are quoted on slides."""


class Evidence(Exhibit, frozen=True, tag="evidence"):
    """The sentences behind the mark ``mark`` (its ids) of the exhibit ``behind``."""

    page: ClassVar[str] = "article"

    behind: Clickable
    mark: tuple[str | int, ...]

    def chart(self, view: View) -> Chart:
        """The sentences, in the order of the evidence panel."""
        mark = list(self.mark)
        spans = self.behind.spans(view, mark)[["article", "start", "end"]].drop_duplicates().head(QUOTED)
        quoted = noted(view, spans, [""] * len(spans))
        named = self.behind.named(view, mark)
        finding = Finding("evidence.behind", {"named": named, "n": len(quoted)})
        behind = self.behind.chart(view)
        return view.chart(self.key, finding, quoted, quote_lines, "quotes", title=behind.title)


AnyExhibit = Clickable | Articles | Opening | Method | EventList | Comparisons | Concordance | Evidence
"""Every exhibit there is: what a deck may hold."""
