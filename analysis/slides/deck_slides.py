"""The slides of a deck: each exhibit drawn again from the store, with the sentences behind it."""

from __future__ import annotations

import pandas as pd

from analysis.exhibits.bounds import LISTED
from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.exhibit import no_spans
from analysis.exhibits.view import View
from analysis.frames.quotes import quotes
from analysis.slides.chart_slide import Slide
from analysis.slides.text_slide import TextSlide, TitleSlide

AnySlide = Slide | TextSlide | TitleSlide

SPAN = ["article", "start", "end"]


def deck_slides(deck: Deck, whole: View, home: str = "") -> list[AnySlide]:
    """What ``presentation`` makes slides of, drawn from the ``whole`` store in its reader's language.

    ``home`` is the address of the dashboard, ending in a slash; without it no slide leads back.
    """
    views = [taken.view(whole) for taken in deck.slides]
    pairs = list(zip(deck.slides, views, strict=True))
    behind = [taken.exhibit.sources(view)[SPAN].drop_duplicates().head(LISTED) for taken, view in pairs]
    quoted = quotes(whole.store, pd.concat([no_spans(), *behind]))
    return [
        _slide(taken, view, home, _in_turn(spans.merge(quoted, on=SPAN)), len(spans) >= LISTED)
        for (taken, view), spans in zip(pairs, behind, strict=True)
    ]


def _slide(taken: Taken, view: View, home: str, sentences: pd.DataFrame, cut: bool) -> AnySlide:
    chart = taken.exhibit.chart(view)
    title = taken.title or chart.title
    if chart.form == "opening":
        return TitleSlide(title, tuple(chart.data["text"]))
    if chart.form == "text":
        rows = chart.data[["heading", "text"]].to_dict("records")
        return TextSlide(title, [view.labels("deck.method.paragraph", **row) for row in rows])
    address = f"{home}{taken.link}" if home and taken.link else ""
    return Slide(chart, taken.title, taken.takeaway, taken.note, address, sentences, cut)


def _in_turn(quoted: pd.DataFrame) -> pd.DataFrame:
    """Each sentence once, one from every article in turn; rows of ``frames.quotes.quotes``."""
    once = quoted.drop_duplicates(["article", "sentence_start", "sentence_end"])
    return once.loc[once.groupby("article").cumcount().sort_values(kind="stable").index]
