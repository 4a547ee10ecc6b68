"""Slides: the charts collected on the other pages, put in order and taken away as a presentation."""

from pages._ui import heading
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("deck.title"), labels("deck.question"))
