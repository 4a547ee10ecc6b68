"""Exhibits of the terms: which are frequent, and which are one article's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import ClassVar

import pandas as pd
from msgspec import Struct

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.terms import term_bars, tfidf_bars
from analysis.charts.word_cloud import word_cloud
from analysis.exhibits.bounds import LISTED, beside_each_other, saying_articles
from analysis.exhibits.exhibit import Exhibit, Mark, no_spans
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import terms
from analysis.frames.named_products import products_named
from analysis.frames.terms import TermFilter
from analysis.words import parts_of_speech
from analysis.words.stop_words import stop_words

CLOUD = 100
"""Terms in the cloud."""

OWN = 8
"""Terms of each article's own."""

TELLING = 5
"""Terms whose places are behind a chart as a whole."""


class TermChoice(Struct, frozen=True):
    """Which terms are counted: ``groups`` are those of ``parts_of_speech``, none meaning all.

    ``stop_list`` is whether the default stop words are left out; ``added`` are left out as well,
    ``taken_back`` counted after all.
    """

    n: int = 20
    length: int = 2
    groups: tuple[str, ...] = ()
    stop_list: bool = True
    added: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()

    @property
    def stopped(self) -> frozenset[str]:
        """Every stop word in force."""
        listed = default_stop_words() if self.stop_list else ()
        return frozenset([*listed, *self.added]) - frozenset(self.taken_back)

    @property
    def kept(self) -> TermFilter:
        """The filter of the frames."""
        return TermFilter(self.n, self.length, parts_of_speech.tags(self.groups), self.stopped)

    def said(self, view: View) -> str:
        """The choice in words."""
        labels = view.labels
        groups = labels("list.comma").join(labels(f"pos.{group}") for group in self.groups)
        return labels(
            "terms.filter",
            length=self.length,
            pos=groups or labels("terms.every_pos"),
            stop_words=len(self.stopped),
        )


@cache
def default_stop_words() -> tuple[str, ...]:
    """The stop words of the lexicon, in order."""
    return tuple(sorted(stop_words()))


class TermExhibit(Exhibit, frozen=True):
    """What the exhibits of terms share: the choice of terms, and their places."""

    page: ClassVar[str] = "terms"

    choice: TermChoice = TermChoice()

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """Where the term of a mark stands; an article may stand before it."""
        where = view.only(article=mark[0]) if len(mark) > 1 else view
        return where.read_of_articles(terms.term_spans, mark[-1], LISTED)

    def sources(self, view: View) -> pd.DataFrame:
        """The places of the first terms of the chart, each article's own in that article."""
        first = self.chart(view).data.drop_duplicates("term").head(TELLING)
        return pd.concat(
            [view.read_of_articles(terms.term_spans, term, LISTED) for term in first["term"]] or [no_spans()]
        )


class Frequent(TermExhibit, frozen=True, tag="terms.frequent"):
    """The most frequent terms as bars."""

    def chart(self, view: View) -> Chart:
        """Bars of ``frames.terms.top_terms``."""
        frequent = view.read_of_articles(terms.top_terms, self.choice.kept)
        finding = worded(findings.most_frequent(frequent, view.n_articles), view.labels)
        said = self.choice.said(view)
        return view.chart(self.key, finding, frequent, term_bars, n=len(frequent), filter=said)

    def second(self, view: View) -> Finding | None:
        """Which terms lead besides the names of products."""
        return findings.other_terms(
            view.read_of_articles(terms.top_terms, self.choice.kept), product_names(view)
        )


class Cloud(TermExhibit, frozen=True, tag="terms.cloud"):
    """The most frequent terms as a word cloud."""

    def chart(self, view: View) -> Chart:
        """Words of ``frames.terms.top_terms``."""
        seen = self.seen(view)
        finding = worded(findings.leading_terms(seen), view.labels)
        said = self.choice.said(view)
        return view.chart(self.key, finding, seen, word_cloud, "picture", n=len(seen), filter=said)

    def second(self, view: View) -> Finding | None:
        """How many of the terms stand in every article."""
        return findings.in_every_article(self.seen(view), view.n_articles)

    def seen(self, view: View) -> pd.DataFrame:
        """The terms of the cloud: rows of ``frames.terms.top_terms``."""
        found: pd.DataFrame = view.read_of_articles(terms.top_terms, replace(self.choice.kept, n=CLOUD))
        return found


class Own(TermExhibit, frozen=True, tag="terms.own"):
    """The terms that are most an article's own, the names of products left out."""

    def chart(self, view: View) -> Chart:
        """Panels of bars of ``frames.terms.tfidf``."""
        own = self.own(view)
        finding = worded(findings.own_terms(own), view.labels)
        chart = view.chart(self.key, finding, own, tfidf_bars, n=OWN, filter=self.choice.said(view))
        return saying_articles(chart, view)

    def second(self, view: View) -> Finding | None:
        """Which of the terms is used most often."""
        return findings.most_used(self.own(view))

    def own(self, view: View) -> pd.DataFrame:
        """The terms of each article drawn: rows of ``frames.terms.tfidf``."""
        left_out = self.choice.stopped | product_names(view)
        drawn = beside_each_other(view).selection.articles
        kept = replace(self.choice.kept, n=OWN, stop_words=left_out)
        found: pd.DataFrame = view.read_of_articles(terms.tfidf, kept, drawn)
        return found


def product_names(view: View) -> frozenset[str]:
    """The names of all products in the store."""
    return frozenset(view.read_all(products_named))
