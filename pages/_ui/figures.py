"""Figures as claims in words: how large, what of, of whom, as of when, and the sentence that says so."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.charts.numbers import format_number, format_range
from analysis.frames.metrics import headline_claims
from analysis.frames.quotes import quotes
from analysis.frames.selection import Selection
from analysis.store import Store
from pages._ui import address, html
from pages._ui.html import element
from pages._ui.quotes import quote
from pages._ui.strings import Labels
from pages._ui.view import View

WRITTEN_WITH_UNIT = ("percent", "times", "CNY", "USD", "HKD")
"""Units that belong to the number as it is written; the others are said by the kind of measure."""


def headline_figures(view: View, n: int) -> bool:
    """Cards of the ``n`` most telling claims, each with its sentence; returns whether there is any."""
    claims, sentences = view.read(_headline, n)
    rows = zip(claims.itertuples(), sentences.itertuples(), strict=True)
    html.grid("figure-card", [_card(view, claim, sentence) for claim, sentence in rows])
    return len(claims) > 0


def number(claim: Any, labels: Labels) -> str:
    """A claim's number with its qualifier: ``超过2亿``, ``over 200M``; a range with both its ends."""
    if pd.notna(claim.value) and claim.qualifier != "several":
        size = format_number(claim.value, labels.language)
    else:
        size = format_range(claim.low, claim.high, labels.language)
    unit = claim.unit if claim.unit in WRITTEN_WITH_UNIT else "plain"
    return labels(f"qualifier.{claim.qualifier}", number=labels(f"measure.{unit}", number=size))


def _card(view: View, claim: Any, sentence: Any) -> str:
    labels = view.labels
    about = labels(f"kind.{claim.kind}", product=labels.product(claim.subject))
    as_of = claim.as_of.replace("/", "–") if isinstance(claim.as_of, str) else labels("claim.undated")
    return (
        element("figure-number", number(claim, labels), "p")
        + element("figure-about", f"{about} · {as_of}", "p")
        + quote(sentence, labels, address.kept())
    )


def _headline(store: Store, selection: Selection, n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    claims = headline_claims(store, selection, n)
    return claims, quotes(store, claims)
