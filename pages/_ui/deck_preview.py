"""Slides in small, as they will look: drawn in the background, each once for all readers."""

from __future__ import annotations

from base64 import b64encode
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import NamedTuple

import msgspec
import streamlit as st

from analysis.charts import images
from analysis.charts.chart import footer, slide_figure
from analysis.charts.engine import ImageError
from analysis.exhibits.deck import NoChartError, Taken
from analysis.exhibits.view import View
from pages._ui import html

_threads = ThreadPoolExecutor(2, thread_name_prefix="previews")


class Drawn(NamedTuple):
    """A slide as a picture of 960×540 pixels, and the title that its chart has by itself.

    The picture is a data address: a file would be gone when a slide changes while the browser fetches it.
    """

    title: str
    image: str


def begin(whole: View, taken: Taken) -> Future[Drawn]:
    """Have a slide drawn, if it is not yet or not already."""
    look = (taken.exhibit, taken.articles, taken.products, taken.title, taken.takeaway)
    key = msgspec.json.encode((whole.version, whole.labels.language, look))
    return _begun(key, whole, taken)


def preview(whole: View, taken: Taken) -> str:
    """The slide, or why it cannot be drawn; returns its chart's own title, empty where there is none."""
    try:
        title, image = begin(whole, taken).result()
    except NoChartError as error:
        html.write("no-chart", whole.labels(f"deck.fault.{error.fault}"))
        return ""
    except ImageError:
        html.write("no-chart", whole.labels("deck.fault.no_preview"))
        return ""
    st.image(image, alt=taken.title or title)
    return title


@st.cache_resource(max_entries=300, show_spinner=False)
def _begun(key: bytes, _whole: View, _taken: Taken) -> Future[Drawn]:  # noqa: ARG001
    return _threads.submit(_drawn, _whole, _taken)


def _drawn(whole: View, taken: Taken) -> Drawn:
    chart = taken.chart(whole)
    titled = replace(chart, title=taken.title or chart.title)
    figure = slide_figure(titled, footer(chart.facts, whole.labels), taken.takeaway)
    return Drawn(chart.title, "data:image/png;base64," + b64encode(images.png(figure, 1)).decode())
