"""Exhibits of the figures: how large, whether they agree, and of which kind."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.claims import claim_dots, kind_counts
from analysis.charts.rivals import rival_claims
from analysis.exhibits.bounds import LISTED, saying
from analysis.exhibits.exhibit import Exhibit, Mark
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import claim_filter, metrics
from analysis.frames.claim_filter import ClaimFilter
from analysis.frames.leading import Leading

FIGURES = 60
"""Figures that are drawn, about."""

GROUPS, OF_GROUP = 12, 12
"""Groups of comparable figures that are drawn, and figures of one of them."""


class ClaimExhibit(Exhibit, frozen=True):
    """What the exhibits of figures share: which figures are kept."""

    page: ClassVar[str] = "metrics"

    kept: ClaimFilter = ClaimFilter()


class Figures(ClaimExhibit, frozen=True, tag="metrics.figures"):
    """How large the figures are, those of the most telling kinds."""

    def chart(self, view: View) -> Chart:
        """Dots of the claims."""
        telling = self.telling(view)
        finding = worded(findings.largest_claims(telling.rows), view.labels)
        chart = view.chart(self.key, finding, telling.rows, claim_dots)
        return saying(chart, view, "figures", len(telling.rows), telling.of)

    def second(self, view: View) -> Finding | None:
        """How many have no date, where all are drawn."""
        telling = self.telling(view)
        return None if telling.bounded else findings.undated(telling.rows)

    def telling(self, view: View) -> Leading:
        """The figures drawn: rows of ``frames.metrics.telling``."""
        found: Leading = view.read(metrics.telling, not view.chosen.products, self.kept, FIGURES)
        return found


class Rivals(ClaimExhibit, frozen=True, tag="metrics.rivals"):
    """Figures of the same thing that are given more than once, side by side."""

    def chart(self, view: View) -> Chart:
        """Groups of ``frames.metrics.rivals``."""
        rivals = self.rivals(view)
        finding = worded(findings.rival_figures(rivals.rows), view.labels)
        chart = view.chart(self.key, finding, rivals.rows, rival_claims)
        return saying(chart, view, "groups", min(GROUPS, rivals.of), rivals.of)

    def second(self, view: View) -> Finding | None:
        """How many groups agree, where all are drawn."""
        rivals = self.rivals(view)
        return None if rivals.of > GROUPS else findings.agreeing_groups(rivals.rows)

    def rivals(self, view: View) -> Leading:
        """The figures drawn, and of how many groups they are the first."""
        found: Leading = view.read(metrics.rivals, self.kept, GROUPS, OF_GROUP)
        return found


class KindCounts(ClaimExhibit, frozen=True, tag="metrics.kind_counts"):
    """How many figures there are of each kind."""

    def chart(self, view: View) -> Chart:
        """Bars of the claims' kinds."""
        kinds = self.kinds(view)
        return view.chart(self.key, worded(findings.most_kinds(kinds), view.labels), kinds, kind_counts)

    def total(self, view: View) -> int:
        """How many figures there are."""
        return int(self.kinds(view)["count"].sum())

    def kinds(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.claim_filter.kinds``."""
        found: pd.DataFrame = view.read(claim_filter.kinds, not view.chosen.products, self.kept)
        return found

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The figures of a kind."""
        return self._places(view, replace(self.kept, kinds=(mark[0],)))

    def sources(self, view: View) -> pd.DataFrame:
        """All figures that are counted."""
        return self._places(view, self.kept)

    def _places(self, view: View, kept: ClaimFilter) -> pd.DataFrame:
        found: pd.DataFrame = view.read(claim_filter.spans, not view.chosen.products, kept, LISTED)
        return found

    def named(self, view: View, mark: Mark) -> str:
        """The kind in words."""
        return view.labels(f"metrics.kind.{mark[0]}")
