"""What every exhibit can do: draw its chart, and find the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import pandas as pd
from msgspec import Struct

from analysis.charts.chart import Chart
from analysis.exhibits.view import View
from analysis.exhibits.wording import worded
from analysis.findings import Finding
from analysis.frames.articles import titles
from analysis.frames.quotes import SPAN, quotes

Mark = list[Any]
"""The ids of a clicked mark, as the chart put them in ``customdata``."""


class Exhibit(Struct, frozen=True, tag_field="exhibit"):
    """A chart with the choices it is drawn by, as a record that JSON can hold.

    ``page`` is the page of the dashboard on which it stands.
    """

    page: ClassVar[str]

    @property
    def key(self) -> str:
        """Its name, which is also that of its words: ``products.mentions``."""
        return str(self.__struct_config__.tag)

    def chart(self, view: View) -> Chart:
        """The chart of what ``view`` shows."""
        raise NotImplementedError

    def takeaway(self, view: View) -> str:
        """A second fact of the chart in words, besides its title; empty where there is none worth a line."""
        finding = self.second(view)
        return view.say(worded(finding, view.labels)) if finding else ""

    def second(self, view: View) -> Finding | None:  # noqa: ARG002
        """That fact as a finding."""
        return None

    def spans(self, view: View, mark: Mark) -> pd.DataFrame:  # noqa: ARG002
        """The spans behind a mark: [article, start, end]; as it stands, the mark is itself a span."""
        return pd.DataFrame([mark[:3]], columns=SPAN)

    def sources(self, view: View) -> pd.DataFrame:
        """The spans behind the whole chart: [article, start, end]; as it stands, its rows are spans."""
        return self.chart(view).data

    def named(self, view: View, mark: Mark) -> str:
        """A mark in words: the products and titles among its ids."""
        words = tuple(part for part in mark if isinstance(part, str))
        titled = view.read_all(titles, words)
        names = [titled.get(word) or view.labels.product(word) for word in words]
        return view.labels("list.comma").join(names)


def no_spans() -> pd.DataFrame:
    """The spans behind what rests on none: no row of [article, start, end]."""
    return pd.DataFrame(columns=SPAN)


def noted(view: View, spans: pd.DataFrame, notes: Sequence[str]) -> pd.DataFrame:
    """The quotes of ``spans`` [article, start, end], none of them twice, each with its note in words.

    Spans of articles that the store does not hold are left out. The columns of ``frames.quotes.quotes`` and
    ``note``: the data of a chart of quotes.
    """
    found = quotes(view.store, spans)
    said = dict(zip(spans[SPAN].itertuples(index=False, name=None), notes, strict=True))
    places = found[SPAN].itertuples(index=False, name=None)
    return found.assign(note=[said[place] for place in places])
