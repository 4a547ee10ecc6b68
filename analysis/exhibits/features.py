"""Exhibits of the features: the matrix, and the sentences that compare products."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import pandas as pd
from msgspec.structs import replace

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.matrix import feature_matrix
from analysis.charts.quotes import quote_lines
from analysis.exhibits.bounds import LISTED, saying
from analysis.exhibits.exhibit import Exhibit, Mark, noted
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import matrix
from analysis.frames.selection import Selection
from analysis.schema import CellStatus
from analysis.storage.store import Store

COMPARED = 2
"""As many products are set side by side where the reader has chosen none."""

DISCOVERED = 40
"""Features that no lexicon holds that are drawn."""

QUOTED = 100
"""Comparisons that are quoted on slides."""

Rows = Literal["all", "differing", "shared"]
"""All features, those in which the products are said to differ, or those mentioned of every product."""


def compared(view: View) -> tuple[str, ...]:
    """The products set side by side: those chosen, else the two with most quotes, or named most."""
    quoted = view.read(matrix.leading, COMPARED)
    return view.chosen.products or tuple(dict.fromkeys((*quoted, *view.selection.products)))[:COMPARED]


class Matrix(Exhibit, frozen=True, tag="features.matrix"):
    """Which product has which feature; ``added`` are products besides those compared."""

    page: ClassVar[str] = "features"

    added: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[CellStatus, ...] = ()
    rows: Rows = "all"

    def shown(self, view: View) -> View:
        """The view of the products in the columns."""
        return view.of((*compared(view), *self.added))

    def chart(self, view: View) -> Chart:
        """The cells of ``frames.matrix.matrix``, of many discovered features those with most quotes."""
        shown, cells = self.shown(view), self.cells(view)
        discovered = matrix.discovered(cells)
        drawn = cells[~cells["feature"].isin(discovered[DISCOVERED:])]
        asked = replace(self, rows="all").cells(view) if self.rows == "shared" else cells
        finding = worded(_TITLES[self.rows](asked), view.labels)
        chart = shown.chart(self.key, finding, drawn, feature_matrix, "matrix")
        return saying(chart, view, "discovered", DISCOVERED, len(discovered))

    def cells(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.matrix.matrix`` that are kept."""
        differing = self.rows == "differing"
        cells: pd.DataFrame = self.shown(view).read(
            matrix.matrix, self.categories or None, self.statuses or None, differing
        )
        return matrix.said_of_all(cells) if self.rows == "shared" else cells

    def second(self, view: View) -> Finding | None:
        """In what the products differ, or how many features are said of one of them only."""
        if self.rows == "differing":
            return findings.differences(self.cells(view))
        return findings.said_of_one(replace(self, rows="all").cells(view))

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The words behind the cell of a feature and a product, by date."""
        return self.shown(view).read(matrix.cell_spans, *mark, LISTED)

    def sources(self, view: View) -> pd.DataFrame:
        """The words behind every cell of the table, in its order."""
        cells = self.chart(view).data
        said = cells[cells["evidence"] > 0]
        return self.shown(view).read(matrix.spans_of, tuple(dict.fromkeys(said["feature"])), LISTED)

    def named(self, view: View, mark: Mark) -> str:
        """The product and the feature of a cell."""
        feature, product = mark
        named = {"feature": view.labels.feature(feature), "product": view.labels.product(product)}
        return view.labels("features.cell", **named)


_TITLES = {"all": findings.matrix, "differing": findings.differing, "shared": findings.said_of_all}


class Comparisons(Exhibit, frozen=True, tag="features.comparisons"):
    """The sentences that set the compared products against others; ``side`` keeps those for one of them.

    ``first`` is how many of them are quoted, from every side and article in turn; without it, all in order.
    """

    page: ClassVar[str] = "features"

    added: tuple[str, ...] = ()
    side: str | None = None
    first: int | None = None

    def comparisons(self, view: View) -> pd.DataFrame:
        """The first sentences on the side: rows of ``frames.matrix.comparisons``, each sentence once."""
        found: pd.DataFrame = self._compared(view).read(_each_once, self.side, LISTED)
        return found

    def sides(self, view: View) -> dict[str, int]:
        """How many comparisons each side has, the most first."""
        found = self._compared(view).read(matrix.sides)
        return dict(zip(found["side"], found["comparisons"].map(int), strict=True))

    def _compared(self, view: View) -> View:
        """The products of the matrix and, where the reader has chosen none, the two that are named most.

        Articles that ascribe features to 用友BIP compare 用友.
        """
        most = () if view.chosen.products else view.selection.products[:COMPARED]
        return view.of(tuple(dict.fromkeys((*compared(view), *most, *self.added))))

    def chart(self, view: View) -> Chart:
        """The sentences, each with whom it favours, in what, and who says so."""
        rows, counts = self.comparisons(view), self._counts(view)
        shown = rows.head(QUOTED) if self.first is None else _in_turn(rows).head(self.first)
        quoted = noted(view, shown, [said_of(row, view) for row in shown.itertuples()])
        counted = {"n": len(quoted), "of": sum(counts.values())}
        return view.chart(self.key, findings.sides(counts), quoted, quote_lines, "quotes", **counted)

    def _counts(self, view: View) -> dict[str | None, int]:
        """How many of its sentences favour whom, None standing for nobody; the most first."""
        kept = {side: n for side, n in self.sides(view).items() if self.side in (None, side)}
        return {None if side == matrix.NEITHER else side: n for side, n in kept.items()}

    def sources(self, view: View) -> pd.DataFrame:
        """The words that compare in every sentence, quoted or not."""
        return self.comparisons(view)

    def second(self, view: View) -> Finding | None:
        """Whom the other sentences favour."""
        return findings.other_sides(self._counts(view))


def _in_turn(comparisons: pd.DataFrame) -> pd.DataFrame:
    """The sides favoured most in turn, each from every article in turn; then other sides, then neither."""
    sides = comparisons["favours"].fillna(matrix.NEITHER)
    leading = comparisons["favours"].value_counts().index[:COMPARED]
    ranks = {side: place for place, side in enumerate(leading)} | {matrix.NEITHER: COMPARED + 1}
    rank = sides.map(ranks).fillna(COMPARED)
    placed = comparisons.assign(
        rank=rank,
        late=rank.where(rank >= COMPARED, 0),
        turn=comparisons.groupby([sides, "article"]).cumcount(),
    ).sort_values(["turn", "article"], kind="stable")
    placed = placed.assign(turn=placed.groupby("rank").cumcount())
    return placed.sort_values(["late", "turn", "rank"], kind="stable")


def _each_once(store: Store, selection: Selection, side: str | None, n: int) -> pd.DataFrame:
    return matrix.comparisons(store, selection, side, n).drop_duplicates(["article", "start", "end"])


def said_of(comparison: Any, view: View) -> str:
    """What is known of a comparison besides its words: whom it favours, in what, who says so."""
    notes = [favoured(comparison.favours, view)]
    for name in ("aspect", "holder"):
        value = getattr(comparison, name)
        if isinstance(value, str):
            notes.append(view.labels(f"features.{name}", **{name: value}))
    return " · ".join(notes)


def favoured(side: object, view: View) -> str:
    """A side in words."""
    if not isinstance(side, str) or side == matrix.NEITHER:
        return view.labels("features.neither")
    return view.labels("features.favours", product=view.labels.product(side))
