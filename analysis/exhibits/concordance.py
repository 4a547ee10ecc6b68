"""The concordance of a typed word or phrase as an exhibit."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.quotes import quote_lines
from analysis.exhibits.exhibit import Exhibit, noted
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.frames import terms


class Concordance(Exhibit, frozen=True, tag="terms.concordance"):
    """Every place of ``text`` in its sentence, ordered by what stands on the side ``sort``."""

    page: ClassVar[str] = "terms"

    text: str
    sort: terms.Side = "left"

    def lines(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.terms.text_concordance``."""
        return view.read(terms.text_concordance, self.text, self.sort)

    def chart(self, view: View) -> Chart:
        """The sentences in which the text stands."""
        lines = self.lines(view)
        quoted = noted(view, lines, [""] * len(lines))
        finding = worded(findings.places(lines, self.text), view.labels)
        return view.chart(self.key, finding, quoted, quote_lines, "quotes")
