"""The quiet menu in a card's corner: the chart as an image, its data as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis.charts import images
from analysis.charts.chart import Chart, footer, slide_figure
from pages._ui.view import View


def downloads(view: View, chart: Chart) -> None:
    """The menu; each of its buttons makes its file only when it is clicked."""
    with st.popover("⤓", help=view.labels("card.download"), type="tertiary", key=f"{chart.key}.downloads"):
        for kind, mime, make in _formats(view, chart):
            st.download_button(
                view.labels(f"card.{kind}"),
                data=make,
                file_name=f"duidu-{chart.key}.{kind}",
                mime=mime,
                key=f"{chart.key}.{kind}",
                on_click="ignore",
                type="tertiary",
            )


def _formats(view: View, chart: Chart) -> list[tuple[str, str, Callable[[], bytes]]]:
    foot = footer(chart.facts, view.labels)
    return [
        ("png", "image/png", partial(_image, images.png, chart, foot)),
        ("svg", "image/svg+xml", partial(_image, images.svg, chart, foot)),
    ]


def _image(draw: Callable[..., bytes], chart: Chart, foot: str) -> bytes:
    return draw(slide_figure(chart, foot))
