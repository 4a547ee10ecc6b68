"""The deck as a presentation: made when it is asked for, then taken away."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import streamlit as st

from analysis.charts.engine import ImageError
from analysis.exhibits.bounds import LISTED
from analysis.exhibits.deck import Deck, NoChartError, Taken
from analysis.exhibits.view import View
from analysis.frames.quotes import quotes
from analysis.slides.presentation import Slide, TemplateError, TextSlide, TitleSlide, presentation
from pages._ui import deck, html

NAME = "duidu.pptx"
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_MADE, _ASKED = "deck.made", "deck.asked"


@st.fragment
def export(whole: View) -> None:
    """The menu that makes the presentation, in the look of the reader's template where there is one."""
    labels, now = whole.labels, deck.current()
    with st.popover(labels("deck.export.menu"), key="deck.export", type="primary", disabled=not now.slides):
        chosen = st.file_uploader(labels("deck.export.template"), key="deck.template")
        template = chosen.getvalue() if chosen else None
        state = (deck.stamp(), whole.version, labels.language, chosen.file_id if chosen else None)
        st.button(labels("deck.export.make"), key="deck.make", on_click=_ask)
        if st.session_state.pop(_ASKED, False):
            _make(whole, now, template, state)
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


def _ask() -> None:
    """Remembered until it is done: a run that is broken off loses the click."""
    st.session_state[_ASKED] = True


def _make(whole: View, now: Deck, template: bytes | None, state: object) -> None:
    labels = whole.labels
    bar = st.progress(0.0, labels("deck.export.gathering"))

    def progress(done: int) -> None:
        bar.progress(done / (len(now.slides) + 1), labels("deck.export.gathering"))

    slides, left_out = gathered(now, whole, progress)
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
    now: Deck, whole: View, progress: Callable[[int], None]
) -> tuple[list[Slide | TextSlide | TitleSlide], list[int]]:
    """The slides with a chart, and the places of those without; ``progress`` is told how many are done."""
    slides, left_out = [], []
    for place, taken in enumerate(now.slides, 1):
        try:
            slides.append(_slide(taken, whole))
        except NoChartError:
            left_out.append(place)
        progress(place)
    return slides, left_out


def _slide(taken: Taken, whole: View) -> Slide | TextSlide | TitleSlide:
    chart, labels = taken.chart(whole), whole.labels
    title = taken.title or chart.title
    takeaway = [taken.takeaway] if taken.takeaway else []
    if chart.form == "opening":
        return TitleSlide(title, [*takeaway, *chart.data["text"]])
    if chart.form == "text":
        rows = zip(chart.data["heading"], chart.data["text"], strict=True)
        said = [labels("deck.paragraph", heading=heading, text=text) for heading, text in rows]
        return TextSlide(title, [*takeaway, *said])
    behind = taken.exhibit.sources(taken.view(whole)).head(LISTED)
    sentences, cut = quotes(whole.store, behind), len(behind) >= LISTED
    return Slide(chart, taken.title, taken.takeaway, taken.note, _address(taken.link), sentences, cut)


def _address(link: str) -> str:
    """Where ``link`` leads from this server; nowhere, where its own address is not known."""
    here = st.context.url
    return urljoin(here, f"./{link.removeprefix('overview')}") if here and link else ""
