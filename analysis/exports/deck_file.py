"""The ready-made deck of a store as a presentation."""

from __future__ import annotations

from analysis.charts.theme import LIGHT
from analysis.exhibits.ready_made import ready_made
from analysis.exhibits.view import everything
from analysis.slides.deck_slides import deck_slides
from analysis.slides.presentation import presentation
from analysis.storage.store import Store
from analysis.strings.labels import Labels, Language


def deck_file(store: Store, language: Language, template: bytes | None = None) -> bytes:
    """A PPTX file of what the articles in ``store`` say, in the look of ``template`` where one is given.

    Raises ``TemplateError`` for a template that cannot be used.
    """
    view = everything(Labels(language), LIGHT, store)
    deck = ready_made(view)
    return presentation(deck_slides(deck, view).slides, view.labels, deck.title, template)
