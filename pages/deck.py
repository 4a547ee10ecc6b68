"""Slides: the charts collected on the other pages, put in order and taken away as a presentation."""

from pages._ui import deck, heading
from pages._ui.deck_bar import bar, faults, start
from pages._ui.deck_slides import slides
from pages._ui.style_sheet import style_sheet
from pages._ui.view import view

here = view()
labels = here.labels
style_sheet("deck")
heading.page(labels("deck.title"), labels("deck.question"))

# 1. What could not be kept
faults(here)

# 2. The deck as a whole
bar(here)

# 3. Its slides, or how to come by some
if deck.current().slides:
    slides(here)
else:
    start(here)
