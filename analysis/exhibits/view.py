"""What an exhibit is drawn from: the reader's language and theme, the store, and what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analysis.charts.chart import Chart, Facts, Form, Room
from analysis.charts.numbers import exact, format_share
from analysis.charts.theme import Theme
from analysis.findings import Finding
from analysis.frames import shared
from analysis.frames.articles import dated_span, totals
from analysis.frames.named_products import products_named
from analysis.frames.quotes import SENTENCE, SPAN, quotes_at
from analysis.frames.selection import Articles, Selection
from analysis.frames.shared import Same
from analysis.storage.store import Store
from analysis.strings.labels import Labels

Draw = Callable[[pd.DataFrame, Labels, Theme, Room], Any]


@dataclass(frozen=True)
class Drawn:
    """What draws a chart of a frame, as ``Chart.draw``; equal where frame and words are the same."""

    draw: Draw
    data: Same
    labels: Labels

    def __call__(self, theme: Theme, room: Room) -> Any:
        """The figure."""
        return self.draw(self.data.frame, self.labels, theme, room)


@dataclass(frozen=True)
class View:
    """One reader's view of the store.

    ``selection`` names every product shown, and the articles where the reader has picked some; ``chosen``
    only what the reader has picked, empty where nothing is filtered. ``version`` changes when the store does.
    """

    labels: Labels
    theme: Theme
    store: Store
    version: str
    selection: Selection
    chosen: Selection

    @property
    def n_articles(self) -> int:
        """How many articles are shown."""
        return self._count(self.selection.articles)

    @property
    def n_all(self) -> int:
        """How many articles the store holds."""
        return self._count(None)

    def _count(self, articles: Articles) -> int:
        counted = self.read_all(totals, articles)
        return int(counted["articles"].item())

    @property
    def state(self) -> tuple[object, ...]:
        """Everything a drawing depends on, as a key."""
        return self.version, self.labels.language, self.theme.name, self.selection

    def leading(self, n: int) -> View:
        """The same view of at most ``n`` products: the most named where the reader has chosen none."""
        products = self.selection.products if self.chosen.products else self.selection.products[:n]
        return self.of(products)

    def only(self, article: str | None = None, product: str | None = None) -> View:
        """The same view of one article, of one product, or of both."""
        articles = self.selection.articles if article is None else (article,)
        products = self.selection.products if product is None else (product,)
        return replace(self, selection=Selection(articles, products))

    def of(self, products: tuple[str, ...]) -> View:
        """The same view of other products."""
        return replace(self, selection=Selection(self.selection.articles, products))

    def read(self, frame: Callable[..., Any], *arguments: Any) -> Any:
        """``frame(store, selection, *arguments)``, read once and shared: not to be changed."""
        return shared.read(frame, self.store, self.version, self.selection, *arguments)

    def read_of_articles(self, frame: Callable[..., Any], *arguments: Any) -> Any:
        """The same of a frame that does not depend on products: another choice of them reads nothing anew."""
        return shared.read(
            frame, self.store, self.version, Selection(self.selection.articles, ()), *arguments
        )

    def read_all(self, frame: Callable[..., Any], *arguments: Any) -> Any:
        """``frame(store, *arguments)``, whatever is selected; read once and shared."""
        return shared.read(frame, self.store, self.version, *arguments)

    def quotes(self, spans: pd.DataFrame) -> pd.DataFrame:
        """The quotes of ``spans``, as of ``frames.quotes``, read once and shared."""
        columns = [*SPAN, *(name for name in SENTENCE if name in spans)]
        rows = spans[columns].itertuples(index=False, name=None)
        found: pd.DataFrame = self.read_all(quotes_at, tuple(columns), tuple(rows))
        return found

    def facts(self) -> Facts:
        """What every chart of this view rests on: filters in words, articles, oldest and newest date."""
        oldest, newest = self.read_all(dated_span, self.selection.articles)
        return Facts(self._filters(), self.n_articles, oldest, newest)

    def chart(
        self, key: str, finding: Finding, data: pd.DataFrame, draw: Draw, form: Form = "plot", **counted: Any
    ) -> Chart:
        """A chart of ``data``: its title is the finding, and ``<key>.counted`` says what is counted.

        ``draw`` takes the data, the labels, the theme and the room, as the functions of
        ``analysis.charts`` do; ``counted`` fills the line that says what is counted.
        """
        return Chart(
            key=key.replace(".", "-"),
            title=self.say(finding),
            counted=self.labels(f"{key}.counted", **self._words(counted)),
            data=data,
            draw=Drawn(draw, Same(data), self.labels),
            facts=self.facts(),
            form=form,
        )

    def say(self, finding: Finding) -> str:
        """A finding in words: the text ``finding.<its key>`` with its facts as the reader writes them."""
        return self.labels(f"finding.{finding.key}", **self._words(finding.facts))

    def _words(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {name: self._word(name, value) for name, value in facts.items()}

    def _word(self, name: str, value: Any) -> Any:
        if name in ("product", "other"):
            return self.labels.product(value)
        if name == "products":
            return self.labels.listed(map(self.labels.product, value))
        if name.endswith("share"):
            return format_share(value)
        return exact(value) if isinstance(value, int) else value

    def _filters(self) -> str:
        picked, labels = self.chosen, self.labels
        said = []
        if picked.articles:
            said.append(labels("caption.some_articles", total=exact(self.n_all)))
        if picked.products:
            names = labels("list.comma").join(labels.product(name) for name in picked.products)
            said.append(labels("caption.products", names=names))
        return labels("list.semicolon").join(said) or labels("caption.no_filter")


def everything(labels: Labels, theme: Theme, store: Store) -> View:
    """The view of the whole store: every article, and every product that is named, the most named first."""
    version = store.version
    products = shared.read(products_named, store, version)
    return View(labels, theme, store, version, Selection(None, products), Selection((), ()))


def narrowed(view: View, chosen: Selection) -> View:
    """A view of everything, narrowed to what is ``chosen``; nothing chosen narrows nothing."""
    articles = chosen.articles or view.selection.articles
    products = chosen.products or view.selection.products
    return replace(view, selection=Selection(articles, products), chosen=chosen)
