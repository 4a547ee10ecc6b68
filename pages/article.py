"""Article: the text as it was written, with everything that was found in it marked where it stands."""

import streamlit as st

from analysis.frames import highlights
from pages._ui import address, heading, reader
from pages._ui.article_choice import article_choice
from pages._ui.view import view

here = view()
labels = here.labels
heading.page(labels("reader.title"), labels("reader.question"))

# 1. Which article
article = article_choice(here)
place = address.place("at", article)
reader.about(here, article)

# 2. What to mark in it
found = reader.counts(here, article)
left, right = st.columns([3, 1])
with left:
    layers = address.toggles(
        "layers",
        labels("reader.layers"),
        highlights.LAYERS,
        lambda name: labels(f"reader.layer_{name}", n=int(found[name])),
    )
with right:
    removed = address.one(
        "removed",
        labels("reader.removed"),
        ("shown", "hidden"),
        lambda name: labels(f"reader.removed_{name}"),
    )

# 3. The text
reader.read(here, article, place, layers, removed == "shown")
