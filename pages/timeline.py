"""Timeline: what happened when, on a lane for each product, and in order of date."""

from typing import get_args

from analysis.exhibits.timeline import EventList, Lanes, dates_said
from analysis.frames.timeline import Basis
from pages._ui import address, heading
from pages._ui.card import card
from pages._ui.events import event_list
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("timeline.title"), labels("timeline.question"))

# 1. Which dates
basis = address.one(
    "basis", labels("timeline.basis"), get_args(Basis), lambda name: labels(f"timeline.basis_{name}")
)

# 2. On lanes
card(here, Lanes(basis))

# 3. In order
listed = EventList(basis)
n, inferred = listed.counts(here)
dates = dates_said(labels, n, inferred)
counted = heading.listed(labels, "timeline.list_counted", n, dates=dates) if n else ""
heading.section(labels("timeline.list"), counted)
event_list(here, listed)
