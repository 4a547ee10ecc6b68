"""A whole view as a workbook: what is shown and why, every table behind it, and what their columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pandas as pd

from analysis.exhibits.view import View
from analysis.exports.spreadsheets import MOST_CHARACTERS, Link, inside, parts, too_long, xlsx_bytes
from analysis.frames import tables
from analysis.frames.articles import titles
from analysis.schema import dictionary
from analysis.strings.labels import Labels

MOST_ROWS = 50_000
"""Rows of a table that a workbook holds; of more, the first."""

Address = Callable[[str | None, int | None], str]
"""The address of an article at a character, or of the view itself where no article is named."""


def workbook(view: View, address: Address, made: date) -> bytes:
    """``view`` as an XLSX file: the contents, a sheet for each table of the contract, the data dictionary.

    The tables hold what the chosen articles and products leave of them (``frames.tables.table``), the first
    ``MOST_ROWS`` of each; each row leads to its place in the article by ``address``. ``made`` is the day it
    says it was made on.
    """
    labels = view.labels
    sheets = parts(
        {labels(f"workbook.{name}.sheet"): _linked(view, name, address) for name in tables.NAMES}
        | {labels("workbook.dictionary.sheet"): _dictionary(labels)}
    )
    said = [
        *_about(view, address, made),
        *_shortened(view),
        *_cut_said(labels, sheets),
        *_listed(labels, sheets),
    ]
    columns = [labels(f"workbook.{name}") for name in ("contents", "holds", "rows")]
    contents = pd.DataFrame(said, columns=columns, dtype=object)
    return xlsx_bytes({labels("workbook.contents"): contents} | sheets)


def _linked(view: View, name: str, address: Address) -> pd.DataFrame:
    """A table, each row led by a link that is called by its article's title."""
    found: pd.DataFrame = view.read(tables.table, name, bool(view.chosen.products), MOST_ROWS)
    if "article" not in found:
        return found
    titled = view.read_all(titles, tuple(dict.fromkeys(found["article"])))
    starts = found["start"] if "start" in found else [None] * len(found)
    links = [
        Link(address(article, None if start is None else int(start)), titled[article])
        for article, start in zip(found["article"], starts, strict=True)
    ]
    led = found.copy()
    led.insert(0, view.labels("workbook.link"), pd.Series(links, index=found.index, dtype=object))
    return led


def _about(view: View, address: Address, made: date) -> Iterator[tuple[object, ...]]:
    """What the view rests on, as rows of the contents."""
    labels, facts = view.labels, view.facts()
    dates = " – ".join(dict.fromkeys(each for each in (facts.oldest, facts.newest) if each))
    yield labels("workbook.filters"), facts.filters, None
    yield labels("workbook.articles_shown"), labels("chart.footer.articles", n=facts.articles), None
    yield labels("workbook.dates"), dates, None
    yield labels("workbook.made"), made.isoformat(), None
    yield labels("workbook.address"), Link(address(None, None), labels("workbook.open")), None
    yield labels("workbook.places"), labels("workbook.places_said"), None


def _shortened(view: View) -> Iterator[tuple[object, ...]]:
    """Which tables are not held as a whole."""
    labels = view.labels
    for name in tables.NAMES:
        total = view.read(tables.count, name, bool(view.chosen.products))
        if total > MOST_ROWS:
            facts = {"sheet": labels(f"workbook.{name}.sheet"), "n": MOST_ROWS, "total": total}
            yield labels("workbook.shortened"), labels("workbook.shortened_said", **facts), None


def _cut_said(labels: Labels, sheets: dict[str, pd.DataFrame]) -> Iterator[tuple[object, ...]]:
    """How many cells are cut, where any is."""
    texts = (
        text for frame in sheets.values() for text in frame.select_dtypes(exclude="number").to_numpy().flat
    )
    n = sum(isinstance(text, str) and too_long(text) for text in texts)
    if n:
        yield labels("workbook.cut"), labels("workbook.cut_said", n=n, most=MOST_CHARACTERS), None


def _listed(labels: Labels, sheets: dict[str, pd.DataFrame]) -> Iterator[tuple[object, ...]]:
    """Every sheet, what it holds and how many rows, as rows of the contents."""
    holds = {
        labels(f"workbook.{name}.sheet"): labels(f"workbook.{name}.holds")
        for name in (*tables.NAMES, "dictionary")
    }
    for name, frame in sheets.items():
        yield inside(name, name), holds.get(name, labels("workbook.continued")), len(frame)


def _dictionary(labels: Labels) -> pd.DataFrame:
    columns = [labels(f"workbook.column_{name}") for name in dictionary.Entry._fields]
    held = [entry for entry in dictionary.entries() if entry.table in tables.NAMES]
    added = dictionary.Entry("", tables.PASSAGE, "str", "", labels("workbook.passage"))
    return pd.DataFrame([*held, added], columns=columns)
