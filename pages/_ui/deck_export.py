"""The deck as a presentation: made when it is asked for, then taken away."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import streamlit as st

from analysis.charts.engine import ImageError
from analysis.exhibits.deck import Deck, NoChartError, Taken
from analysis.exhibits.view import View
from analysis.frames.quotes import quotes
from analysis.slides.presentation import Slide, TemplateError, TextSlide, TitleSlide, presentation
from pages._ui import deck, html

NAME = "duidu.pptx"
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_MADE = "deck.made"


@st.fragment
def export(view: View) -> None:
    """The menu that makes the presentation, in the look of the reader's template where there is one."""
    labels, now = view.labels, deck.current()
    with st.popover(labels("deck.export.menu"), key="deck.export", type="primary", disabled=not now.slides):
        chosen = st.file_uploader(labels("deck.export.template"), key="deck.template")
        template = chosen.getvalue() if chosen else None
        state = (deck.stamp(), view.version, labels.language, chosen.file_id if chosen else None)
        if st.button(labels("deck.export.make"), key="deck.make"):
            _make(view, now, template, state)
        made = st.session_state.get(_MADE)
        if made and made[0] == state:
            st.download_button(
                labels("deck.export.save"),
                data=made[1],
                file_name=NAME,
                mime=MIME,
                key="deck.export.save",
                on_click="ignore",
                type="primary",
            )


def _make(view: View, now: Deck, template: bytes | None, state: object) -> None:
    labels = view.labels
    bar = st.progress(0.0, labels("deck.export.gathering"))

    def progress(done: int) -> None:
        bar.progress(done / (len(now.slides) + 1), labels("deck.export.gathering"))

    slides, left_out = gathered(now, view, progress)
    bar.progress(0.9, labels("deck.export.writing"))
    title = now.title or labels("deck.title")
    try:
        file = presentation(slides, labels, title, template)
    except TemplateError as error:
        st.error(html.literal(labels(f"deck.export.fault.{error.fault}")))
    except ImageError as error:
        st.error(html.literal(labels(f"deck.export.fault.{error.fault}")))
    else:
        st.session_state[_MADE] = (state, file)
    bar.empty()
    if left_out:
        places = labels("list.comma").join(map(str, left_out))
        st.warning(html.literal(labels("deck.export.left_out", n=len(left_out), places=places)))


def gathered(
    now: Deck, view: View, progress: Callable[[int], None]
) -> tuple[list[Slide | TextSlide | TitleSlide], list[int]]:
    """The slides with a chart, and the places of those without; ``progress`` is told how many are done."""
    slides, left_out = [], []
    for place, taken in enumerate(now.slides, 1):
        try:
            slides.append(_slide(taken, view))
        except NoChartError:
            left_out.append(place)
        progress(place)
    return slides, left_out


def _slide(taken: Taken, whole: View) -> Slide | TextSlide | TitleSlide:
    chart, view, labels = taken.chart(whole), taken.view(whole), whole.labels
    title = taken.title or chart.title
    if chart.form == "opening":
        return TitleSlide(title, list(chart.data["text"]))
    if chart.form == "text":
        rows = chart.data.itertuples()
        return TextSlide(
            title, [labels("deck.paragraph", heading=row.heading, text=row.text) for row in rows]
        )
    sentences = quotes(view.store, taken.exhibit.sources(view))
    return Slide(chart, taken.title, taken.takeaway, taken.note, _address(taken.link), sentences)


def _address(link: str) -> str:
    """Where ``link`` leads from this server; nowhere, where its own address is not known."""
    here = st.context.url
    return urljoin(here, link.removeprefix("overview") or "/") if here and link else ""
