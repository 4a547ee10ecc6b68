"""The slides of a deck that are text: what it is about, and how its figures came to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.articles import origin
from analysis.charts.chart import Chart, Form
from analysis.charts.dates import format_date
from analysis.charts.numbers import exact, format_share
from analysis.charts.text import paragraphs
from analysis.exhibits.exhibit import Exhibit, no_spans
from analysis.exhibits.features import compared
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import articles
from analysis.frames.matrix import often_compared

NAMED = 3
"""Products named in the title of a deck."""

LISTED = 10
"""Articles listed one by one; more are counted by publication."""

COUNTED = ("mentions", "terms", "figures", "features", "dates")
"""What is counted, as the paragraphs that say how."""


class _Text(Exhibit, frozen=True):
    """What slides of text share: ``made`` is the day the deck was made, ISO; they rest on no span."""

    page: ClassVar[str] = "overview"
    form: ClassVar[Form]

    made: str

    def said(self, view: View) -> Iterator[tuple[str, str]]:
        """The paragraphs: heading, which may be empty, and text."""
        raise NotImplementedError

    def title(self, view: View) -> Finding:
        """What is shown."""
        raise NotImplementedError

    def chart(self, view: View) -> Chart:
        """The paragraphs as a chart of text: [heading, text]."""
        said = pd.DataFrame(self.said(view), columns=["heading", "text"])
        return view.chart(self.key, worded(self.title(view), view.labels), said, paragraphs, self.form)

    def sources(self, view: View) -> pd.DataFrame:  # noqa: ARG002
        """None."""
        return no_spans()


class Opening(_Text, frozen=True, tag="deck.opening"):
    """The first slide: what the articles are about, how many and from when."""

    form: ClassVar[Form] = "opening"

    def title(self, view: View) -> Finding:
        """The products chosen, else those that are compared most, and the number of articles."""
        rivals = view.chosen.products or view.read(often_compared)
        products = rivals if len(rivals) > 1 else compared(view) or view.selection.products
        return findings.subject(list(products[:NAMED]), view.n_articles)

    def said(self, view: View) -> Iterator[tuple[str, str]]:
        """Length, dates, and the day of making."""
        labels, facts = view.labels, view.facts()
        found = view.read_all(articles.totals, view.selection.articles)
        chars = exact(found["body_chars"].item())
        yield "", labels("deck.opening.length", n=exact(view.n_articles), chars=chars)
        if facts.oldest and facts.newest:
            first, last = (format_date(iso, labels.language) for iso in (facts.oldest, facts.newest))
            key = "date" if first == last else "dates"
            yield "", labels(f"deck.opening.{key}", oldest=first, newest=last)
        yield "", labels("deck.opening.made", day=format_date(self.made, labels.language))


class Method(_Text, frozen=True, tag="deck.method"):
    """The last slide: which articles, what was left out, how things were counted, and from which data."""

    form: ClassVar[Form] = "text"

    def title(self, view: View) -> Finding:
        """That the figures can be checked."""
        return Finding("method.title", {"n": view.n_articles})

    def said(self, view: View) -> Iterator[tuple[str, str]]:
        """Articles, what was left out, what is counted, sources, and version."""
        labels = view.labels
        yield labels("method.articles"), _corpus(view)
        yield labels("method.removed"), _removed(view)
        for topic in COUNTED:
            yield labels(f"method.{topic}"), labels(f"method.how.{topic}")
        listed = _listed(view) if view.n_articles <= LISTED else _by_source(view)
        yield labels("method.sources"), listed
        made = format_date(self.made, labels.language)
        yield labels("method.version"), labels("method.made", day=made, version=view.version)


def _corpus(view: View) -> str:
    labels, chosen = view.labels, view.selection.articles
    scripts = [
        labels(f"method.script.{script}", n=exact(n))
        for script, n in view.read_all(articles.by_script, chosen).itertuples(index=False, name=None)
    ]
    totals = view.read_all(articles.totals, chosen)
    chars, body = exact(totals["chars"].item()), exact(totals["body_chars"].item())
    said = labels("method.corpus", n=exact(view.n_articles), chars=chars, body=body)
    return labels("list.semicolon").join([said, labels("list.comma").join(scripts)]) if scripts else said


def _removed(view: View) -> str:
    labels = view.labels
    chars = int(view.read_all(articles.totals, view.selection.articles)["chars"].item())
    removed = view.read_all(articles.removed_by_reason, view.selection.articles)
    if removed.empty:
        return labels("method.nothing_removed")
    reasons = [
        labels("method.reason", reason=labels(f"method.reason_of.{reason}"), n=exact(n))
        for reason, n in removed[["reason", "chars"]].itertuples(index=False, name=None)
    ]
    total = int(removed["chars"].sum())
    shown = {"n": exact(total), "share": format_share(total / chars)}
    return labels("method.taken_out", **shown, reasons=labels("list.comma").join(reasons))


def _listed(view: View) -> str:
    labels = view.labels
    said = []
    for row in view.read_all(articles.described, view.selection.articles).itertuples():
        known = origin(row, labels) or labels("method.unknown")
        said.append(labels("method.source", title=row.title, origin=known))
    return labels("list.semicolon").join(said)


def _by_source(view: View) -> str:
    labels, first = view.labels, view.read_all(articles.by_source, view.selection.articles).head(LISTED)
    said = [
        labels("method.of_source", source=source, n=exact(n))
        for source, n in first.itertuples(index=False, name=None)
    ]
    others = view.n_articles - int(first["articles"].sum())
    if others:
        said.append(labels("method.of_others", n=exact(others)))
    return labels("list.semicolon").join(said)
