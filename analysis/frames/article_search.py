"""Articles found by a part of what they are called: their title, file, publication or author."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from analysis.reading.script import fold
from analysis.storage.store import Store

if TYPE_CHECKING:
    import pandas as pd


class Offered(NamedTuple):
    """Articles that were found: those offered, name to caption in order, and how many there are in all."""

    captions: dict[str, str]
    total: int


def catalogue(store: Store) -> pd.DataFrame:
    """Every article as it can be looked for: [caption, searched], its index the names, the newest first.

    ``caption`` is the title, with the article's name where two have the same title; ``searched`` is all
    that an article can be found by, in Simplified characters and small letters.
    """
    import pandas as pd

    found = store.query(
        """
        SELECT article, titled.title,
               replace(concat_ws(' ', titled.title, article, source, author), chr(10), ' ') AS searched
        FROM articles JOIN titled USING (article)
        ORDER BY articles.published DESC NULLS LAST, article
        """
    )
    shared = found["title"].duplicated(keep=False)
    caption = found["title"].where(~shared, found["title"] + " (" + found["article"] + ")")
    searched = fold("\n".join(found["searched"])).lower().split("\n") if len(found) else []
    return pd.DataFrame(
        {"caption": caption.tolist(), "searched": searched}, index=pd.Index(found["article"]), dtype=str
    )


def offered(catalogue: pd.DataFrame, text: str, n: int) -> Offered:
    """The first ``n`` articles of a ``catalogue`` that have every word of ``text``; all have those of none.

    Traditional and Simplified characters find each other, and so do capital and small letters.
    """
    found = catalogue
    for word in fold(text).lower().split():
        found = found[found["searched"].str.contains(word, regex=False)]
    return Offered(found["caption"].head(n).to_dict(), len(found))


def captions(catalogue: pd.DataFrame, names: list[str]) -> dict[str, str]:
    """The captions of those of ``names`` that are in the ``catalogue``, in the order asked for."""
    return {name: str(catalogue.at[name, "caption"]) for name in names if name in catalogue.index}
