"""The concordance of a typed word or phrase as an exhibit."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.quotes import quote_lines
from analysis.exhibits.bounds import LISTED, saying
from analysis.exhibits.exhibit import Exhibit, noted
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import text_search
from analysis.frames.terms import Side

QUOTED = 500
"""Places that are quoted on slides."""


class Concordance(Exhibit, frozen=True, tag="terms.concordance"):
    """Every place of ``text`` in its sentence, ordered by what stands on the side ``sort``."""

    page: ClassVar[str] = "terms"

    text: str
    sort: Side = "left"

    def lines(self, view: View) -> pd.DataFrame:
        """The first rows of ``frames.text_search.concordance``."""
        found: pd.DataFrame = view.read_of_articles(text_search.concordance, self.text, self.sort, LISTED)
        return found

    def places(self, view: View) -> Finding:
        """At how many places the text stands in all."""
        found: text_search.Found = view.read_of_articles(text_search.find, self.text, LISTED)
        return findings.places(self.text, found.places, found.articles)

    def chart(self, view: View) -> Chart:
        """The sentences in which the text stands."""
        lines, found = self.lines(view).head(QUOTED), self.places(view)
        quoted = noted(view, lines, [""] * len(lines))
        chart = view.chart(self.key, worded(found, view.labels), quoted, quote_lines, "quotes")
        return saying(chart, view, "listed", len(lines), found.facts.get("n", 0))
