"""What the start page shows first to whoever has chosen nothing yet, read before anybody comes."""

from __future__ import annotations

from analysis.exhibits.overview import Shares
from analysis.exhibits.view import everything
from analysis.storage.store import Store
from analysis.strings.labels import LANGUAGES
from pages._ui.articles import FIRST, all_cards
from pages._ui.charts import chart_of, drawing_of
from pages._ui.frame import THEMES
from pages._ui.strings import labels_in


def read(store: Store) -> None:
    """Read the cards of a few articles and draw the first chart, in the first language and theme."""
    theme, *_ = THEMES.values()
    view = everything(labels_in(LANGUAGES[0]), theme, store)
    if 0 < view.n_articles <= FIRST:
        all_cards(view)
    if view.n_articles:
        drawing_of(chart_of(view, Shares()), theme)
