"""An article's text on the page: as it was written, with what was found in it marked where it stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.theme import product_colour
from analysis.exhibits.view import View
from analysis.frames import articles, highlights
from analysis.frames.terms import TermFilter
from pages._ui.articles import about as articles_about
from pages._ui.component import component
from pages._ui.html import element

NO_TERMS = TermFilter(n=0, min_length=1, pos=(), stop_words=frozenset())


def read(view: View, article: str, place: int | None, layers: Collection[str], removed_shown: bool) -> None:
    """Draw ``article``, landing on the sentence at ``place``; ``layers`` are the kinds of finds to mark.

    Removed passages are grey where ``removed_shown``, else left out.
    """
    found = view.read_all(highlights.highlights, article)
    found = found[found["layer"].isin(list(layers))].reset_index(drop=True)
    text = view.read_all(highlights.text, article)
    target = None if place is None else view.read_all(highlights.sentence_at, article, place)
    cut = highlights.passages(len(text), found, view.read_all(articles.removed, article), target)
    marks = [_mark(view, row) for row in found.itertuples()]
    shown = [
        _passage(text[each.start : each.end], each, marks)
        for each in cut
        if removed_shown or not each.removed
    ]
    component("reader")(key="reader", data={"passages": shown, "target": f"{article} {target}"})


def counts(view: View, article: str) -> pd.Series[int]:
    """How many finds of each layer there are in ``article``."""
    found = view.read_all(highlights.highlights, article)
    return found["layer"].value_counts().reindex(highlights.LAYERS, fill_value=0)


def about(view: View, article: str) -> None:
    """Say where ``article`` came from, how large it is and what was taken out of it."""
    cards = view.only(article=article).read(articles.cards, NO_TERMS)
    removed = view.read_all(articles.removed, article)
    parts = [
        view.labels("reader.removed_part", reason=view.labels(f"reason.{reason}"), n=int(n))
        for reason, n in (removed["end"] - removed["start"]).groupby(removed["reason"]).sum().items()
    ]
    comma = view.labels("list.comma")
    said = (
        view.labels("reader.removed_line", reasons=comma.join(parts))
        if parts
        else view.labels("reader.whole")
    )
    st.html(
        "".join(articles_about(row, view.labels) for row in cards.itertuples()) + element("from", said, "p")
    )


def _passage(text: str, cut: highlights.Passage, marks: list[dict[str, str]]) -> dict[str, str]:
    covering = [marks[number] for number in cut.marks]
    styles = [mark["style"] for mark in covering]
    styles += [name for name, holds in (("removed", cut.removed), ("target", cut.target)) if holds]
    return {
        "text": text,
        "style": " ".join(dict.fromkeys(styles)),
        "tip": "\n".join(dict.fromkeys(mark["tip"] for mark in covering)),
        "colour": next((mark["colour"] for mark in covering if mark["colour"]), ""),
    }


def _mark(view: View, row: Any) -> dict[str, str]:
    labels = view.labels
    what, detail = _words(view, row)
    style = f"event {row.detail}" if row.layer == "event" else row.layer
    colour = product_colour(view.theme, row.what) if row.layer == "mention" else ""
    tip = labels(f"reader.tip_{row.layer}", what=what, detail=detail)
    return {"style": style, "tip": tip, "colour": colour}


def _words(view: View, row: Any) -> tuple[str, str]:
    """What was found and what more is known of it, in the reader's words."""
    labels = view.labels
    what = row.what if isinstance(row.what, str) else None
    if row.layer == "feature":
        return labels.feature(row.what), labels.product(row.detail)
    if row.layer == "event":
        return what or labels("reader.unknown"), labels(f"reader.{row.detail}")
    return labels.product(what) if what else labels("reader.unknown"), labels(f"reader.{row.detail}")
