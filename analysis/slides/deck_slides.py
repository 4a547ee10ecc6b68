"""The slides of a deck: each exhibit drawn again from the store, with the sentences behind it."""

from __future__ import annotations

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
    sentences = quotes(view.store, taken.exhibit.sources(view))
    address = f"{home}{taken.link}" if home and taken.link else ""
    return Slide(chart, taken.title, taken.takeaway, taken.note, address, sentences)
