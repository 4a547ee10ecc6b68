"""The deck as a presentation: made when it is asked for, then taken away."""

from __future__ import annotations

import streamlit as st

from analysis.charts.engine import ImageError
from analysis.exhibits.deck import Deck
from analysis.exhibits.view import View
from analysis.slides.deck_slides import deck_slides
from analysis.slides.presentation import TemplateError, presentation
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

    slides, left_out = deck_slides(now, whole, st.context.url or "", progress)
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
