"""The quiet menu in a card's corner: the chart as an image, its data as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis import spreadsheets
from analysis.charts import images
from analysis.charts.chart import Chart, footer, slide_figure
from analysis.exhibits.view import View
from analysis.labels import Labels

MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def downloads(view: View, chart: Chart) -> None:
    """The menu; each of its buttons makes its file only when it is clicked."""
    with st.popover(view.labels("card.download"), type="tertiary", key=f"{chart.key}.downloads"):
        for kind, make in _makers(view.labels, chart).items():
            st.download_button(
                view.labels(f"card.{kind}"),
                data=make,
                file_name=f"duidu-{chart.key}.{kind}",
                mime=MIME[kind],
                key=f"{chart.key}.{kind}",
                on_click="ignore",
                type="tertiary",
            )


def _makers(labels: Labels, chart: Chart) -> dict[str, Callable[[], bytes]]:
    foot = footer(chart.facts, labels)
    about = pd.DataFrame({labels("card.about"): [chart.title, chart.counted, foot]})
    sheets = {labels("card.data"): chart.data, labels("card.about"): about}
    return {
        "png": partial(_image, images.png, chart, foot),
        "svg": partial(_image, images.svg, chart, foot),
        "csv": partial(spreadsheets.csv_bytes, chart.data),
        "xlsx": partial(spreadsheets.xlsx_bytes, sheets),
    }


def _image(draw: Callable[..., bytes], chart: Chart, foot: str) -> bytes:
    return draw(slide_figure(chart, foot))
