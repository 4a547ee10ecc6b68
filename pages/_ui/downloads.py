"""The quiet ways out: of a chart, of a list, and of a whole page; each file is made when it is clicked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from analysis.charts import drawing, images
from analysis.charts.archive import archive
from analysis.charts.chart import SLIDE_HEIGHT, SLIDE_WIDTH, Chart, footer, slide_figure
from analysis.charts.engine import ImageError
from analysis.exhibits.concordance import Concordance
from analysis.exhibits.evidence import Evidence
from analysis.exhibits.timeline import EventList
from analysis.exhibits.view import View
from analysis.exports import spreadsheets
from analysis.exports.workbook import workbook
from pages._ui import address, html
from pages._ui.quotes import article_link
from pages._ui.style_sheet import style_sheet

MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_CHARTS, _FAILED = "downloads.of_page", "downloads.failed"


class Way(NamedTuple):
    """A file to take away: its ``key`` on the page, what is said of it, its name, and what makes it."""

    key: str
    said: str
    file_name: str
    make: Callable[[], bytes]


def begin() -> None:
    """Before a page is drawn: it has no charts yet."""
    st.session_state[_CHARTS] = {}


def downloads(view: View, chart: Chart) -> None:
    """The menu of a chart: as an image, its data as a table. The chart becomes one of the page's."""
    st.session_state[_CHARTS][chart.key] = chart
    name = f"duidu-{chart.key}"
    with _menu(view, chart.key) as menu:
        if menu.open:
            if drawing.engine():
                _buttons(_images(view, chart, name))
            _buttons(_tables(view, chart.key, name, chart.data, lambda: chart))
            _renderer(view)


def list_downloads(
    view: View, exhibit: Concordance | EventList | Evidence, listed: Callable[[], pd.DataFrame], key: str
) -> None:
    """The menu of a list: the rows ``listed`` gives as a table. ``key`` tells it from others on the page."""
    name = "duidu-" + exhibit.key.replace(".", "-")
    with _menu(view, key) as menu:
        if menu.open:
            _buttons(_tables(view, key, name, listed(), lambda: exhibit.chart(view)))


def page_downloads(view: View, path: str) -> None:
    """The row at the end of the page at ``path``: all its charts, and everything that the view shows."""
    style_sheet("downloads")
    labels, charts = view.labels, list(st.session_state[_CHARTS].values())
    book = partial(workbook, view, _addresses(path), date.today())
    ways = [Way("page.view", labels("download.view"), "duidu-view.xlsx", book)]
    if charts and drawing.engine():
        said = labels("download.charts", n=len(charts))
        name = "-".join(filter(None, ("duidu-charts", path)))
        ways.insert(0, Way("page.charts", said, f"{name}.zip", partial(archive, charts, labels)))
    with st.container(horizontal=True, key="page-downloads"):
        _buttons(ways)


def _menu(view: View, key: str) -> PopoverContainer:
    """A menu to fill while it is ``open``: each button in it costs the server something at every rerun.

    Opening it draws anew the fragment in which it stands.
    """
    said = view.labels("download.menu")
    return st.popover(said, type="tertiary", key=f"{key}.downloads", on_change="rerun")


def _images(view: View, chart: Chart, name: str) -> Iterable[Way]:
    """A chart as an image of each kind."""
    failed: list[str] = st.session_state.setdefault(_FAILED, [])
    made = partial(_image, view, chart, failed)
    for scale in images.SCALES:
        size = f"{SLIDE_WIDTH * scale}×{SLIDE_HEIGHT * scale}"
        draw = partial(images.png, scale=scale)
        said = view.labels("download.png", size=size)
        yield Way(f"{chart.key}.png.{scale}", said, f"{name}-{SLIDE_WIDTH * scale}.png", partial(made, draw))
    yield Way(f"{chart.key}.svg", view.labels("download.svg"), f"{name}.svg", partial(made, images.svg))
    page = partial(images.pdf, title=chart.title)
    yield Way(f"{chart.key}.pdf", view.labels("download.pdf"), f"{name}.pdf", partial(made, page))


def _image(view: View, chart: Chart, failed: list[str], draw: Callable[..., bytes]) -> bytes:
    """The file; why there is none is kept for the menu, which says it when it is drawn the next time."""
    failed.clear()
    try:
        return draw(slide_figure(chart, footer(chart.facts, view.labels)))
    except ImageError as error:
        failed.append(view.labels(f"image.{error.fault}"))
        logging.getLogger(__name__).error("%s: %s", chart.key, error)
        raise


def _tables(
    view: View, key: str, name: str, frame: pd.DataFrame, chart: Callable[[], Chart]
) -> Iterable[Way]:
    """A frame as a table of each kind; ``chart`` gives what the workbook says of it."""
    csv = partial(spreadsheets.csv_bytes, frame)
    yield Way(f"{key}.csv", view.labels("download.csv"), f"{name}.csv", csv)
    book = partial(_book, view, frame, chart)
    yield Way(f"{key}.xlsx", view.labels("download.xlsx"), f"{name}.xlsx", book)


def _book(view: View, frame: pd.DataFrame, chart: Callable[[], Chart]) -> bytes:
    labels, said = view.labels, chart()
    about = pd.DataFrame({labels("download.about"): [said.title, said.counted, footer(said.facts, labels)]})
    return spreadsheets.xlsx_bytes({labels("download.data"): frame, labels("download.about"): about})


def _buttons(ways: Iterable[Way]) -> None:
    for way in ways:
        st.download_button(
            way.said,
            data=way.make,
            file_name=way.file_name,
            mime=MIME[way.file_name.rpartition(".")[2]],
            key=way.key,
            on_click="ignore",
            type="tertiary",
        )


def _renderer(view: View) -> None:
    """Which renderer draws the images, and what it could not draw."""
    name = drawing.engine()
    html.write("renderer", view.labels(f"image.by_{name}" if name else "image.no_engine"))
    for said in st.session_state.get(_FAILED, []):
        html.write("renderer", said)


def _addresses(path: str) -> Callable[[str | None, int | None], str]:
    """The addresses of articles, and of the page at ``path`` as it is shown, where the reader opened it."""
    here = urlsplit(st.context.url or "")
    root = f"{here.scheme}://{here.netloc}{here.path.rpartition('/')[0]}/"
    shown = {name: st.query_params.get_all(name) for name in st.query_params}
    page, kept = f"{path}?{urlencode(shown, doseq=True)}".rstrip("?"), address.kept()
    return lambda article, at: root + (article_link(article, at, kept) if article else page)
