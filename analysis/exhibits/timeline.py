"""Exhibits of the timeline: what happened when."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd

from analysis import findings
from analysis.charts.chart import Chart
from analysis.charts.dates import format_date
from analysis.charts.quotes import quote_lines
from analysis.charts.timeline import timeline
from analysis.exhibits.exhibit import Exhibit, noted
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames import event_list as frames
from analysis.frames.event_list import Basis


class Lanes(Exhibit, frozen=True, tag="timeline.lanes"):
    """Dated events, a lane a product; ``basis`` keeps stated dates, inferred ones, or all."""

    page: ClassVar[str] = "timeline"

    basis: Basis = "all"

    def chart(self, view: View) -> Chart:
        """Marks of ``frames.event_list.lanes``."""
        lanes = view.read(frames.lanes, self.basis)
        n, inferred = frames.counts(lanes)
        finding = worded(findings.busiest_year(lanes), view.labels)
        return view.chart(self.key, finding, lanes, timeline, n=n, inferred=inferred)

    def second(self, view: View) -> Finding | None:
        """Which lane has most."""
        return findings.busiest_product(view.read(frames.lanes, self.basis))


class EventList(Exhibit, frozen=True, tag="timeline.list"):
    """The events in order of date, each with its sentence."""

    page: ClassVar[str] = "timeline"

    basis: Basis = "all"

    def events(self, view: View) -> pd.DataFrame:
        """The rows of ``frames.event_list.listed``."""
        return view.read(frames.listed, not view.chosen.products, self.basis)

    def chart(self, view: View) -> Chart:
        """The sentences with their dates and products."""
        events = self.events(view)
        n, inferred = frames.counts(events)
        finding = worded(findings.busiest_year(events), view.labels)
        quoted = noted(view, events, [_note(view, event) for event in events.itertuples()])
        return view.chart(self.key, finding, quoted, quote_lines, "quotes", n=n, inferred=inferred)


def _note(view: View, event: Any) -> str:
    """The date, whether it is inferred, and the products named."""
    labels = view.labels
    dated = isinstance(event.iso, str)
    parts = [format_date(event.iso, labels.language) if dated else labels("chart.undated")]
    parts += [labels("chart.inferred")] if dated and event.inferred else []
    parts += [labels.product(product) for product in event.products]
    return labels("list.comma").join(parts)
