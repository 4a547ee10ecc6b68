"""The frame around every page: the sidebar with its switches and filters, and the view they make."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import NoReturn
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.charts.theme import DARK, LIGHT
from analysis.exhibits.view import View, everything, narrowed
from analysis.frames import shared
from analysis.frames.articles import totals
from analysis.frames.selection import Selection
from analysis.lexicon import LexiconError
from analysis.storage.build import NothingAnalysedError
from analysis.storage.store import Store, StoreError
from analysis.strings.labels import LANGUAGES, Labels
from pages._ui import address, corpus, html
from pages._ui.article_filter import article_filter
from pages._ui.problems import problems, say_left_out
from pages._ui.strings import labels_in

THEMES = {"light": LIGHT, "dark": DARK}
TURN = Lock()
"""Held by the reader whose page is drawn.

Python draws one at a time in any case, and pages that share its time all come late.
"""
_STYLE = Path(__file__).with_name("style.css")


def language() -> Labels:
    """The language switch; returns the words of the language chosen."""
    shown: dict[str, Labels] = {name: labels_in(name) for name in LANGUAGES}
    chosen = address.one("lang", "🌐", list(shown), lambda name: shown[name](f"language.{name}"), hidden=True)
    return shown[chosen]


def theme(labels: Labels) -> str:
    """The theme switch; returns ``light`` or ``dark``."""
    return address.one(
        "theme", labels("filter.theme"), list(THEMES), lambda name: labels(f"theme.{name}"), hidden=True
    )


def style(labels: Labels) -> None:
    """The style sheet, with the words that stand in it."""
    words = {"--app-name": labels("name"), "--no-match": labels("filter.no_match")}
    variables = "".join(f'{name}: "{text}";' for name, text in words.items())
    st.html(f"<style>:root {{ {variables} }} {_STYLE.read_text(encoding='utf-8')}</style>")


def store(labels: Labels) -> Store:
    """The store, with a progress bar while it is built; says what is wrong and stops where it cannot be."""
    place = st.empty()
    opened = corpus.opened() or _opened(labels, place)
    with faults_said(labels):
        _stop_without_articles(labels, opened)
    return opened


def _opened(labels: Labels, place: DeltaGenerator) -> Store:
    """The store, opened for the first time; what there is to wait for is said in ``place``."""
    with place.container():
        bar = st.empty()

        def progress(done: int, total: int) -> None:
            bar.progress(done / total, labels("build.step", done=done, total=total))

        try:
            with faults_said(labels), st.spinner(labels("build.opening"), show_time=False):
                opened = corpus.store(progress)
        except OSError as error:
            _stop(labels("build.unwritable", path=corpus.folder(), reason=error.strerror))
        except NothingAnalysedError as error:
            say_left_out(labels, error.outcome.problems)
            _stop(labels("build.kept", folder=corpus.source(), store=corpus.folder()))
    place.empty()
    return opened


@contextmanager
def faults_said(labels: Labels) -> Iterator[None]:
    """Where the store or a lexicon cannot be used inside: say which file and why, and stop."""
    try:
        yield
    except StoreError as error:
        _stop(labels(f"build.{error.fault}", path=error.path))
    except LexiconError as error:
        _stop(labels("build.lexicon", path=error.path, line=error.line, reason=error.reason))


def filters(labels: Labels, theme: str, store: Store) -> View:
    """The filters by article and by product, none chosen meaning all; returns the view they make.

    A name in the address that the store does not hold is said to be unknown, and left out.
    """
    whole = everything(labels, THEMES[theme], store)
    picked_articles = article_filter(labels, store, whole.version, whole.n_all)
    return narrowed(whole, Selection(picked_articles, _products(labels, whole.selection.products)))


def unknown_page(pages: Collection[str]) -> str:
    """The name of the page that the browser asks for where it is none of ``pages``; else empty."""
    asked = unquote(urlsplit(st.context.url or "").path.rpartition("/")[2])
    return "" if asked in pages else asked


def say_unknown(labels: Labels) -> None:
    """Name what the address asked for and there is not: a page; names, until another choice is made."""
    for page in st.query_params.get_all("page"):
        st.warning(html.literal(labels("page.unknown", name=page)))
    for name in ("articles", "products"):
        strangers = address.kept_unknown(name)
        if strangers:
            names = labels("list.comma").join(strangers)
            st.warning(html.literal(labels(f"filter.unknown_{name}", names=names)))


def _products(labels: Labels, products: tuple[str, ...]) -> tuple[str, ...]:
    """The filter by product; the chosen ones in the order of ``products``, the most named first."""
    address.keep_unknown("products", products)
    chosen = address.several(
        "products",
        labels("filter.products"),
        products,
        labels.product,
        placeholder=labels("filter.all_products", n=len(products)),
        on_change=partial(address.forget_unknown, "products"),
    )
    return tuple(product for product in products if product in chosen)


def _stop_without_articles(labels: Labels, store: Store) -> None:
    """Say why where no file is an article: there is none, or none could be read."""
    version = store.version
    if not shared.read(totals, store, version, None)["articles"].item():
        problems(labels, store, version)
        _stop(labels("build.no_articles", folder=corpus.source() or corpus.folder()))


def _stop(message: str) -> NoReturn:
    st.error(html.literal(message))
    st.stop()
