"""The deck page from outside: what it holds, its fields, its uploads."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from analysis.exhibits.deck import Deck, Taken
from analysis.exhibits.products import Dispersion, Mentions, Pairs

FIRST = "000_f1326fc691a7f788"
HOSTILE = "<script>alert(1)</script> $x$ **b** =1+1 :rocket:"
THREE = Deck(slides=(Taken("a", Mentions()), Taken("b", Dispersion()), Taken("c", Pairs())))


def held(app: AppTest) -> Deck:
    """The deck of the page."""
    return app.session_state["deck.now"]


def ids(app: AppTest) -> list[str]:
    """Its slides, in order."""
    return [taken.id for taken in held(app).slides]


def field(app: AppTest, key: str) -> Any:
    """The field of a key, whichever round of fields it is of."""
    every = (*app.text_input, *app.text_area, *app.number_input)
    return next(each for each in every if str(each.key).rpartition(".")[0] == key)


def upload(app: AppTest, key: str, content: bytes) -> AppTest:
    """Give a file to the uploader of a key."""
    app.file_uploader(key=key).set_value(("file", content, "application/octet-stream"))
    return app.run()
