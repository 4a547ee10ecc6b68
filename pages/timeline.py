"""Timeline: what happened when, on a lane for each product, and in order of date."""

from typing import get_args

from analysis import findings
from analysis.charts.timeline import timeline
from analysis.frames import event_list as frames
from pages._ui import address, heading
from pages._ui.card import card, one_span
from pages._ui.events import event_list
from pages._ui.view import view
from pages._ui.wording import worded

here = view()
labels = here.labels
heading.page(labels("timeline.title"), labels("timeline.question"))

# 1. Which dates
basis = address.one(
    "basis", labels("timeline.basis"), get_args(frames.Basis), lambda name: labels(f"timeline.basis_{name}")
)

# 2. On lanes
lanes = here.read(frames.lanes, basis)
n, inferred = frames.counts(lanes)
finding = worded(findings.busiest_year(lanes), labels)
chart = here.chart("timeline.lanes", finding, lanes, timeline, n=n, inferred=inferred)
card(here, chart, one_span)

# 3. In order
events = here.read(frames.listed, not here.chosen.products, basis)
n, inferred = frames.counts(events)
heading.section(labels("timeline.list"), labels("timeline.list_counted", n=n, inferred=inferred))
event_list(here, events)
