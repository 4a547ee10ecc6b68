"""The slides of a deck: each exhibit drawn again from the store, with the sentences behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin

import pandas as pd

from analysis.exhibits.bounds import LISTED
from analysis.exhibits.deck import Deck, NoChartError, Taken
from analysis.exhibits.view import View
from analysis.frames.quotes import quotes
from analysis.slides.chart_slide import Slide
from analysis.slides.text_slide import TextSlide, TitleSlide

AnySlide = Slide | TextSlide | TitleSlide

START_PAGE = "overview"
"""The page that the dashboard shows at its own address."""


class Gathered(NamedTuple):
    """Slides in order, and the places (from 1) of those in the deck that have no chart."""

    slides: list[AnySlide]
    left_out: list[int]


def deck_slides(
    deck: Deck, whole: View, home: str = "", progress: Callable[[int], None] | None = None
) -> Gathered:
    """What ``presentation`` makes slides of, drawn from the ``whole`` store in its reader's language.

    ``home`` is the address of the dashboard or of a page of it; without it no slide leads back.
    ``progress`` is told how many slides are done.
    """
    gathered = Gathered([], [])
    for place, taken in enumerate(deck.slides, start=1):
        try:
            gathered.slides.append(_slide(taken, whole, home))
        except NoChartError:
            gathered.left_out.append(place)
        if progress:
            progress(place)
    return gathered


def _slide(taken: Taken, whole: View, home: str) -> AnySlide:
    chart = taken.chart(whole)
    title = taken.title or chart.title
    takeaway = [taken.takeaway] if taken.takeaway else []
    if chart.form == "opening":
        return TitleSlide(title, [*takeaway, *chart.data["text"]])
    if chart.form == "text":
        rows = chart.data[["heading", "text"]].to_dict("records")
        return TextSlide(title, [*takeaway, *(whole.labels("deck.method.paragraph", **row) for row in rows)])
    behind = taken.exhibit.sources(taken.view(whole)).head(LISTED)
    sentences, cut = _in_turn(quotes(whole.store, behind)), len(behind) >= LISTED
    return Slide(chart, taken.title, taken.takeaway, taken.note, _address(taken.link, home), sentences, cut)


def _address(link: str, home: str) -> str:
    """Where a link of a deck leads from ``home``."""
    return urljoin(home, f"./{link.removeprefix(START_PAGE)}") if home and link else ""


def _in_turn(quoted: pd.DataFrame) -> pd.DataFrame:
    """Each sentence once, one from every article in turn; rows of ``frames.quotes.quotes``."""
    once = quoted.drop_duplicates(["article", "sentence_start", "sentence_end"])
    return once.loc[once.groupby("article").cumcount().sort_values(kind="stable").index]
