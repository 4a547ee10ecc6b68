"""Exhibits of the products: how often, where, together with which others and under which names."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts import mentions
from analysis.charts.bars import Measure, mention_bars
from analysis.charts.chart import Chart
from analysis.exhibits.bounds import LISTED, beside_each_other, saying_articles
from analysis.exhibits.exhibit import Exhibit, Mark, no_spans
from analysis.exhibits.view import View
from analysis.findings import Finding
from analysis.frames import products

MOST = 8
"""Products drawn where the reader has chosen none."""


class _OfProducts(Exhibit, frozen=True):
    """What the exhibits of this page share: the products drawn, and all of their mentions behind them."""

    page: ClassVar[str] = "products"

    def sources(self, view: View) -> pd.DataFrame:
        """The mentions of all products drawn."""
        return view.leading(MOST).read(products.mention_spans, None, LISTED)


class Mentions(_OfProducts, frozen=True, tag="products.mentions"):
    """How often each product is named, by article."""

    measure: Measure = "count"

    def chart(self, view: View) -> Chart:
        """Panels of bars of ``frames.products.mention_counts``."""
        shown = view.leading(MOST)
        finding = findings.most_named(self.leaders(shown), self.measure)
        counts = beside_each_other(shown).read(products.mention_counts)
        draw = partial(mention_bars, measure=self.measure)
        chart = shown.chart(self.key, finding, counts, draw, n=len(shown.selection.products))
        return saying_articles(chart, shown)

    def second(self, view: View) -> Finding | None:
        """Who leads where the most named does not."""
        return findings.led_elsewhere(self.leaders(view.leading(MOST)), self.measure)

    def leaders(self, shown: View) -> pd.DataFrame:
        """The rows of ``frames.products.leaders`` for the products ``shown``, with the measure."""
        leaders: pd.DataFrame = shown.read(products.leaders)
        if self.measure == "count":
            return leaders
        return leaders.merge(shown.read(products.densities), on="entity")

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The mentions of a product in an article."""
        return view.only(*mark).read(products.mention_spans, None, LISTED)


class Dispersion(_OfProducts, frozen=True, tag="products.dispersion"):
    """Where in the articles each product is named."""

    def chart(self, view: View) -> Chart:
        """Ticks of ``frames.products.dispersion``."""
        shown = view.leading(MOST)
        leaders = shown.read(products.leaders)
        asked_for = leaders if view.chosen.products else products.named_often(leaders)
        finding = findings.absent(asked_for, shown.n_articles)
        places = beside_each_other(shown).read(products.dispersion)
        chart = shown.chart(self.key, finding, places, mentions.dispersion)
        return saying_articles(chart, shown)

    def second(self, view: View) -> Finding | None:
        """Who is named first, where all articles are drawn."""
        shown = view.leading(MOST)
        if beside_each_other(shown) is not shown:
            return None
        return findings.first_named(shown.read(products.dispersion))


class Pairs(_OfProducts, frozen=True, tag="products.pairs"):
    """Which products are named together."""

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.products.co_mentions``."""
        shown = view.leading(MOST)
        pairs = shown.read(products.co_mentions)
        finding, n = findings.closest_pair(pairs), len(shown.selection.products)
        return shown.chart(self.key, finding, pairs, mentions.pair_bars, n=n)

    def second(self, view: View) -> Finding | None:
        """Which pair comes next."""
        return findings.second_pair(view.leading(MOST).read(products.co_mentions))

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The sentences that name both products."""
        return view.read_of_articles(products.co_mention_spans, *mark, LISTED)

    def sources(self, view: View) -> pd.DataFrame:
        """The sentences of every pair drawn, the closest pair's first."""
        pairs, found = view.leading(MOST).read(products.co_mentions), no_spans()
        for pair in pairs[["entity", "other"]].itertuples(index=False, name=None):
            if len(found) < LISTED:
                found = pd.concat([found, self.spans(view, list(pair))]).drop_duplicates()
        return found.head(LISTED)


class Aliases(_OfProducts, frozen=True, tag="products.aliases"):
    """Under which names each product is counted."""

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.products.aliases``."""
        shown = view.leading(MOST)
        names = shown.read(products.aliases)
        finding, n = findings.most_names(names), len(shown.selection.products)
        return shown.chart(self.key, finding, names, mentions.alias_bars, n=n)

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The places where a product is written in one way."""
        product, surface = mark
        return view.only(product=product).read(products.mention_spans, surface, LISTED)

    def named(self, view: View, mark: Mark) -> str:
        """The product and how it is written."""
        return view.labels("products.alias", product=view.labels.product(mark[0]), surface=mark[1])
