"""A deck: exhibits in order, each with the filters it was taken with, as a record and as a file."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args
from uuid import uuid4

import duckdb
import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from analysis.charts.chart import Chart
from analysis.exhibits.evidence import AnyExhibit
from analysis.exhibits.view import View, narrowed
from analysis.frames.articles import titles
from analysis.frames.selection import Selection

VERSION: Literal[1] = 1
"""Of the file; a file of another version is not read."""


LARGEST = 4_000_000
"""Bytes of a file that is read; a deck of a thousand slides has fewer."""

LONGEST_TITLE, LONGEST_TAKEAWAY, LONGEST_NOTE = 200, 300, 5000
"""Characters of what the reader writes; more would leave a chart no room."""

Fault = Literal["too_large", "not_json", "damaged", "version"]

_PAGES = "|".join(sorted({each.page for each in get_args(AnyExhibit)}))

Title = Annotated[str, Meta(max_length=LONGEST_TITLE)]
Link = Annotated[str, Meta(pattern=rf"^(({_PAGES})(\?[^\s<>\"]*)?)?$")]


class DeckError(ValueError):
    """A file that is no deck: ``fault`` is what is wrong, ``place`` where.

    The place is a line for not_json, a path such as ``$.slides[2].exhibit`` for damaged, the version found
    for version.
    """

    def __init__(self, fault: Fault, place: str = "") -> None:
        super().__init__(f"{fault} {place}".strip())
        self.fault, self.place = fault, place


class NoChartError(ValueError):
    """A slide without a chart, and why.

    gone: none of the chosen articles, or of the chosen products, is in the store; empty: they have nothing
    to show; unfit: its choices are none that a page offers.
    """

    def __init__(self, fault: Literal["gone", "empty", "unfit"]) -> None:
        super().__init__(fault)
        self.fault = fault


class Taken(Struct, frozen=True):
    """An exhibit as it was taken: the chosen articles and products, none meaning all; ``id`` is its own.

    ``title``, where given, stands for the chart's own; ``takeaway`` is the line under it, ``note`` the
    presenter's. ``link`` leads back: the page and its query (``products?measure=per_1000``).
    """

    id: str
    exhibit: AnyExhibit
    articles: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    title: Title = ""
    takeaway: Annotated[str, Meta(max_length=LONGEST_TAKEAWAY)] = ""
    note: Annotated[str, Meta(max_length=LONGEST_NOTE)] = ""
    link: Link = ""

    def chart(self, whole: View) -> Chart:
        """The chart of what is left of its choices in the ``whole`` store. Raises ``NoChartError``."""
        view = self.view(whole)
        chosen = view.chosen
        if bool(self.articles) > bool(chosen.articles) or bool(self.products) > bool(chosen.products):
            raise NoChartError("gone")
        try:
            chart = self.exhibit.chart(view)
        except (LookupError, TypeError, ValueError, duckdb.Error) as error:
            raise NoChartError("unfit") from error
        if chart.data.empty:
            raise NoChartError("empty")
        return chart

    def view(self, whole: View) -> View:
        """What it shows of the ``whole`` store; names that the store no longer holds are left out."""
        held = whole.read_all(titles, self.articles)
        articles = tuple(name for name in self.articles if name in held)
        products = tuple(name for name in self.products if name in whole.selection.products)
        return narrowed(whole, Selection(articles, products))

    def missing(self, whole: View) -> list[str]:
        """The chosen articles and products that the store no longer holds."""
        held = {*whole.read_all(titles, self.articles), *whole.selection.products}
        return [name for name in (*self.articles, *self.products) if name not in held]


class Deck(Struct, frozen=True):
    """Slides in order, under a ``title``; ``which`` is everywhere an id, one of no slide changes nothing."""

    version: Literal[1] = VERSION
    title: Title = ""
    slides: tuple[Taken, ...] = ()

    def added(self, taken: Taken) -> Deck:
        """The deck with one more slide at its end."""
        return replace(self, slides=(*self.slides, taken))

    def joined(self, other: Deck) -> Deck:
        """The deck followed by those slides of another one that it has not; its own title stands, if any."""
        own = {each.id for each in self.slides}
        more = tuple(each for each in other.slides if each.id not in own)
        return replace(self, title=self.title or other.title, slides=self.slides + more)

    def changed(self, taken: Taken) -> Deck:
        """The deck with the slide of the same id replaced."""
        return replace(self, slides=tuple(taken if each.id == taken.id else each for each in self.slides))

    def removed(self, which: str) -> Deck:
        """The deck without a slide."""
        return replace(self, slides=tuple(each for each in self.slides if each.id != which))

    def moved(self, which: str, by: int) -> Deck:
        """The deck with a slide ``by`` places further down, or up where that is negative; ends stop it."""
        slides = list(self.slides)
        for place, taken in enumerate(self.slides):
            if taken.id == which:
                slides.insert(max(0, place + by), slides.pop(place))
        return replace(self, slides=tuple(slides))


def written(deck: Deck) -> bytes:
    """The deck as a file: JSON."""
    return msgspec.json.format(msgspec.json.encode(deck), indent=2)


def read(file: bytes) -> Deck:
    """The deck of a file; a slide that has the id of one before it is given its own. Raises ``DeckError``."""
    if len(file) > LARGEST:
        raise DeckError("too_large")
    try:
        version = msgspec.json.decode(file, type=_Headed).version
        if version != VERSION:
            raise DeckError("version", str(version))
        return _distinct(msgspec.json.decode(file, type=Deck))
    except msgspec.ValidationError as error:
        raise DeckError("damaged", _place(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DeckError("not_json", _line(file, str(error))) from error


class _Headed(Struct):
    version: int


def _distinct(deck: Deck) -> Deck:
    seen: set[str] = set()
    slides = []
    for taken in deck.slides:
        slides.append(replace(taken, id=uuid4().hex) if taken.id in seen else taken)
        seen.add(taken.id)
    return replace(deck, slides=tuple(slides))


def _place(message: str) -> str:
    """The path in a message of msgspec; that of the whole where it names none."""
    found = re.search(r"`(\$[^`]*)`$", message)
    return found[1] if found else "$"


def _line(file: bytes, message: str) -> str:
    """The line of the byte that a message of msgspec names; the last where it names none."""
    found = re.search(r"byte (\d+)", message)
    return str(file[: int(found[1])].count(b"\n") + 1 if found else file.count(b"\n") + 1)
