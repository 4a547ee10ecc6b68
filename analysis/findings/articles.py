"""Which articles there are: how long they are and when they were published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.findings.finding import Finding

if TYPE_CHECKING:
    import pandas as pd


def subject(products: list[str], articles: int) -> Finding:
    """What a number of ``articles`` is about: keys nothing, one (``product``), several (``products``)."""
    if not products:
        return Finding("subject.nothing", {"n": articles})
    if len(products) == 1:
        return Finding("subject.one", {"product": products[0], "n": articles})
    return Finding("subject.several", {"products": products, "n": articles})


def corpus(longest: pd.DataFrame, n: int, chars: int) -> Finding:
    """How many articles there are, how long in all, and the longest.

    ``longest``: title, body_chars, of the longest of ``n`` articles, which have ``chars`` in all. Keys:
    nothing; one (``title``, ``chars``); even (``n``, ``chars``, no single longest); longest (the same,
    ``title`` has ``most``).
    """
    if longest.empty:
        return Finding("corpus.nothing", {})
    lengths = longest["body_chars"].sort_values(ascending=False, kind="stable")
    title, most = longest["title"].loc[lengths.index[0]], int(lengths.iloc[0])
    if n == 1:
        return Finding("corpus.one", {"title": title, "chars": most})
    facts = {"n": n, "chars": chars}
    if lengths.iloc[1] == most:
        return Finding("corpus.even", facts)
    return Finding("corpus.longest", facts | {"title": title, "most": most})


def published(publication: pd.DataFrame) -> Finding | None:
    """How many of the articles bear a date, and from when to when.

    ``publication``: articles, dated, oldest, newest, one row. Keys: none; on (one date: ``day``); span (from
    ``oldest`` to ``newest``); and, where only ``n`` of ``of`` bear a date, some_on and some_span. None
    without any article.
    """
    n, of = int(publication["dated"].item()), int(publication["articles"].item())
    if not n:
        return Finding("published.none", {"n": of}) if of else None
    oldest, newest = publication["oldest"].item(), publication["newest"].item()
    key = "on" if oldest == newest else "span"
    facts = {"n": n, "of": of, "day": oldest, "oldest": oldest, "newest": newest}
    return Finding(f"published.{key if n == of else f'some_{key}'}", facts)
