"""The slides of a deck: each exhibit drawn again from the store, with the sentences behind it."""

from __future__ import annotations

import pandas as pd

from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.view import View
from analysis.frames.quotes import quotes
from analysis.slides.chart_slide import Slide
from analysis.slides.text_slide import TextSlide, TitleSlide

AnySlide = Slide | TextSlide | TitleSlide


def deck_slides(deck: Deck, whole: View, home: str = "") -> list[AnySlide]:
    """What ``presentation`` makes slides of, drawn from the ``whole`` store in its reader's language.

    ``home`` is the address of the dashboard, ending in a slash; without it no slide leads back.
    """
    return [_slide(taken, whole, home) for taken in deck.slides]


def _slide(taken: Taken, whole: View, home: str) -> AnySlide:
    view = taken.view(whole)
    chart = taken.exhibit.chart(view)
    title = taken.title or chart.title
    if chart.form == "opening":
        return TitleSlide(title, tuple(chart.data["text"]))
    if chart.form == "text":
        rows = chart.data.itertuples()
        return TextSlide(
            title, [view.labels("deck.method.paragraph", heading=row.heading, text=row.text) for row in rows]
        )
    address = f"{home}{taken.link}" if home and taken.link else ""
    return Slide(chart, taken.title, taken.takeaway, taken.note, address, _sentences(taken, view))


def _sentences(taken: Taken, view: View) -> pd.DataFrame:
    """The sentences behind a chart, each once, from every article in turn: rows of ``quotes``."""
    found = quotes(view.store, taken.exhibit.sources(view))
    once = found.drop_duplicates(["article", "sentence_start", "sentence_end"])
    return once.loc[once.groupby("article").cumcount().sort_values(kind="stable").index]
