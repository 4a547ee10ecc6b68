"""The ready-made deck: what a set of articles says of rival products, in a dozen slides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import msgspec

from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.evidence import AnyExhibit
from analysis.exhibits.features import Comparisons, Matrix, compared
from analysis.exhibits.method import Method, Opening
from analysis.exhibits.metrics import Rivals
from analysis.exhibits.overview import Articles, Headlines, Shares
from analysis.exhibits.products import Dispersion, Mentions, Pairs
from analysis.exhibits.terms import Cloud, Frequent, Own, TermChoice
from analysis.exhibits.timeline import Lanes
from analysis.exhibits.view import View, narrowed
from analysis.frames import timeline
from analysis.frames.selection import Selection

SIDE_BY_SIDE = 8
"""Articles that can be shown beside each other on a slide."""

TERMS = 15
"""Terms that a slide has room for."""

LANES = 6
"""Products with a lane of their own on a slide."""

FEATURES = 56
"""Features shown in full; of more, those of the categories with most quotes."""

ON_ONE = 20
"""Features that one slide has room for, whatever is said of them."""

QUOTED = 6
"""Sentences that a slide has room for."""

FEWEST = 3
"""Places in the text that a slide rests on at least; of fewer a page shows all there is to see."""


def ready_made(view: View, made: date | None = None) -> Deck:
    """A deck of what ``view`` shows, in its language; ``made`` is its date, today where none is given.

    Titles and the lines under them are computed; what has nothing to show is left out.
    """
    day = (made or date.today()).isoformat()
    slides = [Opening(day), *_shown(view), Method(day)]
    return Deck(title=Opening(day).chart(view).title, slides=tuple(_taken(each, view) for each in slides))


def _shown(view: View) -> Iterator[AnyExhibit]:
    """What there is to show, in order."""
    if view.n_articles:
        yield Articles()
    for exhibit in (*_of_products(view), *_of_terms(view), *_of_claims(), *_of_features(view)):
        if len(exhibit.sources(view)) >= FEWEST:
            yield exhibit


def _of_products(view: View) -> Iterator[AnyExhibit]:
    """How often products are named; where several, against each other; article by article where few."""
    articles, products = view.n_articles, len(view.selection.products)
    if products > 1:
        yield Shares()
    if 1 < articles <= SIDE_BY_SIDE:
        yield Mentions()
    if articles <= SIDE_BY_SIDE:
        yield Dispersion()
    elif products > 2:
        yield Pairs()


def _of_terms(view: View) -> Iterator[AnyExhibit]:
    yield Frequent(TermChoice(n=TERMS))
    if 1 < view.n_articles <= SIDE_BY_SIDE:
        yield Own()
    yield Cloud()


def _of_claims() -> Iterator[AnyExhibit]:
    """What is said in figures and dates."""
    yield Headlines()
    yield Rivals()
    yield Lanes()


def _of_features(view: View) -> Iterator[AnyExhibit]:
    """What the products differ in; what is said of all of them; the sentences that compare them."""
    yield from _matrices(view)
    yield Comparisons(first=QUOTED)


def _matrices(view: View) -> Iterator[Matrix]:
    """Few features at once, of more those that differ and those that are said of all the products."""
    whole, differing, shared = Matrix(), Matrix(rows="differing"), Matrix(rows="shared")
    cells = whole.cells(view)
    if len(compared(view)) > 1 and cells["feature"].nunique() > ON_ONE:
        yield differing
        if set(shared.cells(view)["feature"]) - set(differing.cells(view)["feature"]):
            yield _within(shared, view)
    elif cells.loc[cells["evidence"] > 0, "product"].nunique() > 1:
        yield whole


def _within(matrix: Matrix, view: View) -> Matrix:
    """The matrix of as many categories as a few slides have room for, those with most quotes first."""
    cells = matrix.cells(view)
    if cells["feature"].nunique() <= FEATURES:
        return matrix
    known = cells.dropna(subset=["category"]).groupby("category")
    sizes = known["feature"].nunique()[
        known["evidence"].sum().sort_values(ascending=False, kind="stable").index
    ]
    kept = sizes.cumsum() <= FEATURES
    return Matrix(rows=matrix.rows, categories=tuple(sizes.index[kept]) or (str(sizes.index[0]),))


def _taken(exhibit: AnyExhibit, view: View) -> Taken:
    """An exhibit as a slide, of what the reader has chosen; the same one always has the same id."""
    lanes = _busiest(view) if isinstance(exhibit, Lanes) else ()
    chosen = Selection(view.chosen.articles, lanes or view.chosen.products)
    content = msgspec.json.encode((exhibit, chosen.articles, chosen.products))
    return Taken(
        id=hashlib.sha256(content).hexdigest()[:12],
        exhibit=exhibit,
        articles=chosen.articles or (),
        products=chosen.products,
        takeaway=exhibit.takeaway(narrowed(view, chosen)),
        link=exhibit.page,
    )


def _busiest(view: View) -> tuple[str, ...]:
    """The products with most dated events, as many as can be shown, in the order of the selection."""
    most = set(view.read(timeline.by_product, "all")["product"].head(LANES))
    return tuple(product for product in view.selection.products if product in most)
