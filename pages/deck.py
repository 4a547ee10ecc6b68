"""Slides: the charts collected on the other pages, put in order and taken away as a presentation."""

from analysis.exhibits.view import everything
from pages._ui import deck, heading
from pages._ui.deck_bar import bar, faults, start
from pages._ui.deck_slides import slides
from pages._ui.style_sheet import style_sheet
from pages._ui.view import view

here = view()
labels = here.labels
whole = everything(labels, here.theme, here.store)
# A slide has filters of its own: those at the left do not hold here
style_sheet("deck")
heading.page(labels("deck.title"), labels("deck.question"))

# 1. What could not be kept
faults(labels)

# 2. The deck as a whole
bar(whole)

# 3. Its slides, or how to come by some
if deck.current().slides:
    slides(whole)
else:
    start(here)
