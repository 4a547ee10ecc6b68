"""A deck: exhibits in order, each with the filters it was taken with, as a record and as a file."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from analysis.exhibits.evidence import AnyExhibit
from analysis.exhibits.view import View, narrowed
from analysis.frames.selection import Selection

VERSION: Literal[1] = 1
"""Of the file; a file of another version is not read."""


class DeckError(ValueError):
    """A file that is no deck; ``fault`` is damaged or version, ``detail`` says where."""

    def __init__(self, fault: Literal["damaged", "version"], detail: str) -> None:
        super().__init__(f"{fault}: {detail}")
        self.fault, self.detail = fault, detail


class Taken(Struct, frozen=True):
    """An exhibit as it was taken: the chosen articles and products, none meaning all; ``id`` is its own.

    ``title``, where given, stands for the chart's own; ``takeaway`` is the line under it, ``note`` the
    presenter's. ``link`` leads back: the page and its query (``products?measure=per_1000``).
    """

    id: str
    exhibit: AnyExhibit
    articles: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    title: str = ""
    takeaway: str = ""
    note: str = ""
    link: str = ""

    def view(self, whole: View) -> View:
        """What it shows of the ``whole`` store; names that the store no longer holds are left out."""
        articles = tuple(name for name in self.articles if name in whole.selection.articles)
        products = tuple(name for name in self.products if name in whole.selection.products)
        return narrowed(whole, Selection(articles, products))

    def missing(self, whole: View) -> list[str]:
        """The chosen articles and products that the store no longer holds."""
        held = {*whole.selection.articles, *whole.selection.products}
        return [name for name in (*self.articles, *self.products) if name not in held]


class Deck(Struct, frozen=True):
    """Slides in order, under a ``title``; ``which`` is everywhere the id of one of them."""

    version: Literal[1] = VERSION
    title: str = ""
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
        place = next(place for place, each in enumerate(slides) if each.id == which)
        taken = slides.pop(place)
        slides.insert(max(0, place + by), taken)
        return replace(self, slides=tuple(slides))


def written(deck: Deck) -> bytes:
    """The deck as a file: JSON."""
    return msgspec.json.format(msgspec.json.encode(deck), indent=2)


def read(file: bytes) -> Deck:
    """The deck of a file; raises ``DeckError``, which names the place of what is wrong."""
    try:
        version = msgspec.json.decode(file, type=_Headed).version
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DeckError("damaged", str(error)) from error
    if version != VERSION:
        raise DeckError("version", str(version))
    try:
        return msgspec.json.decode(file, type=Deck)
    except msgspec.ValidationError as error:
        raise DeckError("damaged", str(error)) from error


class _Headed(Struct):
    version: int
