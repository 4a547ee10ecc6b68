"""Exhibits of the overview: who is named."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.mentions import share_bars
from analysis.exhibits.exhibit import Exhibit, Mark
from analysis.exhibits.view import View
from analysis.frames import products

FIRST = 10
"""Products drawn."""


class Shares(Exhibit, frozen=True, tag="overview.shares"):
    """Each product's part of all mentions."""

    page: ClassVar[str] = "overview"

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.products.mention_share``."""
        shares = view.read(products.mention_share)
        first = shares.head(FIRST)
        finding = findings.largest_share(shares)
        return view.chart(self.key, finding, first, share_bars, n=len(shares), first=len(first))

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The mentions of the product."""
        return view.only(product=mark[0]).read(products.mention_spans)

    def sources(self, view: View) -> pd.DataFrame:
        """The mentions of all products drawn."""
        return view.of(view.selection.products[:FIRST]).read(products.mention_spans)
