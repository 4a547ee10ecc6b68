"""Exhibits of the overview: which articles these are, who is named, and which figures stand out."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.articles import length_bars
from analysis.charts.chart import Chart
from analysis.charts.claims import claim_dots
from analysis.charts.mentions import share_bars
from analysis.exhibits.bounds import LISTED, SIDE_BY_SIDE, saying
from analysis.exhibits.exhibit import Exhibit, Mark, no_spans
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import articles, leading, metrics, products

FIRST = 10
"""Products drawn."""


class Articles(Exhibit, frozen=True, tag="overview.articles"):
    """Which articles these are, how long and from when."""

    page: ClassVar[str] = "overview"

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.articles.described``, those of the longest articles where there are many."""
        drawn = view.read_all(articles.described, view.read_of_articles(leading.longest, SIDE_BY_SIDE))
        total = int(view.read_all(articles.totals, view.selection.articles)["body_chars"].item())
        finding = worded(findings.corpus(drawn, view.n_articles, total), view.labels)
        chart = view.chart(self.key, finding, drawn, length_bars)
        return saying(chart, view, "longest", len(drawn), view.n_articles)

    def second(self, view: View) -> Finding | None:
        """When they were published."""
        return findings.published(view.read_all(articles.publication, view.selection.articles))

    def sources(self, view: View) -> pd.DataFrame:  # noqa: ARG002
        """None: the articles as a whole are what it shows."""
        return no_spans()


class Shares(Exhibit, frozen=True, tag="overview.shares"):
    """Each product's part of all mentions."""

    page: ClassVar[str] = "overview"

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.products.mention_share``."""
        shares = view.read(products.mention_share)
        first = shares.head(FIRST)
        finding = findings.largest_share(shares)
        return view.chart(self.key, finding, first, share_bars, n=len(shares), first=len(first))

    def second(self, view: View) -> Finding | None:
        """What the others have."""
        return findings.remaining_share(view.read(products.mention_share))

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The mentions of the product."""
        return view.only(product=mark[0]).read(products.mention_spans, None, LISTED)

    def sources(self, view: View) -> pd.DataFrame:
        """The mentions of all products drawn."""
        return view.of(view.selection.products[:FIRST]).read(products.mention_spans, None, LISTED)


class Headlines(Exhibit, frozen=True, tag="overview.headlines"):
    """The ``n`` figures that tell most of how large the products are, each once."""

    page: ClassVar[str] = "overview"

    n: int = 12

    def chart(self, view: View) -> Chart:
        """Dots of ``frames.metrics.headlines``."""
        claims = self.claims(view)
        finding = worded(findings.largest_claims(claims), view.labels)
        return view.chart(self.key, finding, claims, claim_dots, n=len(claims))

    def second(self, view: View) -> Finding | None:
        """How many have no date."""
        return findings.undated(self.claims(view))

    def claims(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.metrics.headlines``."""
        found: pd.DataFrame = view.read(metrics.headlines, self.n)
        return found
