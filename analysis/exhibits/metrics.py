"""Exhibits of the figures: how large, whether they agree, and of which kind."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.claims import claim_dots, kind_counts
from analysis.charts.rivals import rival_claims
from analysis.exhibits.exhibit import Exhibit, Mark
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import claim_filter as frames
from analysis.frames.claim_filter import ClaimFilter


class ClaimExhibit(Exhibit, frozen=True):
    """What the exhibits of figures share: which figures are kept."""

    page: ClassVar[str] = "metrics"

    kept: ClaimFilter = ClaimFilter()

    def claims(self, view: View) -> pd.DataFrame:
        """The figures kept: rows of ``frames.claim_filter.every_claim``."""
        return frames.narrowed(view.read(frames.every_claim, not view.chosen.products), self.kept)


class Figures(ClaimExhibit, frozen=True, tag="metrics.figures"):
    """How large the figures are, those of the most telling kinds."""

    def chart(self, view: View) -> Chart:
        """Dots of the claims."""
        telling = self.telling(view)
        finding = worded(findings.largest_claims(telling), view.labels)
        return view.chart(self.key, finding, telling, claim_dots)

    def second(self, view: View) -> Finding | None:
        """How many have no date."""
        return findings.undated(self.telling(view))

    def telling(self, view: View) -> pd.DataFrame:
        """The figures drawn."""
        return frames.telling(self.claims(view), self.kept)


class Rivals(ClaimExhibit, frozen=True, tag="metrics.rivals"):
    """Figures of the same thing that are given more than once, side by side."""

    def chart(self, view: View) -> Chart:
        """Groups of ``frames.claim_filter.rivals``."""
        rivals = self.rivals(view)
        finding = worded(findings.rival_figures(rivals), view.labels)
        return view.chart(self.key, finding, rivals, rival_claims)

    def second(self, view: View) -> Finding | None:
        """How many groups agree."""
        return findings.agreeing_groups(self.rivals(view))

    def rivals(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.claim_filter.rivals``."""
        found: pd.DataFrame = view.read(frames.rivals, self.kept)
        return found


class KindCounts(ClaimExhibit, frozen=True, tag="metrics.kind_counts"):
    """How many figures there are of each kind."""

    def chart(self, view: View) -> Chart:
        """Bars of the claims' kinds."""
        claims = self.claims(view)
        return view.chart(self.key, worded(findings.most_kinds(claims), view.labels), claims, kind_counts)

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The figures of a kind."""
        claims = self.claims(view)
        return claims[claims["kind"] == mark[0]]

    def named(self, view: View, mark: Mark) -> str:
        """The kind in words."""
        return view.labels(f"metrics.kind.{mark[0]}")
