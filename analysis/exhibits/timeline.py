"""Exhibits of the timeline: what happened when."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.dates import format_date
from analysis.charts.numbers import exact
from analysis.charts.quotes import quote_lines
from analysis.charts.timeline import timeline
from analysis.exhibits.bounds import LISTED, saying
from analysis.exhibits.exhibit import Exhibit, Mark, noted
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import timeline as frames
from analysis.frames.leading import Leading
from analysis.frames.quotes import SENTENCE
from analysis.frames.timeline import Basis
from analysis.strings.labels import Labels

MARKS = 120
"""Events that are drawn, about."""

QUOTED = 100
"""Events that are quoted on slides."""


class Lanes(Exhibit, frozen=True, tag="timeline.lanes"):
    """Dated events, a lane a product; ``basis`` keeps stated dates, inferred ones, or all."""

    page: ClassVar[str] = "timeline"

    basis: Basis = "all"

    def chart(self, view: View) -> Chart:
        """Marks of ``frames.timeline.marks``."""
        marks = self.marks(view)
        n, inferred = view.read(frames.drawn, self.basis)
        finding = worded(findings.busiest_year(view.read(frames.years, False, self.basis)), view.labels)
        dates = dates_said(view.labels, n, inferred)
        chart = view.chart(self.key, finding, marks.rows, timeline, dates=dates)
        return saying(chart, view, "dates", len(marks.rows), marks.of)

    def second(self, view: View) -> Finding | None:
        """Which lane has most."""
        return findings.busiest_product(view.read(frames.by_product, self.basis))

    def marks(self, view: View) -> Leading:
        """The events drawn; of many each date once on a lane."""
        found: Leading = view.read(frames.marks, self.basis, MARKS)
        return found

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:
        """The event of a mark; where a date is drawn once, every event of that date on the lane."""
        date = self._date(view, mark)
        if date is None:
            return super().spans(view, mark)
        found: pd.DataFrame = view.only(product=mark[-1]).read(frames.on_date, self.basis, date, LISTED)
        return found

    def named(self, view: View, mark: Mark) -> str:
        """The title of the event's article; for all of a date, product and date."""
        date, labels = self._date(view, mark), view.labels
        if date is None:
            return super().named(view, mark[:3])
        return labels("list.comma").join([labels.product(mark[-1]), format_date(date, labels.language)])

    def _date(self, view: View, mark: Mark) -> str | None:
        """The date of a mark (article, start, end, product) that stands for all events of it on a lane."""
        marks = self.marks(view)
        if not marks.bounded:
            return None
        rows = marks.rows
        drawn = (rows["article"] == mark[0]) & (rows["start"] == mark[1]) & (rows["product"] == mark[-1])
        return next(iter(rows.loc[drawn, "iso"]), None)


class EventList(Exhibit, frozen=True, tag="timeline.list"):
    """The events in order of date, each with its sentence."""

    page: ClassVar[str] = "timeline"

    basis: Basis = "all"

    def events(self, view: View, n: int = LISTED) -> pd.DataFrame:
        """The first ``n`` rows of ``frames.timeline.page``."""
        found: pd.DataFrame = view.read(frames.page, not view.chosen.products, self.basis, n)
        return found

    def table(self, view: View) -> pd.DataFrame:
        """The same rows, each with its sentence."""
        found: pd.DataFrame = frames.sentences(view.store, self.events(view))
        return found.drop(columns=SENTENCE)

    def counts(self, view: View) -> frames.Counts:
        """How many there are in all."""
        found: frames.Counts = view.read(frames.counts, not view.chosen.products, self.basis)
        return found

    def chart(self, view: View) -> Chart:
        """The sentences with their dates and products."""
        events, (n, inferred) = self.events(view, QUOTED), self.counts(view)
        years = view.read(frames.years, not view.chosen.products, self.basis)
        finding = worded(findings.busiest_year(years), view.labels)
        quoted = noted(view, events, [_note(view, event) for event in events.itertuples()])
        dates = dates_said(view.labels, n, inferred)
        chart = view.chart(self.key, finding, quoted, quote_lines, "quotes", dates=dates)
        return saying(chart, view, "listed", QUOTED, n)


def dates_said(labels: Labels, n: int, inferred: int) -> str:
    """How many of ``n`` events have an inferred date, in words."""
    key = "stated" if not inferred else "inferred" if inferred == n else "some"
    return labels(f"timeline.dates.{key}", n=exact(n), inferred=exact(inferred))


def _note(view: View, event: Any) -> str:
    """The date, whether it is inferred, and the products named."""
    labels = view.labels
    dated = isinstance(event.iso, str)
    parts = [format_date(event.iso, labels.language) if dated else labels("chart.undated")]
    parts += [labels("chart.inferred")] if dated and event.inferred else []
    parts += [labels.product(product) for product in event.products]
    return labels("list.comma").join(parts)
